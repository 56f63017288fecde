/** Why the store did not do what it was asked. `message` is for the person: what happened, what stays, what to do. */
export interface Fault {
  readonly code:
    | 'newer'
    | 'deleted'
    | 'gone'
    | 'cleared'
    | 'quota'
    | 'unavailable'
    | 'blocked'
    | 'locked'
    | 'damaged'
    | 'unknown';
  readonly message: string;
}

const WORDS: Record<Fault['code'], string> = {
  newer:
    'A newer version of Handcarry is open in another tab and has taken over the store. Reload this tab; nothing is overwritten.',
  deleted: 'Everything was deleted in another tab. Reload to start again.',
  gone: 'This workspace was deleted in another tab. What you see is still open: save a backup file to keep it.',
  cleared:
    'What Handcarry had stored in this browser is gone: it was cleared. What you see is still open: store it here again, or save a backup file.',
  quota:
    'This computer has no room left for Handcarry. Your work stays open: free some space, or save a backup file now.',
  unavailable:
    'This browser does not let Handcarry store anything here (a private window, or storage is switched off). Your work stays open until you close the tab: save a backup file.',
  blocked: 'Another tab of Handcarry keeps the store open. Close it, then try again.',
  locked: 'Handcarry is locked on this computer. Open it with its passphrase.',
  damaged:
    'A part of the locked store was changed or damaged and cannot be read. Nothing is overwritten: restore a backup file.',
  unknown: 'The browser could not save. Your work stays open and is tried again: save a backup file to be safe.',
};

/** Met at the start: no other tab need be open. */
const STORED_BY_NEWER =
  'What is kept here was stored by a newer version of Handcarry. Load this page again to get that version; nothing is overwritten.';

export function faultOf(code: Fault['code']): Fault {
  return { code, message: WORDS[code] };
}

/** Names a DOMException of IndexedDB. */
export function faultFrom(error: unknown): Fault {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'VersionError') return { code: 'newer', message: STORED_BY_NEWER };
  if (name === 'BlockedError') return faultOf('blocked');
  if (name === 'QuotaExceededError') return faultOf('quota');
  if (['SecurityError', 'NotAllowedError', 'InvalidAccessError', 'ReferenceError'].includes(name))
    return faultOf('unavailable');
  return faultOf('unknown');
}
