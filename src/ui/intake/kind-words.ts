import type { FileKind } from '#intake/types.ts';

/** What a file is, in the words of the review and of the import history. */
export const KIND_WORDS: Record<FileKind, string> = {
  'linkedin-connections': 'LinkedIn connections',
  'linkedin-messages': 'LinkedIn messages',
  'linkedin-invitations': 'LinkedIn invitations',
  'linkedin-recommendations': 'LinkedIn recommendations',
  'linkedin-endorsements': 'LinkedIn endorsements',
  'linkedin-positions': 'Your positions on LinkedIn',
  'linkedin-education': 'Your schools on LinkedIn',
  'linkedin-profile': 'Your LinkedIn profile',
  'linkedin-follows': 'Companies you follow',
  'linkedin-applications': 'Your job applications',
  'linkedin-saved-jobs': 'Your saved jobs',
  'linkedin-preferences': 'Your job preferences',
  'linkedin-contacts': 'Address book from LinkedIn',
  'linkedin-notes': 'Your LinkedIn notes',
  'linkedin-addresses': 'Your own e-mail addresses',
  'google-csv': 'Google contacts',
  'outlook-csv': 'Outlook contacts',
  vcard: 'Contact cards',
  calendar: 'Calendar',
  mbox: 'Mailbox',
  eml: 'E-mail',
  'facebook-friends': 'Facebook friends',
  'shared-list': 'Shared by a friend',
  'mapped-csv': 'Your own table',
  archive: 'Archive',
  ignored: 'Not needed',
  unknown: 'Not recognised',
};

export function kindWords(kind: string): string {
  return Object.hasOwn(KIND_WORDS, kind) ? KIND_WORDS[kind as FileKind] : 'File';
}
