import { fold } from './text.ts';

/** Files of a LinkedIn archive that say something, by folded name (FORMATS.md §1.1: names drift). */
const LINKEDIN: ReadonlySet<string> = new Set([
  'connections',
  'messages',
  'invitations',
  'recommendationsreceived',
  'recommendationsgiven',
  'endorsementreceivedinfo',
  'endorsementgiveninfo',
  'positions',
  'education',
  'profile',
  'companyfollows',
  'jobapplications',
  'savedjobs',
  'jobseekerpreferences',
  'contacts',
  'importedcontacts',
  'notes',
  'emailaddresses',
]);

const CONTACT_FILE = /\.(?:csv|tsv|vcf|vcard|ics|mbox|eml|zip)$/i;
const FACEBOOK_FILE = /(?:^|\/)(?:friends|your_friends)\.json$/i;
/** Opened only to say why nobody is in it. */
const X_FILE = /(?:^|\/)(?:follower|following)\.js$/i;

/**
 * Whether an archive entry is worth opening. In a LinkedIn archive only the known names are, whatever
 * folder they are in; elsewhere anything that may hold contacts, mail or meetings.
 */
export function isWanted(path: string, all: readonly { readonly filename: string }[]): boolean {
  if (path.startsWith('__MACOSX/') || path.includes('/__MACOSX/') || /(?:^|\/)\./.test(path)) return false;
  if (FACEBOOK_FILE.test(path) || X_FILE.test(path)) return true;
  if (!CONTACT_FILE.test(path)) return false;
  return !/\.csv$/i.test(path) || LINKEDIN.has(foldedBase(path)) || !isLinkedIn(all);
}

/** `Jobs/Job Applications_1.csv` is `jobapplications`: folder, number and spelling dropped. */
export function foldedBase(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1);
  return fold(base.replace(/\.[a-z]+$/i, '').replace(/(?:_\d+| ?\(\d+\))$/, '')).replaceAll(' ', '');
}

const verdicts = new WeakMap<object, boolean>();

function isLinkedIn(all: readonly { readonly filename: string }[]): boolean {
  let verdict = verdicts.get(all);
  if (verdict === undefined) {
    verdict = all.some(({ filename }) => ['connections', 'messages', 'invitations'].includes(foldedBase(filename)));
    verdicts.set(all, verdict);
  }
  return verdict;
}
