interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}
const less = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const over = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n });

/**
 * Whether multiples of the shown sums add up to the wanted sum. It solves sum(x_i · shown_i) =
 * wanted for x by Gaussian elimination over fractions, with one equation for each project. It does
 * not use groups or atoms.
 */
export function canBeFound(
  unknownSums: readonly bigint[],
  unknowns: readonly (readonly bigint[])[],
): boolean {
  const equations: Fraction[][] = unknownSums.map((w, project) => [
    ...unknowns.map((sum) => ({ n: sum[project] ?? 0n, d: 1n })),
    { n: w, d: 1n },
  ]);
  let top = 0;
  for (let column = 0; column < unknowns.length; column++) {
    const pivotRow = equations.findIndex((e, i) => i >= top && e[column]?.n !== 0n);
    const pivot = equations[pivotRow];
    if (pivot === undefined) continue;
    equations[pivotRow] = equations[top] ?? pivot;
    equations[top] = pivot;
    for (let i = top + 1; i < equations.length; i++) {
      const row = equations[i] ?? [];
      const [at, by] = [row[column], pivot[column]];
      if (at === undefined || by === undefined || at.n === 0n) continue;
      const factor = over(at, by);
      equations[i] = row.map((value, j) =>
        less(value, times(factor, pivot[j] ?? { n: 0n, d: 1n })),
      );
    }
    top++;
  }
  return equations.slice(top).every((e) => e.at(-1)?.n === 0n);
}

/**
 * Computes the rank of vectors by Gaussian elimination over fractions.
 */
export function computeRank(vectors: readonly (readonly bigint[])[]): number {
  let rows: Fraction[][] = vectors.map((vector) => vector.map((n) => ({ n, d: 1n })));
  let rank = 0;
  for (let column = 0; column < (vectors[0]?.length ?? 0); column++) {
    const pivot = rows.find((row) => row[column]?.n !== 0n);
    const by = pivot?.[column];
    if (pivot === undefined || by === undefined) continue;
    rank += 1;
    rows = rows.flatMap((row) => {
      if (row === pivot) return [];
      const factor = over(row[column] ?? by, by);
      return [row.map((value, j) => less(value, times(factor, pivot[j] ?? { n: 0n, d: 1n })))];
    });
  }
  return rank;
}
