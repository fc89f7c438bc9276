const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
/** The vector in lowest terms. */
export function reduceVector(vector: readonly bigint[]): bigint[] {
  const common = vector.reduce(gcd, 0n);
  return common > 1n ? vector.map((value) => value / common) : [...vector];
}

/** The span of vectors, exact in integers. */
export class RowSpace {
  /** Each has a pivot in which all others are 0. */
  #rows: { readonly pivot: number; readonly row: readonly bigint[] }[] = [];

  /** The number of independent vectors. */
  get rank(): number {
    return this.#rows.length;
  }
  /** Adds a vector. One that the span holds changes nothing. */
  add(vector: readonly bigint[]): void {
    const row = this.#rows.reduce<readonly bigint[]>(
      (rest, knownRow) => without(rest, knownRow),
      vector,
    );
    const pivot = row.findIndex((value) => value !== 0n);
    if (pivot < 0) return;
    this.#rows = [
      ...this.#rows.map((knownRow) => ({
        ...knownRow,
        row: without(knownRow.row, { pivot, row }),
      })),
      { pivot, row },
    ];
  }

  /** Whether the span holds a vector. */
  has(vector: readonly bigint[]): boolean {
    return this.#rows
      .reduce<readonly bigint[]>((rest, knownRow) => without(rest, knownRow), vector)
      .every((value) => value === 0n);
  }

  /**
   * The freedom of each place of the vectors while all sums stay the same. A known place has a row
   * of zeros. The rows of two places are multiples of each other if a combination of both is
   * known.
   */
  freedom(width: number): bigint[][] {
    const pivots = new Map(this.#rows.map(({ pivot, row }) => [pivot, row]));
    const free = Array.from({ length: width }, (_, i) => i).filter((i) => !pivots.has(i));
    const scales = free.map((at) =>
      this.#rows.reduce(
        (scale, { pivot, row }) => (row[at] === 0n ? scale : lcm(scale, row[pivot] ?? 1n)),
        1n,
      ),
    );
    return Array.from({ length: width }, (_, i) => {
      const row = pivots.get(i);
      if (row === undefined) return free.map((at, j) => (at === i ? (scales[j] ?? 1n) : 0n));
      return free.map((at, j) => (-(row[at] ?? 0n) * (scales[j] ?? 1n)) / (row[i] ?? 1n));
    });
  }
}
const lcm = (a: bigint, b: bigint): bigint => {
  const product = (a / gcd(a, b)) * b;
  return product < 0n ? -product : product;
};
/** Eliminates the pivot of another vector. */
function without(
  vector: readonly bigint[],
  { pivot, row }: { readonly pivot: number; readonly row: readonly bigint[] },
): readonly bigint[] {
  const [at, by] = [vector[pivot] ?? 0n, row[pivot] ?? 0n];
  if (at === 0n) return vector;
  return reduceVector(vector.map((value, i) => value * by - (row[i] ?? 0n) * at));
}
