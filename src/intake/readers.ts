import { connectionsReader } from './linkedin/connections.ts';
import { contactsReader } from './linkedin/contacts.ts';
import { applicationsReader, followsReader, preferencesReader, savedJobsReader } from './linkedin/jobs.ts';
import { endorsementsReader, invitationsReader, notesReader, recommendationsReader } from './linkedin/marks.ts';
import { coachReader, messagesReader } from './linkedin/messages.ts';
import { addressesReader, educationReader, positionsReader, profileReader } from './linkedin/own.ts';
import type { Reader } from './source.ts';

/**
 * Every kind of file that can be read, most particular first: the first reader that claims a file gets
 * it. A new source is one more line here.
 */
export const READERS: readonly Reader[] = [
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
  connectionsReader,
];
