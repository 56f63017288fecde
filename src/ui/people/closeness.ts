import type { OwnWords } from '#model/person.ts';

/** The closeness a key stands for; 0 takes it back (null); undefined: another key. */
export function closenessOf(key: string): OwnWords['closeness'] | null {
  return key === '0' ? null : ([1, 2, 3, 4, 5] as const).find((value) => String(value) === key);
}
