import Papa from 'papaparse';
import { planImport } from '#intake/plan.ts';
import { readFiles } from '#intake/read.ts';
import { apply } from '#model/change.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { connectionsCsv, messagesCsv } from './intake-files.ts';
import { quantile, shown, table, times } from './paths-measure.ts';

const RUNS = 9;
const TODAY = '2026-11-23';

/**
 * From bytes to the review, against what PapaParse alone needs to split the same text into the same rows:
 * the first time (code not compiled yet, as the person meets it) and the median of later runs.
 */
async function measure(name: string, csv: string, into: Workspace): Promise<string[]> {
  const file = new File([csv], name);
  const own: number[] = [];
  const peer: number[] = [];
  // In turns, so that both meet the same machine.
  for (let run = 0; run <= RUNS; run++) {
    let began = performance.now();
    Papa.parse(csv, { header: false, delimiter: ',', newline: '\n' });
    peer.push(performance.now() - began);
    began = performance.now();
    const read = await readFiles([file], { mappings: [], today: TODAY, me: { name: 'Jordan Pike', profiles: [] } });
    planImport(read, into, { owner: 'me', today: TODAY, token: 1 });
    own.push(performance.now() - began);
  }
  const [a, b] = [quantile(own.slice(1), 0.5), quantile(peer.slice(1), 0.5)];
  const [firstA = Number.NaN, firstB = Number.NaN] = [own[0], peer[0]];
  const size = `${(csv.length / 2 ** 20).toFixed(1)} MB`;
  return [name, size, shown(firstA), shown(firstB), times(firstA / firstB), shown(a), shown(b), times(a / b)];
}

async function imported(csv: string): Promise<Workspace> {
  const empty = emptyWorkspace('bench', 'Bench');
  const read = await readFiles([new File([csv], 'Connections.csv')], { mappings: [], today: TODAY });
  const { accept } = planImport(read, empty, { owner: 'me', today: TODAY, token: 1 });
  return apply(empty, accept({ token: 1, same: [], takeOwn: false }).change).workspace;
}

const empty = emptyWorkspace('bench', 'Bench');
const list = connectionsCsv(30_000);
const rows = [await measure('Connections.csv, 30,000 rows', list, empty)];
const known = await imported(list);
rows.push(await measure('the same again', list, known));
rows.push(await measure('messages.csv, 50,000 rows', messagesCsv(50_000), known));
console.log(table(['bytes to review', 'size', 'first', 'PapaParse', 'ratio', 'later', 'PapaParse', 'ratio'], rows));
