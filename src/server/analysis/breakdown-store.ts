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
import { concentrateProjects } from './concentration-store.ts';

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

/** Whether single projects have shares in the sum of a measure. */
const hasProjectShares = (measure: BreakdownMeasure): boolean =>
  measure !== 'count' && measure !== 'exits' && !isRatio(measure);

/** Reads a measure by group and part. The store sums it, so few rows are read. */
export async function readBreakdown(source: Source, query: BreakdownQuery): Promise<Breakdown> {
  const reader = getReader(source);
  const { measure, by, stack, as_of, filters, zones, base_currency } = query;
  const { origin, knownRevision, without = [], within } = query;
  const measureScope = {
    origin,
    as_of,
    without,
    filters,
    measure,
    ...compact({ knownRevision, within }),
  };
  const cellScope = { ...measureScope, by, stack };
  const [sums, names, left_out] = await Promise.all([
    readSum(reader, cellScope, cells),
    readInvestorNames(reader, query, measure, by),
    countLeftOut(reader, query, listStatuses(measure)),
  ]);
  const count = sums.reduce((sum, row) => sum + row.count, 0);
  const units = [...new Set(sums.flatMap(({ unit }) => unit ?? []))];
  const [codes, concentrations] = await Promise.all([
    count <= mostCodes ? listCodes(reader, query, query) : undefined,
    concentrateProjects(
      reader,
      measureScope,
      hasProjectShares(measure) ? units.slice(0, mostUnits) : [],
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
