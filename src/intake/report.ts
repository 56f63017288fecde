import type { Problem } from '#model/problem.ts';
import type { FileKind, FileReport, ReadOut } from './types.ts';

const WHAT: Record<FileKind, string> = {
  'linkedin-connections': 'A LinkedIn list of connections',
  'linkedin-messages': 'LinkedIn messages (only who wrote when; no text is kept)',
  'linkedin-invitations': 'LinkedIn invitations',
  'linkedin-recommendations': 'LinkedIn recommendations',
  'linkedin-endorsements': 'LinkedIn endorsements',
  'linkedin-positions': 'Your positions from LinkedIn',
  'linkedin-education': 'Your education from LinkedIn',
  'linkedin-profile': 'Your LinkedIn profile',
  'linkedin-follows': 'Companies you follow on LinkedIn',
  'linkedin-applications': 'Your LinkedIn job applications',
  'linkedin-saved-jobs': 'Jobs you saved on LinkedIn',
  'linkedin-preferences': 'Your LinkedIn job preferences',
  'linkedin-contacts': 'The address book you once gave LinkedIn',
  'linkedin-notes': 'Your LinkedIn notes on people',
  'linkedin-addresses': 'Your e-mail addresses on LinkedIn',
  'google-csv': 'Google contacts',
  'outlook-csv': 'Outlook contacts',
  vcard: 'Contact cards (vCard)',
  calendar: 'A calendar (only who met when)',
  mbox: 'A mailbox (only who wrote when; no text is kept)',
  eml: 'An e-mail (only who wrote when; no text is kept)',
  'facebook-friends': 'Facebook friends (names only)',
  'shared-list': 'A list that a friend shared with you',
  'mapped-csv': 'A table with the columns you named',
  archive: 'An archive',
  ignored: 'Not needed here',
  unknown: 'A file we do not know',
};

/** What was read of one file, in one sentence and in counts. Zero rows is never told as a success. */
export function reportOf(out: ReadOut): FileReport {
  const { file: name, kind, bytes, rows, hidden, note } = out;
  const messages = out.messages.reduce(
    // A meeting is on both sides and counts once.
    (sum, { channel, theirs, mine }) => sum + theirs.length + (channel === 'meeting' ? 0 : mine.length),
    0,
  );
  const what = rows === 0 && kind !== 'ignored' ? `${WHAT[kind]}, but without a single row.` : `${WHAT[kind]}.`;
  const sentence = note === '' ? what : `${what} ${note}`;
  return { name, kind, bytes, sentence, rows, hidden, messages, problems: out.problems.length };
}

/** A file that gave nothing: the problem's own words are its report. */
export function reportOfProblem({ file, message }: Problem, bytes: number): FileReport {
  return { name: file, kind: 'unknown', bytes, sentence: message, rows: 0, hidden: 0, messages: 0, problems: 1 };
}
