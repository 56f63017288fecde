import { configureGlobal } from 'fast-check';

/** `npm run test:fuzz` multiplies the cases of every property that does not fix its own number. */
const times = Number(process.env['FUZZ_RUNS'] ?? 1);

configureGlobal({ numRuns: 100 * times });
