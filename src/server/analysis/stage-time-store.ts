import { sql, type RawBuilder } from 'kysely';
import {
  makeStageTime,
  mostCases,
  type ClosedCases,
  type OpenCases,
  type StageEnd,
  type StageTime,
  type StageTimeInput,
} from '#domain/analysis/stage-time.ts';
import type { Gate } from '#domain/projects/gate.ts';
import type { Names } from '#domain/values/language.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { endedStatuses, stageRank, stages, type Stage } from '#domain/projects/stage.ts';
import { getEngine, type Engine, type Reader } from '#server/db/db.ts';
import { sqlDaysBetween } from '#server/db/sql-day-number.ts';
import { begin, knownAt } from '#server/db/versions.ts';
import {
  filterConditions,
  isFilled,
  listFilterValues,
} from '#server/projects/register/filter-store.ts';
import { isKnownBy, toNamed, versionsAt } from '#server/projects/register/project-view-store.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
import type { AnalysisScope } from './analysis-scope.ts';

/**
 * Selects the projects of the day that match all filters except that by stage, which selects times.
 */
const selectMatching = (reader: Reader, { filters, ...scope }: AnalysisScope) => {
  const { stage: _stage, ...others } = filters;
  return versionsAt(reader, scope).where((eb) =>
    eb.and(filterConditions(eb as never, others, scope.knownRevision)),
  );
};

interface Standing {
  readonly stage: Stage | 'unknown';
  readonly status: string;
  readonly since: IsoDate | null;
  readonly count: number;
}

/**
 * The open projects by stage, status and day of entry. The groups are few even for many
 * projects.
 */
const openProjects = groupSum<AnalysisScope, Standing>({
  name: 'open_projects',
  added: ['count'],
  read: (reader, scope) =>
    selectMatching(reader, scope)
      .select((eb) => [
        'v.stage',
        'v.status',
        'v.stage_since as since',
        eb.fn.countAll<number>().as('count'),
      ])
      .where('v.status', 'in', ['active', 'on_hold'])
      .groupBy(['v.stage', 'v.status', 'v.stage_since'])
      .execute(),
  changedByDay: byVersion,
});

/** Makes the condition that a project matches the filters. Without filters all projects match. */
function selectCodes(reader: Reader, scope: AnalysisScope): RawBuilder<unknown> {
  const { stage: _stage, ...others } = scope.filters;
  return Object.values(others).every((value) => !isFilled(value))
    ? sql``
    : sql`and v.code in (${selectMatching(reader, scope).select('v.code')})`;
}

/**
 * Makes the condition that the day on which a project `t` left is only the latest possible one: an
 * edition first shows its end.
 */
function isLeftBy(engine: Engine, { origin, knownRevision }: AnalysisScope): RawBuilder<unknown> {
  const revision = knownAt(knownRevision);
  const events =
    engine === 'sqlite'
      ? sql`json_each(h.events_json, '$.status_events') as e`
      : sql`jsonb_array_elements(cast(h.events_json as jsonb) -> 'status_events') as e(value)`;
  return sql`exists (select 1 from project_history as h, ${events}
    where h.origin = ${origin} and h.code = t.code
      and ${begin('h.revision_from')} <= ${revision} and h.revision_to > ${revision}
      and e.value ->> 'by' is not null and e.value ->> 'status' = t.status and e.value ->> 'date' = t.left_on)`;
}

/**
 * Selects the times in a stage that ended by a day, each with the kind of its end and its days. A
 * project that ended and is open again did not leave. The days are null if the day of entry or of
 * leaving is unknown.
 *
 * A version holds the stage and the status before it, so only the day of entry comes from the
 * previous version. The query has one window function: each further one takes half a second for
 * 100,000 projects.
 */
function selectEnded(reader: Reader, scope: AnalysisScope): RawBuilder<unknown> {
  const { origin, as_of, knownRevision } = scope;
  const revision = knownAt(knownRevision);
  const engine = getEngine(reader);
  const isEnded = sql`v.status in (${sql.join(endedStatuses)})`;
  const ranks = sql.join(
    stages.map((stage) => sql`when ${stage} then ${sql.lit(stageRank(stage) ?? 0)}`),
    sql` `,
  );
  return sql`select t.code, t.stage, t.end_kind,
      case when t.left_on >= t.began and not (t.end_kind = 'left' and ${isLeftBy(engine, scope)})
        then ${sqlDaysBetween(engine, sql`t.began`, sql`t.left_on`)} end as days
    from (select v.code, v.valid_from, v.changes, coalesce(v.stage_from, v.stage) as stage,
        coalesce(v.status_from, v.status) as was, v.status, v.stage_from,
        case when ${isEnded} then 'left' when v.stage_rank > case coalesce(v.stage_from, v.stage) ${ranks} end
          then 'moved_on' when v.stage = 'unknown' then 'stage_unset' else 'moved_back' end as end_kind,
        case when ${isEnded} then v.status_date else v.stage_since end as left_on,
        lag(v.stage_since) over (partition by v.code order by v.valid_from) as began
      from project_version as v where ${isKnownBy(scope)} ${selectCodes(reader, scope)}) as t
    where t.changes > 0 and t.was in ('active', 'on_hold') and t.stage <> 'unknown' and (
      (t.end_kind <> 'left' and t.stage_from is not null)
      or (t.end_kind = 'left' and not exists (select 1 from project_version as l
        where l.origin = ${origin} and l.code = t.code and l.valid_from > t.valid_from and l.valid_from <= ${as_of}
          and ${begin('l.revision_from')} <= ${revision} and l.revision_to > ${revision}
          and l.status in ('active', 'on_hold')))
    )`;
}

