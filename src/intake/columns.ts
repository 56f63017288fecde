import { fold } from './text.ts';

/** `E-mail 1 - Value` and `email1value` are the same column: letters and digits only. */
export function foldHeader(cell: string): string {
  return fold(cell).replaceAll(' ', '');
}

/** What a remembered column mapping is filed under. */
export function headerKey(header: readonly string[]): string {
  return header.map(foldHeader).join('|');
}

/** Where each column stands. A Map, so that a column named `__proto__` is only a column. */
export class Columns {
  readonly #at = new Map<string, number>();

  constructor(header: readonly string[]) {
    header.forEach((cell, index) => {
      const key = foldHeader(cell);
      if (key !== '' && !this.#at.has(key)) this.#at.set(key, index);
    });
  }

  /** Whether every one of these columns is there, by folded name. */
  has(...names: readonly string[]): boolean {
    return names.every((name) => this.#at.has(name));
  }

  /** The first of these columns that is there, or -1. */
  at(...names: readonly string[]): number {
    for (const name of names) {
      const index = this.#at.get(name);
      if (index !== undefined) return index;
    }
    return -1;
  }

  get size(): number {
    return this.#at.size;
  }
}
