/**
 * How soon the ways in to a target are answered again after a change (issue 4):
 *
 *     npm run bench -- changes        30,000 contacts and 60 friends' lists: 150,000 people, 250,000 ties
 *
 * A closeness is said; a friend's list of 2,000 rows is read, taken in and taken back, by the app's own intake.
 * Milliseconds from `update` to the first target's ways in, beside everything built anew in the same run; they
 * gate nothing. `apply`, which copies the records' maps, is told apart: the rebuild would wait for it too.
 */
import { planImport } from '#intake/plan.ts';
import { readFiles } from '#intake/read.ts';
import { undoImportChange } from '#intake/undo.ts';
import { apply, type Change } from '#model/change.ts';
import type { ImportId, PersonId, TargetId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';
import { PLAIN } from '#paths/answers/target-ways.ts';
import { createWays, type Ways } from '#paths/ways.ts';
import { random } from '#tests/paths/random.ts';
import { quantile, shown, table, time, times } from './paths-measure.ts';
import { generated, LARGE } from './ties-workspace.ts';

const TODAY = '2026-11-23';
const RUNS = 12;
const ROWS = 2_000;
/** Of a friend's list, so many are people of the workspace. */
const KNOWN_SHARE = 0.2;

interface Took {
  readonly applied: number[];
  readonly answered: number[];
  readonly portfolio: number[];
}

const took = { edit: none(), list: none(), back: none(), anew: none() };
const next = random(7);
let workspace = generated(LARGE);
const target = workspace.targets.keys().next().value as TargetId;
const ways = createWays(workspace, TODAY);
answer(ways);
for (let run = 0; run < RUNS; run++) {
  const friend: PersonId = `person:p${100 + run}`;
  change(took.edit, labelled(friend, 3 + (run % 3)));
  const list = await listOf(friend, run);
  change(took.list, list);
  const at = performance.now();
  const anew = createWays(workspace, TODAY);
  anew.ways(target, PLAIN);
  took.anew.answered.push(performance.now() - at);
  took.anew.portfolio.push(time(() => anew.portfolio()));
  if (run % 2 === 0) change(took.back, undoImportChange(workspace, importOf(list)));
}
print();

function none(): Took {
  return { applied: [], answered: [], portfolio: [] };
}

function answer(of: Ways): void {
  of.ways(target, PLAIN);
  of.portfolio();
}

function change({ applied, answered, portfolio }: Took, laid: Change): void {
  const before = workspace;
  applied.push(
    time(() => {
      workspace = apply(before, laid).workspace;
    }),
  );
  answered.push(
    time(() => {
      ways.update(workspace, laid);
      ways.ways(target, PLAIN);
    }),
  );
  portfolio.push(time(() => ways.portfolio()));
}

function labelled(id: PersonId, closeness: number): Change {
  const person = workspace.people.get(id);
  return { what: '', put: person ? [{ ...person, own: { ...person.own, closeness } }] : [], remove: [] };
}

/** The change that a friend's Connections.csv becomes, some rows of people who are known by name and company. */
async function listOf(owner: PersonId, run: number): Promise<Change> {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const v = Math.floor(next() * LARGE.people);
    const [first, last] = next() < KNOWN_SHARE ? [`P${v}`, 'Q'] : [`N${run}x${row}`, 'New'];
    return `${first},${last},,,C${v % LARGE.companies},Analyst,${10 + (row % 18)} Mar 2021`;
  });
  const csv = `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('\n')}\n`;
  const read = await readFiles([new File([csv], 'Connections.csv')], { mappings: [], today: TODAY });
  return planImport(read, workspace, { owner, today: TODAY, token: 1 }).accept({ token: 1, same: [], takeOwn: false })
    .change;
}

function importOf({ put }: Change): ImportId {
  return put.map(({ id }) => id).find((id) => id.startsWith('import:')) as ImportId;
}

function print(): void {
  const anew = quantile(took.anew.answered, 0.5);
  const row = (what: string, { applied, answered, portfolio }: Took) => [
    what,
    shown(quantile(applied, 0.5)),
    shown(quantile(answered, 0.5)),
    shown(quantile(answered, 0.95)),
    `1/${times(anew / quantile(answered, 0.5))}`,
    shown(quantile(portfolio, 0.5)),
  ];
  const { people, imports } = workspace as Workspace;
  console.log(
    `\n${people.size} people, ${imports.size} imports; ${RUNS} lists of ${ROWS} rows, half of them taken back\n`,
  );
  console.log(
    table(
      ['change', 'applied', 'target again', 'p95', 'of a rebuild', 'then portfolio'],
      [
        row('a closeness said', took.edit),
        row(`a friend's list of ${ROWS}`, took.list),
        row('that list taken back', took.back),
        row('everything built anew', took.anew),
      ],
    ),
  );
}
