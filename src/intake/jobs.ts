import type { Reader, Source } from './source.ts';

/** A file and who reads it (null: nobody), with its share of the bytes that were dropped. */
export interface Job {
  readonly source: Source;
  readonly reader: Reader | null;
  readonly share: number;
}

/** Who the owner is comes first; mailboxes say it too, and calendars need it most. */
const ORDER: ReadonlyMap<string, number> = new Map([
  ['linkedin-profile', 0],
  ['linkedin-addresses', 0],
  ['mbox', 2],
  ['eml', 3],
  ['calendar', 4],
]);
const ORDINARY = 1;

/** The jobs in the order they are read, files that say one thing together made one. */
export function arranged(jobs: readonly Job[]): Job[] {
  const rank = ({ reader }: Job): number => ORDER.get(reader?.kind ?? '') ?? ORDINARY;
  return pooled(jobs).sort((a, b) => rank(a) - rank(b));
}

function pooled(jobs: readonly Job[]): Job[] {
  const pools = new Map<string, Job[]>();
  for (const job of jobs) {
    const { reader, source } = job;
    const key = reader?.pools ? `${reader.kind} ${source.archive} ${reader.pools(source)}` : `${pools.size}`;
    const pool = pools.get(key);
    // Two files of one name are two people's, or one file twice: never parts of each other.
    const isTwice = pool?.some((other) => other.source.file === source.file);
    if (pool && !(isTwice && reader?.kind === 'linkedin-messages')) pool.push(job);
    else pools.set(pool ? `${pools.size}` : key, [job]);
  }
  return [...pools.values()].flatMap((pool) => {
    const [first, ...others] = pool;
    if (!first || others.length === 0) return pool;
    const parts = pool.map(({ source }) => source);
    const share = pool.reduce((sum, job) => sum + job.share, 0);
    return [{ ...first, source: together(first.source, parts), share }];
  });
}

function together(first: Source, parts: readonly Source[]): Source {
  return {
    ...first,
    file: `${first.file} and ${parts.length - 1} more`,
    size: parts.reduce((sum, { size }) => sum + size, 0),
    parts,
  };
}
