import type { Doubt } from '#intake/types.ts';

/** By doubt index: which of its options is the same person, or null for none. What is missing is open. */
export type Verdicts = ReadonlyMap<number, number | null>;

/** Kinds of questions as groups are headed; `bulk` where one answer for all is thinkable. */
export const DOUBT_WORDS: Record<
  Doubt['kind'],
  { readonly title: string; readonly text: string; readonly bulk: boolean }
> = {
  'other-profile': {
    title: 'The same name and company, another profile address',
    text: 'Profile addresses can be renamed. Two colleagues of one name are rarer.',
    bulk: true,
  },
  'same-company': {
    title: 'The same name at the same company',
    text: 'Almost always one person.',
    bulk: true,
  },
  'name-alone': {
    title: 'The same name, and nothing else to compare',
    text: 'The rarer the name, the likelier it is one person; the rarest come first.',
    bulk: true,
  },
  'other-company': {
    title: 'The same name at another company',
    text: 'People change jobs, and names are shared. The rarest names come first.',
    bulk: true,
  },
  'close-name': {
    title: 'Names that are close, but not the same',
    text: 'A nickname, a spelling, a second surname.',
    bulk: true,
  },
  namesakes: {
    title: 'Two or three people of one name',
    text: 'Which of them is it? Only you can tell, one by one.',
    bulk: false,
  },
  'one-mailbox': {
    title: 'One e-mail address under two names',
    text: 'Often a shared mailbox: a couple, a family, an office.',
    bulk: false,
  },
};

/** Names a question as long as it is open; the index changes when what is stored does. */
export function questionKey({ about, index }: Doubt): string {
  return about ?? String(index);
}

export interface DoubtGroup {
  readonly kind: Doubt['kind'];
  readonly open: readonly Doubt[];
  readonly done: number;
}

/** Questions by kind, in their order; a kind without a question has no group. */
export function groupsOf(doubts: readonly Doubt[], verdicts: Verdicts): DoubtGroup[] {
  const kinds = [...new Set(doubts.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const all = doubts.filter((doubt) => doubt.kind === kind);
    const open = all.filter(({ index }) => !verdicts.has(index));
    return { kind, open, done: all.length - open.length };
  });
}
