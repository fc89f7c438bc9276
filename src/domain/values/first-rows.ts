/** The first rows of an order, and whether they are all rows. */
export interface FirstRows<Row> {
  readonly rows: readonly Row[];
  readonly are_all: boolean;
}

/** Compares two rows: negative if the first one comes before the second. */
export type Compare<Row> = (a: Row, b: Row) => number;

/**
 * Compares two texts as the store does, by code points.
 * @returns negative if `a` comes first; 0 for equal texts
 */
export function compareTexts(a: string, b: string): number {
  const at = [...a].findIndex((letter, i) => letter !== [...b][i]);
  if (at === -1) return a.length - b.length;
  return ([...a][at]?.codePointAt(0) ?? -1) - ([...b][at]?.codePointAt(0) ?? -1);
}

/** Makes the first rows of a query with a limit. */
export const takeFirst = <Row>(rows: readonly Row[], limit: number): FirstRows<Row> => ({
  rows,
  are_all: rows.length < limit,
});

/**
 * Replaces the rows of changed projects among the first rows. Rows after the last known one may be
 * missing, so a row counts only up to there.
 * @param after - the first rows of the changed projects
 * @returns undefined if fewer than `needed` rows are known
 */
export function replaceFirst<Row extends { readonly code: string }>(
  first: FirstRows<Row>,
  after: FirstRows<Row>,
  { codes, compare, needed }: ReplaceOptions<Row>,
): FirstRows<Row> | undefined {
  const ends = [first, after].flatMap(({ rows, are_all }) => (are_all ? [] : rows.slice(-1)));
  const last = ends.toSorted(compare)[0];
  const rows = [...first.rows.filter(({ code }) => !codes.has(code)), ...after.rows]
    .filter((row) => last === undefined || compare(row, last) <= 0)
    .toSorted(compare);
  return last !== undefined && rows.length < needed
    ? undefined
    : { rows, are_all: last === undefined };
}
interface ReplaceOptions<Row> {
  readonly codes: ReadonlySet<string>;
  readonly compare: Compare<Row>;
  /** The number of rows that a reader needs. */
  readonly needed: number;
}
