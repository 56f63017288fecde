import type { TieColumns } from '#paths/network.ts';

/** Ties gathered one by one, in columns that grow by doubling. */
export class Columns {
  size = 0;
  #a = new Int32Array(1024);
  #b = new Int32Array(1024);
  #p = new Float64Array(1024);
  #standing = new Uint8Array(1024);

  add(a: number, b: number, p: number, standing: number): void {
    if (this.size === this.#a.length) this.#grow();
    this.#a[this.size] = a;
    this.#b[this.size] = b;
    this.#p[this.size] = p;
    this.#standing[this.size++] = standing;
  }

  done(): TieColumns {
    return {
      a: this.#a.subarray(0, this.size),
      b: this.#b.subarray(0, this.size),
      p: this.#p.subarray(0, this.size),
      standing: this.#standing.subarray(0, this.size),
    };
  }

  #grow(): void {
    const length = this.#a.length * 2;
    const grown = <T extends Int32Array | Float64Array | Uint8Array>(old: T, next: T): T => {
      next.set(old);
      return next;
    };
    this.#a = grown(this.#a, new Int32Array(length));
    this.#b = grown(this.#b, new Int32Array(length));
    this.#p = grown(this.#p, new Float64Array(length));
    this.#standing = grown(this.#standing, new Uint8Array(length));
  }
}
