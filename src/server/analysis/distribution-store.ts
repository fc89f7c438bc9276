import { sql } from 'kysely';
import {
  binEdges,
  type Distribution,
  type DistributionMeasure,
  makeDistribution,
  mostDots,
  type RankedSize,
  type SizeCount,
} from '#domain/analysis/distribution.ts';
import type { BreakdownFilters } from '#domain/analysis/breakdown.ts';
import { compact } from '#domain/values/compact.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { toNamed } from '#server/projects/register/project-view-store.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
import { wholeFigure } from '#server/projects/sums/whole-figure.ts';
import type { AnalysisScope } from './analysis-scope.ts';
import {
  countedVersions,
  countLeftOut,
  findColumns,
  listStatuses,
  selectKey,
  writeScaled,
  countDigits,
} from './columns-store.ts';

export interface DistributionQuery extends AnalysisScope {
  readonly measure: DistributionMeasure;
  readonly base_currency: string;
  readonly filters: BreakdownFilters;
}

/** The projects whose sizes are counted, and their measure. */
type SizeScope = AnalysisScope & { readonly measure: DistributionMeasure };

/**
 * Selects the projects with stage, unit and value. The value is an integer in the smallest part of
 * the unit.
 */
function selectSizes(reader: Reader, { measure, ...scope }: SizeScope) {
  const { unit, value } = findColumns(measure);
  return countedVersions(reader, scope, measure, 'stage').select([
    ...(['v.code', 'v.name', 'v.names_json'] as const),
    selectKey('stage', measure).as('stage'),
    unit.as('unit'),
    value.as('value_minor'),
  ]);
}

/** Selects the index of a value's bin within its power of ten, from its first three digits. */
const findEdge = () => {
  const digits = sql`substr(cast(s.value_minor as text) || '00', 1, 3)`;
  const cases = binEdges
    .slice(1)
    .map((edge, at) => sql`when ${digits} < ${sql.lit(String(edge))} then ${sql.lit(at)}`);
  return sql<number>`case ${sql.join(cases, sql` `)} else ${sql.lit(binEdges.length - 1)} end`;
};

/**
 * Counts the projects of each stage, unit and bin. The bin follows from the digits of the value,
 * without rounding.
 */
async function countSizes(reader: Reader, scope: SizeScope): Promise<readonly SizeCount[]> {
  const rows = await readSum(reader, scope, sizeGroups);
  return rows.map(({ stage, unit, length, edge, count }) => ({
    stage,
    unit,
    count,
    bin:
      unit === null || length === null || edge === null
        ? null
        : (length - 1 - countDigits(unit)) * binEdges.length + edge,
  }));
}

function groupSizes(reader: Reader, scope: SizeScope) {
  const isAbove = sql`s.value_minor > 0`;
  return reader
    .selectFrom(selectSizes(reader, scope).as('s'))
    .select(['s.stage', 's.unit'])
    .select([
      sql<number | null>`case when ${isAbove} then length(cast(s.value_minor as text)) end`.as(
        'length',
      ),
      sql<number | null>`case when ${isAbove} then ${findEdge()} end`.as('edge'),
    ])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy(['s.stage', 's.unit', sql.ref('length'), sql.ref('edge')])
    .execute();
}
const sizeGroups = groupSum<SizeScope, Awaited<ReturnType<typeof groupSizes>>[number]>({
  name: 'distribution',
  added: ['count'],
  read: groupSizes,
  changedByDay: byVersion,
});

/**
 * Reads the values around the 10th, 50th and 90th percentile of each stage and unit: at most six
 * each.
 */
