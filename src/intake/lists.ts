import type { FileKind } from './types.ts';

/** Kinds that list people without saying what passed between them and the owner. */
export const LISTS: ReadonlySet<FileKind> = new Set([
  'linkedin-connections',
  'linkedin-contacts',
  'google-csv',
  'outlook-csv',
  'vcard',
  'facebook-friends',
  'shared-list',
  'mapped-csv',
]);