/**
 * Selects the same times with the names of the projects on the day. SQLite would look for the times
 * of all projects again for each name unless they are materialized.
 */
export const selectNamedEnded = (reader: Reader, scope: AnalysisScope): RawBuilder<unknown> =>
  sql`with ended as materialized (${selectEnded(reader, scope)})
    select ended.*, n.name, n.names_json from ended
    inner join (${selectMatching(reader, scope).select(['v.code', 'v.name', 'v.names_json'])}) as n on n.code = ended.code`;

interface EndedRow {
  readonly stage: Stage;
  readonly end_kind: StageEnd | 'moved_back' | 'stage_unset';
  readonly days: number | null;
  readonly count: number;
}

const endedTimes = groupSum<AnalysisScope, EndedRow>({
  name: 'ended_times',
  added: ['count'],
  read: async (reader, scope) => {
    const { rows } = await sql<EndedRow>`select c.stage, c.end_kind, c.days, count(*) as count
      from (${selectEnded(reader, scope)}) as c group by c.stage, c.end_kind, c.days`.execute(
      reader,
    );
    return rows;
  },
  changedByDay: byVersion,
});

const stagesWithFew = (
  rows: readonly { readonly stage: Stage; readonly count: number }[],
): readonly Stage[] =>
  [...Map.groupBy(rows, ({ stage }) => stage)]
    .filter(([, ofStage]) => ofStage.reduce((sum, { count }) => sum + count, 0) <= mostCases)
    .map(([stage]) => stage);

async function listOpen(
  reader: Reader,
  scope: AnalysisScope,
  open: readonly OpenCases[],
): Promise<StageTimeInput['openCases']> {
  const few = stagesWithFew(open.filter(({ since }) => since !== null));
  if (few.length === 0) return [];
  const rows = await selectMatching(reader, scope)
    .select(['v.stage', 'v.code', 'v.name', 'v.names_json', 'v.stage_since as since'])
    .where('v.status', '=', 'active')
    .where('v.stage', 'in', few)
    .where('v.stage_since', 'is not', null)
    .execute();
  return rows.flatMap(({ stage, since, ...row }) =>
    stage === 'unknown' || since === null ? [] : [{ ...toNamed(row), stage, since }],
  );
}

async function listEnded(
  reader: Reader,
  scope: AnalysisScope,
  casesOfEnd: readonly ClosedCases[],
): Promise<StageTimeInput['closedCases']> {
  const few = stagesWithFew(casesOfEnd.filter(({ days }) => days !== null));
  if (few.length === 0) return [];
  const { rows } = await sql<
    Omit<StageTimeInput['closedCases'][number], 'names'> & { readonly names_json: Names | null }
  >`select c.stage, c.code, c.name, c.names_json, c.days, c.end_kind as "end"
    from (${selectNamedEnded(reader, scope)}) as c
    where c.days is not null and c.end_kind in ('moved_on', 'left') and c.stage in (${sql.join(few)})`.execute(
    reader,
  );
  return rows.map(toNamed);
}

/**
 * Reads the time that projects spend in each stage. The store groups the projects, so few rows are
 * read.
 */
export async function readStageTime(
  reader: Reader,
  scope: AnalysisScope,
  gates: readonly Gate[],
): Promise<StageTime> {
  const stages = listFilterValues(scope.filters.stage);
  const isWanted = ({ stage }: { readonly stage: string }): boolean =>
    stages.length === 0 || stages.includes(stage);
  const [standing, endedRows] = await Promise.all([
    readSum(reader, scope, openProjects).then((rows) => rows.filter(isWanted)),
    readSum(reader, scope, endedTimes).then((rows) => rows.filter(isWanted)),
  ]);
  const open = standing.flatMap(({ stage, status, ...row }): OpenCases[] =>
    status === 'active' && stage !== 'unknown' ? [{ stage, ...row }] : [],
  );
  const casesOfEnd = endedRows.flatMap(({ end_kind: end, ...row }): ClosedCases[] =>
    end === 'moved_back' || end === 'stage_unset' ? [] : [{ ...row, end }],
  );
  const [openCases, closedCases] = await Promise.all([
    listOpen(reader, scope, open),
    listEnded(reader, scope, casesOfEnd),
  ]);
  const sumCounts = <R extends { readonly count: number }>(rows: readonly R[]): number =>
    rows.reduce((sum, { count }) => sum + count, 0);
  const countEnds = (end: EndedRow['end_kind']): number =>
    sumCounts(endedRows.filter(({ end_kind }) => end_kind === end));
  return makeStageTime({
    as_of: scope.as_of,
    gates,
    open,
    closed: casesOfEnd,
    openCases,
    closedCases,
    on_hold: sumCounts(standing.filter(({ status }) => status === 'on_hold')),
    stage_not_set: sumCounts(
      standing.filter(({ stage, status }) => status === 'active' && stage === 'unknown'),
    ),
    moved_back: countEnds('moved_back'),
    stage_unset: countEnds('stage_unset'),
  });
}
