import { day, secondsOf } from '#model/time.ts';
import { valueText } from './decode.ts';
import { fieldText, isTooLongName } from './field-text.ts';
import { breathe } from './pause.ts';
import { Out, type Reader } from './source.ts';

const SHARED = /^\s*\{\s*"handcarry"\s*:\s*"list"/;
const PER_BREATH = 4096;
const NOTHING = { first: '', last: '', profile: '', emails: [], phones: [], department: '', connected: null };

/** The list a friend shared (friendcheck/shared-list.ts), unlocked: name, company and position of each. */
export const sharedListReader: Reader = {
  kind: 'shared-list',
  claims: ({ head }) => SHARED.test(head),
  read: async (source, context) => {
    const out = new Out(source, 'shared-list');
    const { on, people } = listOf(valueText(await source.bytes()), out);
    if (on !== null && on <= context.today) out.saw(secondsOf(on));
    for (const [index, person] of people.entries()) {
      readPerson(person, index + 1, out);
      if (index % PER_BREATH === PER_BREATH - 1) await breathe(context.signal);
    }
    context.tick(people.length);
    return out.done();
  },
};

function readPerson(person: unknown, row: number, out: Out): void {
  out.rows++;
  const [name, company, position] = Array.isArray(person)
    ? person.map((field) => (typeof field === 'string' ? field : ''))
    : [];
  const shown = fieldText(out, row, 'name', name ?? '');
  if (shown === '') {
    out.problem(row, 'name', 'no-name', 'This entry has no name, so nobody could be made of it.');
    return;
  }
  if (isTooLongName(out, row, shown)) return;
  out.candidates.push({
    ...NOTHING,
    row,
    name: shown,
    company: fieldText(out, row, 'company', company ?? ''),
    position: fieldText(out, row, 'position', position ?? ''),
    listed: true,
  });
}

function listOf(text: string, out: Out): { on: string | null; people: readonly unknown[] } {
  try {
    const { on, people } = JSON.parse(text) as { on?: unknown; people?: unknown };
    const said = day.safeParse(on);
    return { on: said.success ? said.data : null, people: Array.isArray(people) ? people : [] };
  } catch {
    out.problem(0, '', 'truncated', 'This list is cut off or damaged. Nothing of it went in; ask for it again.');
    return { on: null, people: [] };
  }
}
