import { Out, type Reader } from './source.ts';

const FOLLOWS = /^\s*window\.YTD\.(?:follower|following)\b/;

/** X lists followers by number only: there is nobody in it to name. */
export const namelessReader: Reader = {
  kind: 'ignored',
  claims: ({ head }) => FOLLOWS.test(head),
  read: async (source) => {
    const out = new Out(source, 'ignored');
    out.note = 'X writes its followers as numbers, without a single name, so nobody can be found in it.';
    return out.done();
  },
};