async function readRanked(reader: Reader, scope: SizeScope): Promise<RankedSize[]> {
  const ranking = reader
    .selectFrom(selectSizes(reader, scope).as('s'))
    .where(sql<boolean>`s.value_minor > 0`)
    .select(['s.stage', 's.unit', 's.value_minor'])
    .select([
      sql<number>`row_number() over (partition by s.stage, s.unit order by s.value_minor)`.as(
        'rank',
      ),
      sql<number>`count(*) over (partition by s.stage, s.unit)`.as('all'),
    ]);
  const last = sql`(r."all" - 1)`;
  const places = [1, 5, 9].flatMap((tenths) => {
    const low = sql`(${last} * ${sql.lit(tenths)} / 10 + 1)`;
    return [low, sql`(${low} + 1)`];
  });
  const rows = await reader
    .selectFrom(ranking.as('r'))
    .where(sql<boolean>`r.rank in (${sql.join(places)})`)
    .select(['r.stage', 'r.unit', 'r.rank', 'r.value_minor'])
    .execute();
  return rows.flatMap(({ stage, unit, rank, value_minor }) =>
    unit === null || value_minor === null
      ? []
      : [{ stage, unit, rank, value: writeScaled(value_minor, countDigits(unit)) }],
  );
}

/** Lists the projects of each stage and unit that has at most `mostDots` projects. */
async function listProjects(reader: Reader, query: SizeScope, counts: readonly SizeCount[]) {
  const above = counts.filter(({ unit, bin }) => unit !== null && bin !== null);
  const few = [...Map.groupBy(above, ({ stage, unit }) => JSON.stringify([stage, unit])).values()]
    .filter((rows) => rows.reduce((sum, { count }) => sum + count, 0) <= mostDots)
    .flatMap(([first]) => first ?? []);
  if (few.length === 0) return [];
  const isFew = sql.join(
    few.map(({ stage, unit }) => sql`(s.stage = ${stage} and s.unit = ${unit})`),
    sql` or `,
  );
  const rows = await reader
    .selectFrom(selectSizes(reader, query).as('s'))
    .selectAll()
    .where(sql<boolean>`s.value_minor > 0 and (${isFew})`)
    .execute();
  return rows.flatMap(({ unit, value_minor, ...row }) =>
    unit === null || value_minor === null
      ? []
      : [{ ...toNamed(row), unit, value: writeScaled(value_minor, countDigits(unit)) }],
  );
}

/** What does not add up: the values around the percentiles, and projects drawn one by one. */
interface DrawnSizes {
  readonly ranked: readonly RankedSize[];
  readonly projects: Awaited<ReturnType<typeof listProjects>>;
}
/** The memory in bytes of a value or a project, roughly. */
const sizeBytes = 300;

/** They are read again if a project with a value above 0 changes its name, its stage or its value. */
const drawnSizes = wholeFigure({
  name: 'distribution_drawn',
  readParts: (reader, scope: SizeScope) =>
    reader
      .selectFrom(selectSizes(reader, scope).as('s'))
      .selectAll()
      .where(sql<boolean>`s.value_minor > 0`)
      .orderBy('s.code')
      .execute(),
  readWhole: async (reader, scope): Promise<DrawnSizes> => {
    const [ranked, projects] = await Promise.all([
      readRanked(reader, scope),
      listProjects(reader, scope, await countSizes(reader, scope)),
    ]);
    return { ranked, projects };
  },
  sizeOf: ({ ranked, projects }) => (ranked.length + projects.length) * sizeBytes,
  changedByDay: byVersion,
});

/**
 * Reads the distribution of project sizes by stage. The store counts the projects, so few rows are
 * read.
 */
export async function readDistribution(
  source: Source,
  query: DistributionQuery,
): Promise<Distribution> {
  const reader = getReader(source);
  const { as_of, measure, filters, base_currency } = query;
  const { origin, knownRevision, without = [], within } = query;
  const scope: SizeScope = {
    origin,
    as_of,
    without,
    filters,
    measure,
    ...compact({ knownRevision, within }),
  };
  const [counts, { figure: sizes = { ranked: [], projects: [] } }, left_out] = await Promise.all([
    countSizes(reader, scope),
    readSum(reader, scope, drawnSizes),
    countLeftOut(reader, scope, listStatuses(measure)),
  ]);
  return makeDistribution({
    as_of,
    measure,
    filters,
    base_currency,
    counts,
    ...sizes,
    left_out,
  });
}
