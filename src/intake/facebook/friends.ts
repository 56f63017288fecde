import { bytesOf } from '#intake/byte-text.ts';
import { valueText } from '#intake/decode.ts';
import { fieldText, isTooLongName } from '#intake/field-text.ts';
import { breathe } from '#intake/pause.ts';
import { Out, type ReadContext, type Reader } from '#intake/source.ts';
import { dayOf, type Seconds, secondsOf } from '#model/time.ts';

const FRIENDS = /^\s*\{\s*"friends(?:_v2)?"\s*:\s*\[/;
const PER_BREATH = 4096;

interface Friend {
  readonly name: string;
  readonly timestamp: unknown;
}

/** Facebook's friends.json, later your_friends.json: names and the day, no employer and no address (FORMATS.md §7). */
export const facebookReader: Reader = {
  kind: 'facebook-friends',
  claims: ({ head }) => FRIENDS.test(head),
  read: async (source, context) => {
    const out = new Out(source, 'facebook-friends');
    const friends = friendsOf(valueText(await source.bytes()), out);
    for (const [index, friend] of friends.entries()) {
      readFriend(friend, index + 1, out, context);
      if (index % PER_BREATH === PER_BREATH - 1) await breathe(context.signal);
    }
    context.tick(friends.length);
    return out.done();
  },
};

function readFriend(friend: Friend | null, row: number, out: Out, { today }: ReadContext): void {
  out.rows++;
  const name = friend ? fieldText(out, row, 'name', repaired(friend.name)) : '';
  if (friend === null || name === '') {
    out.problem(row, 'name', 'no-name', 'This entry has no name, so nobody could be made of it.');
    return;
  }
  if (isTooLongName(out, row, name)) return;
  const at = momentOf(friend.timestamp);
  const isAhead = at !== null && at > secondsOf(today) + 2 * 86_400;
  if (isAhead)
    out.problem(row, 'timestamp', 'future-date', 'This day lies in the future; the name went in without it.');
  else if (at !== null) out.saw(at);
  const nothing = {
    first: '',
    last: '',
    profile: '',
    emails: [],
    phones: [],
    company: '',
    position: '',
    department: '',
  };
  out.candidates.push({ row, name, ...nothing, connected: at === null || isAhead ? null : dayOf(at), listed: true });
}

/** The entries of the list; of a file that is cut off or broken, those that are whole. */
function friendsOf(text: string, out: Out): (Friend | null)[] {
  try {
    const whole: unknown = JSON.parse(text);
    const [list] = Object.values(whole as object) as unknown[];
    return Array.isArray(list) ? list.map(friendOf) : [];
  } catch {
    out.problem(0, '', 'truncated', 'This file is cut off or damaged; the friends that are whole in it went in.');
    return (text.match(/\{[^{}]*\}/g) ?? []).flatMap((piece) => {
      const friend = parsed(piece);
      return friend ? [friend] : [];
    });
  }
}

function parsed(piece: string): Friend | null {
  try {
    return friendOf(JSON.parse(piece));
  } catch {
    return null;
  }
}

function friendOf(value: unknown): Friend | null {
  if (typeof value !== 'object' || value === null || !('name' in value)) return null;
  const { name } = value;
  return typeof name === 'string' ? { name, timestamp: 'timestamp' in value ? value.timestamp : null } : null;
}

/** Facebook writes the bytes of UTF-8 as if each were a letter: `JosÃ©` is José. */
function repaired(name: string): string {
  const isBytes = /[\u0080-\u00ff]/.test(name) && /^[\u0000-\u00ff]*$/.test(name);
  if (!isBytes) return name;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(name));
  } catch {
    return name;
  }
}

function momentOf(timestamp: unknown): Seconds | null {
  const isMoment = typeof timestamp === 'number' && Number.isInteger(timestamp) && timestamp > 0;
  return isMoment && timestamp < 2 ** 32 ? timestamp : null;
}
