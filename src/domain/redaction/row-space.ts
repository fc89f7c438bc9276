const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/** Everything that can be had by adding and subtracting multiples of some vectors. Exact: integers only. */
export class RowSpace {
  readonly #rows: { readonly pivot: number; readonly row: readonly bigint[] }[] = [];

  /** What is left of a vector when the space is taken out of it, in lowest terms. */
  #rest(vector: readonly bigint[]): bigint[] {
    let rest = [...vector];
    for (const { pivot, row } of this.#rows) {
      const [at, by] = [rest[pivot] ?? 0n, row[pivot] ?? 0n];
      if (at === 0n) continue;
      rest = rest.map((value, i) => value * by - (row[i] ?? 0n) * at);
      const common = rest.reduce(gcd, 0n);
      if (common > 1n) rest = rest.map((value) => value / common);
    }
    return rest;
  }
  has(vector: readonly bigint[]): boolean {
    return this.#rest(vector).every((value) => value === 0n);
  }
  add(vector: readonly bigint[]): void {
    const row = this.#rest(vector);
    const pivot = row.findIndex((value) => value !== 0n);
    if (pivot >= 0) this.#rows.push({ pivot, row });
  }
}
