/** The exact maximum of a linear function, in integers over one denominator. */
export interface Largest {
  /** The value and the point, both over `by`. */
  readonly value: bigint;
  readonly point: readonly bigint[];
  readonly by: bigint;
}
export interface LargestInput {
  /** Slacks, each `start + coefficients · t`, that must stay 0 or more; at t = 0 all do. */
  readonly rows: readonly { readonly start: bigint; readonly coefficients: readonly bigint[] }[];
  readonly goal: readonly bigint[];
  /** The search ends once the value reaches this number, which is above 0. */
  readonly enough: bigint;
}
/** The largest number of steps; the caller then assumes that there is no solution. */
const mostSteps = 400;

/**
 * Simplex method with Bland’s rule: free variables t as differences of two non-negative ones,
 * integer pivots over the last pivot as denominator.
 *
 * @returns a point with the value `enough`, or the maximum; undefined if neither was found in
 *   400 steps
 */
export function maximise({ rows, goal, enough }: LargestInput): Largest | undefined {
  const width = goal.length;
  const both = (list: readonly bigint[]): bigint[] => [...list.map((value) => -value), ...list];
  // columns of u and v, where t = u - v, then the right side; the last row is the goal
  const table: bigint[][] = [
    ...rows.map(({ start, coefficients }) => [...both(coefficients), start]),
    [...both(goal).map((value) => -value), enough],
    [...both(goal), 0n],
  ];
  const columns = Array.from({ length: 2 * width }, (_, i) => i);
  const basis = Array.from({ length: table.length - 1 }, (_, i) => 2 * width + i);
  let by = 1n;
  for (let step = 0; step < mostSteps; step++) {
    const entering = lowest(columns, (j) => at(table, table.length - 1, j) < 0n);
    if (entering === undefined) return solution(table, basis, width, by);
    const leaving = tightest(table, basis, entering);
    if (leaving === undefined) return undefined;
    by = pivot(table, leaving, entering, by);
    const [out, into] = [basis[leaving] ?? 0, columns[entering] ?? 0];
    basis[leaving] = into;
    columns[entering] = out;
  }
  return undefined;
}
const at = (table: readonly (readonly bigint[])[], row: number, column: number): bigint =>
  table[row]?.[column] ?? 0n;

/** The lowest name of the candidates, by Bland’s rule. */
function lowest(names: readonly number[], passes: (place: number) => boolean): number | undefined {
  let best: number | undefined;
  for (let place = 0; place < names.length; place++)
    if ((best === undefined || (names[place] ?? 0) < (names[best] ?? 0)) && passes(place))
      best = place;
  return best;
}

/** The row that limits a column first. */
function tightest(
  table: readonly (readonly bigint[])[],
  basis: readonly number[],
  column: number,
): number | undefined {
  const end = (table[0]?.length ?? 1) - 1;
  let leavingRow: number | undefined;
  for (let row = 0; row < basis.length; row++) {
    if (at(table, row, column) <= 0n) continue;
    if (leavingRow !== undefined) {
      const [mine, best] = [
        at(table, row, end) * at(table, leavingRow, column),
        at(table, leavingRow, end) * at(table, row, column),
      ];
      if (mine > best || (mine === best && (basis[row] ?? 0) > (basis[leavingRow] ?? 0))) continue;
    }
    leavingRow = row;
  }
  return leavingRow;
}

/** Exchanges a row and a column; all values stay integers, over the pivot. */
function pivot(table: bigint[][], row: number, column: number, by: bigint): bigint {
  const of = table[row] ?? [];
  const head = of[column] ?? 1n;
  for (const [i, other] of table.entries()) {
    if (i === row) continue;
    const factor = other[column] ?? 0n;
    table[i] = other.map((value, j) =>
      j === column ? -factor : (value * head - factor * (of[j] ?? 0n)) / by,
    );
  }
  of[column] = by;
  return head;
}

function solution(
  table: readonly (readonly bigint[])[],
  basis: readonly number[],
  width: number,
  by: bigint,
): Largest {
  const end = (table[0]?.length ?? 1) - 1;
  const values = new Map(basis.map((name, row) => [name, at(table, row, end)]));
  const point = Array.from(
    { length: width },
    (_, i) => (values.get(i) ?? 0n) - (values.get(width + i) ?? 0n),
  );
  return { value: at(table, table.length - 1, end), point, by };
}
