import { sql } from 'kysely';
import { compact } from '#domain/values/compact.ts';
import {
  type Breakdown,
  type BreakdownFilters,
  type BreakdownMeasure,
  type BreakdownScope,
  isRatio,
  makeBreakdown,
} from '#domain/analysis/breakdown.ts';
import type { CellRow } from '#domain/analysis/cell.ts';
import { type Concentration, makeConcentration } from '#domain/analysis/concentration.ts';
import { divideDecimal, fromNumber } from '#domain/values/decimal.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import {
  findColumns,
  countedVersions,
  countLeftOut,
  halves,
  joinHalves,
  selectKey,
  millionths,
  nothing,
  readInvestorNames,
  listStatuses,
  writeScaled,
  countDigits,
} from './columns-store.ts';
import type { AnalysisScope } from './analysis-scope.ts';

export interface BreakdownQuery extends ProjectScope, Omit<BreakdownScope, 'as_of'> {
  readonly base_currency: string;
  readonly filters: BreakdownFilters;
}

/** The most projects for which each cell lists the codes of its projects. */
const mostCodes = 300;
/** The most units for which the concentration in the largest projects is computed. */
const mostUnits = 3;

type SumRow = Awaited<ReturnType<typeof addUp>>[number];

type CellScope = AnalysisScope & Pick<BreakdownQuery, 'measure' | 'by' | 'stack'>;

/** Sums a measure by key, part and unit. */
function addUp(reader: Reader, { measure, by, stack, ...scope }: CellScope) {
  const { unit, value, base } = findColumns(measure);
  return countedVersions(reader, scope, measure, by)
    .select([
      selectKey(by, measure).as('key'),
      selectKey(stack, measure).as('part'),
      unit.as('unit'),
      ...halves(value, 'value'),
      ...halves(base ?? nothing, 'base'),
    ])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy([sql.ref('key'), sql.ref('part'), sql.ref('unit')])
    .execute();
}

const cells = groupSum<CellScope, SumRow>({
  name: 'breakdown',
  added: ['count', 'value_high_minor', 'value_low_minor', 'base_high_minor', 'base_low_minor'],
  read: addUp,
  changedByDay: byVersion,
});

/** Lists the codes of projects by key, part and unit. */
async function listCodes(
  reader: Reader,
  scope: AnalysisScope,
  { measure, by, stack }: BreakdownQuery,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await countedVersions(reader, scope, measure, by)
    .select([
      'v.code',
      selectKey(by, measure).as('key'),
      selectKey(stack, measure).as('part'),
      findColumns(measure).unit.as('unit'),
    ])
    .orderBy('v.code')
    .execute();
  return new Map(
    [...Map.groupBy(rows, findPlace)].map(([place, own]) => [place, own.map(({ code }) => code)]),
  );
}

const findPlace = ({ key, part, unit }: Pick<SumRow, 'key' | 'part' | 'unit'>): string =>
  JSON.stringify([key, part, unit]);

/** Converts the value of a row, and the base of a ratio, to decimals in major units. */
function toValues(row: SumRow, measure: BreakdownMeasure): Pick<CellRow, 'value' | 'base'> {
  const { unit } = row;
  if (unit === null) return { value: '0' };
  if (unit === 'projects') return { value: String(row.count) };
  const value = joinHalves(row.value_high_minor, row.value_low_minor);
  if (!isRatio(measure)) return { value: writeScaled(value, countDigits(unit)) };
  const base = joinHalves(row.base_high_minor, row.base_low_minor);
  if (measure === 'fdi_realised') {
    const digits = countDigits(unit);
    return { value: writeScaled(value, digits), base: writeScaled(base, digits) };
  }
  return measure === 'jobs_per_100m'
    ? { value: writeScaled(value, millionths), base: writeScaled(base, countDigits(unit)) }
    : { value: writeScaled(value, countDigits(unit)), base: writeScaled(base, millionths) };
}

/** Computes the shares of the largest projects in the sum of one unit. */
async function concentrateProjects(
  reader: Reader,
  scope: AnalysisScope,
  { measure }: BreakdownQuery,
  unit: string,
): Promise<Concentration | undefined> {
  const { value, unit: unitOf } = findColumns(measure);
  const above = () =>
    countedVersions(reader, scope, measure)
      .where(sql<boolean>`${unitOf} = ${unit}`)
      .where(sql<boolean>`${value} > 0`);
  const [sum, largest] = await Promise.all([
    above()
      .select((eb) => [eb.fn.countAll<number>().as('count'), ...halves(value, 'value')])
      .executeTakeFirstOrThrow(),
    above()
      .select(value.as('value_minor'))
      .orderBy(value, (order) => order.desc())
      .limit(3)
      .execute(),
  ]);
  const total = joinHalves(sum.value_high_minor, sum.value_low_minor);
  if (total === 0n) return undefined;
  const share = sql`cast(${value} as double precision) / ${sql.lit(Number(total))}.0`;
  const { squares } = await above()
    .select(sql<number>`sum((${share}) * (${share}))`.as('squares'))
    .executeTakeFirstOrThrow();
  const amounts = largest.map(({ value_minor }) => value_minor ?? 0n);
  const computeShare = (some: readonly bigint[]) =>
    divideDecimal(String(some.reduce((all, one) => all + one, 0n)), String(total), 9);
  return makeConcentration({
    n: sum.count,
    top: computeShare(amounts.slice(0, 1)),
    top_three: computeShare(amounts),
    squares: divideDecimal(fromNumber(squares), '1', 9),
  });
}

/** Whether single projects have shares in the sum of a measure. */
const hasProjectShares = (measure: BreakdownMeasure): boolean =>
  measure !== 'count' && measure !== 'exits' && !isRatio(measure);

/** Reads a measure by group and part. The store sums it, so few rows are read. */
export async function readBreakdown(source: Source, query: BreakdownQuery): Promise<Breakdown> {
  const reader = getReader(source);
  const { measure, by, stack, as_of, filters, zones, base_currency } = query;
  const { origin, knownRevision, without = [], within } = query;
  const cellScope = {
    origin,
    as_of,
    without,
    filters,
    measure,
    by,
    stack,
    ...compact({ knownRevision, within }),
  };
  const [sums, names, left_out] = await Promise.all([
    readSum(reader, cellScope, cells),
    readInvestorNames(reader, query, measure, by),
    countLeftOut(reader, query, listStatuses(measure)),
  ]);
  const count = sums.reduce((sum, row) => sum + row.count, 0);
  const units = [...new Set(sums.flatMap(({ unit }) => unit ?? []))];
  const [codes, ...concentrations] = await Promise.all([
    count <= mostCodes ? listCodes(reader, query, query) : undefined,
    ...(hasProjectShares(measure) ? units.slice(0, mostUnits) : []).map(
      async (unit) => [unit, await concentrateProjects(reader, query, query, unit)] as const,
    ),
  ]);
  return makeBreakdown({
    as_of,
    measure,
    by,
    stack,
    filters,
    zones,
    base_currency,
    left_out,
    names,
    rows: sums.map((row) => ({
      key: row.key,
      part: row.part,
      count: row.count,
      ...compact({ unit: row.unit ?? undefined, codes: codes?.get(findPlace(row)) }),
      ...toValues(row, measure),
    })),
    projects: Object.fromEntries(concentrations),
  });
}
