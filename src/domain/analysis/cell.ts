import { compact } from '#domain/values/compact.ts';
import { addDecimal, type Decimal } from '#domain/values/decimal.ts';

/** A sum in one unit: a currency, or what is counted. */
export interface CellSum {
  /** A currency code, `projects` or `jobs`. */
  readonly unit: string;
  /** Projects in the sum. */
  readonly count: number;
  /** In major units. */
  readonly value: Decimal;
  /** The denominator of `value`, of the same projects: mu, or major units of money. */
  readonly base?: Decimal;
}

/** Projects in one place of a table. Two units are never added. */
export interface Cell {
  readonly count: number;
  /** Projects whose value is not known. */
  readonly undisclosed: number;
  readonly sums: readonly CellSum[];
  /** Codes of the projects, where the whole table has few. */
  readonly codes?: readonly string[];
}

/** Projects with the same place and the same unit, as a store adds them. */
export interface CellRow {
  readonly key: string;
  readonly part: string;
  /** Omitted where the value is not known. */
  readonly unit?: string;
  readonly count: number;
  readonly value: Decimal;
  readonly base?: Decimal;
  readonly codes?: readonly string[];
}

export const noProjects: Cell = { count: 0, undisclosed: 0, sums: [] };

function addSums(sums: readonly CellSum[]): CellSum[] {
  const units = new Map<string, CellSum>();
  for (const sum of sums) {
    const before = units.get(sum.unit);
    units.set(
      sum.unit,
      before === undefined
        ? sum
        : {
            unit: sum.unit,
            count: before.count + sum.count,
            value: addDecimal(before.value, sum.value),
            ...compact({
              base:
                before.base === undefined && sum.base === undefined
                  ? undefined
                  : addDecimal(before.base ?? '0', sum.base ?? '0'),
            }),
          },
    );
  }
  return [...units.values()].toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
}

/** Adds cells exactly, unit by unit. */
export function addCells(cells: readonly Cell[]): Cell {
  const codes = cells.flatMap((cell) => cell.codes ?? []);
  return {
    count: cells.reduce((sum, { count }) => sum + count, 0),
    undisclosed: cells.reduce((sum, { undisclosed }) => sum + undisclosed, 0),
    sums: addSums(cells.flatMap(({ sums }) => sums)),
    ...compact({ codes: codes.length === 0 ? undefined : codes.toSorted() }),
  };
}

/** The cell of one row of a store. */
export const toCell = ({ unit, count, value, base, codes }: CellRow): Cell => ({
  count,
  undisclosed: unit === undefined ? count : 0,
  sums: unit === undefined ? [] : [{ unit, count, value, ...compact({ base }) }],
  ...compact({ codes }),
});

/** Finds the sum of a cell in a unit. @returns undefined if nothing is known in this unit */
export const findSum = (cell: Cell, unit: string): CellSum | undefined =>
  cell.sums.find((sum) => sum.unit === unit);

/**
 * The units of a table: the zone's currency first, then those with most projects. Their sums can
 * not be compared.
 */
export function listUnits(total: Cell, base_currency: string): string[] {
  return total.sums
    .toSorted(
      (a, b) =>
        Number(b.unit === base_currency) - Number(a.unit === base_currency) ||
        b.count - a.count ||
        (a.unit < b.unit ? -1 : 1),
    )
    .map(({ unit }) => unit);
}
