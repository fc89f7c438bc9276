import { sql } from 'kysely';
import type { BreakdownMeasure } from '#domain/analysis/breakdown.ts';
import { type Concentration, concentrateSums } from '#domain/analysis/concentration.ts';
import {
  compareTexts,
  type FirstRows,
  replaceFirst,
  takeFirst,
} from '#domain/values/first-rows.ts';
import type { Reader } from '#server/db/db.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { byVersion, type ProjectSum, readSum } from '#server/projects/sums/sum-cache.ts';
import type { AnalysisScope } from './analysis-scope.ts';
import { countedVersions, findColumns, halves, joinHalves } from './columns-store.ts';

interface MeasureScope extends AnalysisScope {
  readonly measure: BreakdownMeasure;
}
interface UnitScope extends MeasureScope {
  readonly unit: string;
}

/** The number of largest values that a concentration needs. */
const mostNeeded = 3;
/** Values beyond the largest are known, too, so that one that leaves has a successor. */
const mostKnown = 30;
/** A value is split into three parts below this number, whose products fit into 64 bits. */
const part = 2n ** 21n;
const pairs = [
  ['high', 'high'],
  ['high', 'middle'],
  ['high', 'low'],
  ['middle', 'middle'],
  ['middle', 'low'],
  ['low', 'low'],
] as const;
type Part = (typeof pairs)[number][number];
type ProductName = `${Part}_${Part}_minor`;
const nameProduct = (a: Part, b: Part): ProductName => `${a}_${b}_minor`;

/** Selects positive values of a measure. */
const aboveZero = (reader: Reader, { measure, ...scope }: MeasureScope) =>
  countedVersions(reader, scope, measure).where(sql<boolean>`${findColumns(measure).value} > 0`);

/** Sums values and the products of their parts by unit. */
function addSquares(reader: Reader, scope: MeasureScope) {
  const { unit, value } = findColumns(scope.measure);
  const size = sql.lit(Number(part));
  const parts = {
    high: sql`((${value}) / ${size} / ${size})`,
    middle: sql`((${value}) / ${size} % ${size})`,
    low: sql`((${value}) % ${size})`,
  };
  const products = pairs.map(([a, b]) =>
    sql<bigint>`cast(sum(${parts[a]} * ${parts[b]}) as bigint)`.as(nameProduct(a, b)),
  );
  return aboveZero(reader, scope)
    .select([unit.as('unit'), ...halves(value, 'value'), ...products])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy(sql.ref('unit'))
    .execute();
}
type SquareRow = Awaited<ReturnType<typeof addSquares>>[number];

const squares = groupSum({
  name: 'breakdown_squares',
  added: [
    'count',
    'value_high_minor',
    'value_low_minor',
    ...pairs.map(([a, b]) => nameProduct(a, b)),
  ],
  read: addSquares,
  changedByDay: byVersion,
});

interface LargeValue {
  readonly code: string;
  readonly value: bigint;
}
const compareValues = (a: LargeValue, b: LargeValue): number =>
  a.value === b.value ? compareTexts(a.code, b.code) : a.value > b.value ? -1 : 1;
/** The largest values of one unit. */
const largestValues: ProjectSum<UnitScope, FirstRows<LargeValue>> = {
  name: 'breakdown_largest',
  async read(reader, { unit, ...scope }) {
    const columns = findColumns(scope.measure);
    const rows = await aboveZero(reader, scope)
      .where(sql<boolean>`${columns.unit} = ${unit}`)
      .select(['v.code', columns.value.as('value_minor')])
      .orderBy(columns.value, (order) => order.desc())
      .orderBy('v.code')
      .limit(mostKnown)
      .execute();
    return takeFirst(
      rows.map(({ code, value_minor }) => ({ code, value: value_minor ?? 0n })),
      mostKnown,
    );
  },
  replace: (first, { after, codes }) =>
    replaceFirst(first, after, { codes, compare: compareValues, needed: mostNeeded }),
  sizeOf: ({ rows }) => rows.length * 100,
  changedByDay: byVersion,
};

/** Adds the products of the parts to the sum of the squared values. */
function joinSquares(row: SquareRow): bigint {
  const weights: Readonly<Record<Part, bigint>> = { high: part * part, middle: part, low: 1n };
  return pairs.reduce((sum, [a, b]) => {
    return sum + weights[a] * weights[b] * row[nameProduct(a, b)] * (a === b ? 1n : 2n);
  }, 0n);
}

/**
 * Computes the shares of the largest projects in the sum of each unit, exactly: the sums of values
 * and of squared values are kept by change.
 *
 * @param units - of the measure: currencies, or what is counted
 * @returns the concentration of each unit; undefined where no project is above 0
 */
export async function concentrateProjects(
  reader: Reader,
  scope: MeasureScope,
  units: readonly string[],
): Promise<readonly (readonly [unit: string, Concentration | undefined])[]> {
  const rows = units.length === 0 ? [] : await readSum(reader, scope, squares);
  return Promise.all(
    units.map(async (unit) => {
      const row = rows.find((one) => one.unit === unit);
      if (row === undefined) return [unit, undefined] as const;
      const first = await readSum(reader, { ...scope, unit }, largestValues);
      const concentration = concentrateSums({
        n: row.count,
        total: joinHalves(row.value_high_minor, row.value_low_minor),
        squares: joinSquares(row),
        largest: first.rows.map(({ value }) => value),
      });
      return [unit, concentration] as const;
    }),
  );
}
