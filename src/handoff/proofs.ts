import type { Me } from '#model/me.ts';

type Proof = Me['proofs'][number];

const COMMON = new Set(
  'about above after also among and are been being both but can could did does done each from had has have her his how into its just like made make many more most much not only other our out over own per she some such than that the their them then there these they this those through under very was were what when where which while who will with would year years you your'.split(
    ' ',
  ),
);

function wordsOf(text: string): Set<string> {
  const folded = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const words = folded.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.replace(/(ies|es|e|s)$/, '')));
}

/** The personal library of proofs, those first that share most words with `about`, then the newest. */
export function rankProofs(proofs: readonly Proof[], about: string): (Proof & { readonly shared: number })[] {
  const wanted = wordsOf(about);
  return proofs
    .map((proof) => ({ ...proof, shared: [...wordsOf(proof.text)].filter((word) => wanted.has(word)).length }))
    .sort((a, b) => b.shared - a.shared || (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}
