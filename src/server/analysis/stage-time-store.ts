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
import { endedStatuses, type Stage } from '#domain/projects/stage.ts';
import type { Reader } from '#server/db/db.ts';
import { sqlDayNumber } from '#server/db/sql-day-number.ts';
import { knownAt } from '#server/db/versions.ts';
import { filterConditions, listFilterValues } from '#server/projects/register/filter-store.ts';
import { toNamed, versionsAt } from '#server/projects/register/project-view-store.ts';
import type { AnalysisScope } from './analysis-scope.ts';

/** The projects of the day, without a filter by stage: a stage filters the time, not the project. */
const selectMatching = (reader: Reader, { filters, ...scope }: AnalysisScope) => {
  const { stage: _stage, ...others } = filters;
  return versionsAt(reader, scope).where((eb) => eb.and(filterConditions(eb as never, others)));
};

interface Standing {
  readonly stage: Stage | 'unknown';
  readonly status: string;
  readonly since: IsoDate | null;
  readonly count: number;
}

/** Counts the open projects by stage, status and day of entry: few rows even for many projects. */
const countOpen = (reader: Reader, scope: AnalysisScope): Promise<Standing[]> =>
  selectMatching(reader, scope)
    .select((eb) => [
      'v.stage',
      'v.status',
      'v.stage_since as since',
      eb.fn.countAll<number>().as('count'),
    ])
    .where('v.status', 'in', ['active', 'on_hold'])
    .groupBy(['v.stage', 'v.status', 'v.stage_since'])
    .execute();

/**
 * Selects the versions up to a day, each with the next one and with the last, which is that of the
 * day. One pass with windows: a join with the versions of the day is slow on SQLite.
 */
function selectSteps(reader: Reader, { filters, ...scope }: AnalysisScope): RawBuilder<unknown> {
  const { stage: _stage, ...others } = filters;
  const { origin, as_of, known, without = [] } = scope;
  const revision = knownAt(known);
  const next = sql`over (partition by v.code order by v.valid_from)`;
  const last = sql`over (partition by v.code order by v.valid_from rows between unbounded preceding and unbounded following)`;
  return sql`${reader
    .selectFrom('project_version as v')
    .select(['v.code', 'v.stage', 'v.stage_rank', 'v.stage_since', 'v.status'])
    .select((eb) => [
      sql<string | null>`lead(v.stage) ${next}`.as('next_stage'),
      sql<number | null>`lead(v.stage_rank) ${next}`.as('next_rank'),
      sql<IsoDate | null>`lead(v.stage_since) ${next}`.as('next_since'),
      sql<string | null>`lead(v.status) ${next}`.as('next_status'),
      sql<IsoDate | null>`lead(v.status_date) ${next}`.as('next_status_date'),
      sql<string>`last_value(v.name) ${last}`.as('name'),
      sql<Names | null>`last_value(v.names_json) ${last}`.as('names_json'),
      sql<string>`last_value(v.stage) ${last}`.as('last_stage'),
      sql<string>`last_value(v.status) ${last}`.as('last_status'),
      sql<number>`last_value(case when ${eb.and(filterConditions(eb as never, others))} then 1 else 0 end) ${last}`.as(
        'matches',
      ),
    ])
    .where('v.origin', '=', origin)
    .where('v.valid_from', '<=', as_of)
    .where('v.revision_from', '<=', revision)
    .where('v.revision_to', '>', revision)
    .$if(without.length > 0, (query) => query.where('v.code', 'not in', [...without]))}`;
}

/**
 * Selects the times in a stage that ended by a day, each with its end and its days. A project that
 * ended and is open again did not leave. Null days where a day of entry or of leaving is unknown.
 */
export function selectEnded(reader: Reader, scope: AnalysisScope): RawBuilder<unknown> {
  const days = sql`${sqlDayNumber(sql`t.left_on`)} - ${sqlDayNumber(sql`t.stage_since`)}`;
  const left = sql`e.next_status in (${sql.join(endedStatuses)})`;
  return sql`select t.code, t.name, t.names_json, t.stage, t.end_kind, case when t.left_on >= t.stage_since then ${days} end as days
    from (select e.code, e.name, e.names_json, e.stage, e.stage_since,
        case when ${left} then 'left' when e.next_rank > e.stage_rank then 'moved_on' else 'moved_back' end as end_kind,
        case when ${left} then e.next_status_date else e.next_since end as left_on
      from (${selectSteps(reader, scope)}) as e
      where e.matches = 1 and e.next_stage is not null and e.stage_rank is not null and e.status in ('active', 'on_hold')
        and ((${left} and e.last_status = e.next_status and e.last_stage = e.stage)
          or (not ${left} and e.next_stage <> e.stage))) as t`;
}

interface EndedRow {
  readonly stage: Stage;
  readonly end_kind: StageEnd | 'moved_back';
  readonly days: number | null;
  readonly count: number;
}

async function countEnded(reader: Reader, scope: AnalysisScope): Promise<readonly EndedRow[]> {
  const { rows } = await sql<EndedRow>`select c.stage, c.end_kind, c.days, count(*) as count
    from (${selectEnded(reader, scope)}) as c group by c.stage, c.end_kind, c.days`.execute(reader);
  return rows;
}

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
  closed: readonly ClosedCases[],
): Promise<StageTimeInput['closedCases']> {
  const few = stagesWithFew(closed.filter(({ days }) => days !== null));
  if (few.length === 0) return [];
  const { rows } = await sql<
    Omit<StageTimeInput['closedCases'][number], 'names'> & { readonly names_json: Names | null }
  >`select c.stage, c.code, c.name, c.names_json, c.days, c.end_kind as "end"
    from (${selectEnded(reader, scope)}) as c
    where c.days is not null and c.end_kind in ('moved_on', 'left') and c.stage in (${sql.join(few)})`.execute(
    reader,
  );
  return rows.map(toNamed);
}

/** Reads how long projects stand in each stage. Groups come from the store, never all projects. */
export async function readStageTime(
  reader: Reader,
  scope: AnalysisScope,
  gates: readonly Gate[],
): Promise<StageTime> {
  const stages = listFilterValues(scope.filters.stage);
  const isWanted = ({ stage }: { readonly stage: string }): boolean =>
    stages.length === 0 || stages.includes(stage);
  const [standing, endedRows] = await Promise.all([
    countOpen(reader, scope).then((rows) => rows.filter(isWanted)),
    countEnded(reader, scope).then((rows) => rows.filter(isWanted)),
  ]);
  const open = standing.flatMap(({ stage, status, ...row }): OpenCases[] =>
    status === 'active' && stage !== 'unknown' ? [{ stage, ...row }] : [],
  );
  const closed = endedRows.flatMap(({ end_kind: end, ...row }): ClosedCases[] =>
    end === 'moved_back' ? [] : [{ ...row, end }],
  );
  const [openCases, closedCases] = await Promise.all([
    listOpen(reader, scope, open),
    listEnded(reader, scope, closed),
  ]);
  const sumCounts = <R extends { readonly count: number }>(rows: readonly R[]): number =>
    rows.reduce((sum, { count }) => sum + count, 0);
  return makeStageTime({
    as_of: scope.as_of,
    gates,
    open,
    closed,
    openCases,
    closedCases,
    on_hold: sumCounts(standing.filter(({ status }) => status === 'on_hold')),
    stage_not_set: sumCounts(
      standing.filter(({ stage, status }) => status === 'active' && stage === 'unknown'),
    ),
    moved_back: sumCounts(endedRows.filter(({ end_kind }) => end_kind === 'moved_back')),
  });
}
