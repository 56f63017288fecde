import { calendarReader } from './calendar/reader.ts';
import { facebookReader } from './facebook/friends.ts';
import { googleReader } from './google/contacts.ts';
import { connectionsReader } from './linkedin/connections.ts';
import { contactsReader } from './linkedin/contacts.ts';
import { applicationsReader, followsReader, preferencesReader, savedJobsReader } from './linkedin/jobs.ts';
import { endorsementsReader, invitationsReader, notesReader, recommendationsReader } from './linkedin/marks.ts';
import { coachReader, messagesReader } from './linkedin/messages.ts';
import { addressesReader, educationReader, positionsReader, profileReader } from './linkedin/own.ts';
import { emlReader, mboxReader } from './mail/reader.ts';
import { namelessReader } from './nameless.ts';
import { outlookReader } from './outlook/contacts.ts';
import { sharedListReader } from './shared-list.ts';
import type { Reader } from './source.ts';
import { vcardReader } from './vcard/reader.ts';

/**
 * Every kind of file that can be read, most particular first: the first reader that claims a file gets
 * it. A new source is one more line here.
 */
export const READERS: readonly Reader[] = [
  vcardReader,
  calendarReader,
  mboxReader,
  emlReader,
  facebookReader,
  sharedListReader,
  namelessReader,
  coachReader,
  messagesReader,
  invitationsReader,
  contactsReader,
  profileReader,
  recommendationsReader,
  endorsementsReader,
  notesReader,
  positionsReader,
  educationReader,
  addressesReader,
  applicationsReader,
  savedJobsReader,
  preferencesReader,
  followsReader,
  googleReader,
  outlookReader,
  connectionsReader,
];
