import { compact } from '#domain/values/compact.ts';
import { sql, type RawBuilder } from 'kysely';
import type { EndTimes, EntryCell, FunnelSteps } from '#domain/analysis/events/cohort-funnel.ts';
import { dayNumber, type IsoDate, type Month } from '#domain/values/date.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
import { sqlDayNumber } from '#server/db/sql-day-number.ts';
import {
  firstDayIn,
  isOpenNow,
  lastDayOpen,
  selectLives,
  stageNow,
  statusNow,
  type LifeQuery,
} from './project-life-store.ts';

export interface CohortQuery extends LifeQuery, FunnelSteps {
  readonly first_known_day: IsoDate;
}
export interface CohortRows {
  readonly entries: readonly EntryCell[];
  readonly times: readonly EndTimes[];
}

/**
 * Selects the projects that entered a stage: month of entry (null if its day is unknown), outcome,
 * and days until the outcome. The outcome is `passed` if the project reached the goal no later than
 * the stage. A project that returned counts as if it had not left. A project whose stage is not
 * known has the outcome `stage_unset`.
 */
export function selectCases(query: CohortQuery): RawBuilder<unknown> {
  const { from, to, as_of, first_known_day: first } = query;
  const columns = sql.join([
    sql`${firstDayIn(from)} as entry`,
    sql`substr(${firstDayIn(to)}, 1, 10) as goal`,
    sql`${lastDayOpen} as last_open`,
    sql`${isOpenNow(query)} as is_open`,
    sql`${statusNow(query)} as status`,
    sql`${stageNow(query)} as stage`,
  ]);
  const end = sql`case when entry is null then 'stage_unset' when goal <= substr(entry, 1, 10) then 'passed' when goal is not null then 'moved' when is_open = 1 then 'open'
    when status = 'unlisted' then 'unlisted' else 'left' end`;
  const month = sql`case when entry < ${first} and length(entry) = 10 then 'before'
    when entry <= ${`${first}~`} and length(entry) > 10 then null else substr(entry, 1, 7) end`;
  const last = sql`case when goal is not null then goal when is_open = 1 then ${as_of}
    when last_open is null or last_open < substr(entry, 1, 10) then substr(entry, 1, 10) else last_open end`;
  return sql`select code, ${month} as month, ${end} as outcome,
      ${sqlDayNumber(last)} - ${sqlDayNumber(sql`entry`)} as days, substr(entry, 1, 10) as entry_day
    from (${selectLives(query, columns)}) as life
    where entry is not null or stage = 'unknown'`;
}

interface CohortRow {
  readonly month: Month | 'before' | null;
  readonly outcome: EntryCell['end'];
  readonly days: number | null;
  /** The day of entry of an open project, whose days follow from it. */
  readonly entry_day: IsoDate | null;
  readonly count: number;
}
const cohorts = groupSum<CohortQuery, CohortRow>({
  name: 'cohorts',
  added: ['count'],
  read: async (reader, query) => {
    const { rows } = await sql<CohortRow>`with cases as materialized (${selectCases(query)})
    select month, outcome, null as days, null as entry_day, count(*) as count from cases group by 1, 2
    union all select null, outcome, case when outcome <> 'open' then days end,
        case when outcome = 'open' then entry_day end, count(*) from cases
      where month is not null and month <> 'before' and outcome <> 'passed' group by 2, 3, 4`.execute(
      reader,
    );
    return rows;
  },
  changedByDay: byVersion,
});

/**
 * Counts the projects of the cohorts by month of entry and outcome, and by days until the outcome.
 */
export async function readCohorts(source: Source, query: CohortQuery): Promise<CohortRows> {
  const rows = await readSum(getReader(source), query, cohorts);
  const entries = rows
    .filter(({ days, entry_day }) => days === null && entry_day === null)
    .map(({ month, outcome, count }) => ({
      ...compact({ month: month ?? undefined }),
      end: outcome,
      count,
    }));
  const today = dayNumber(query.as_of);
  const times = rows.flatMap(({ days, entry_day, outcome, count }) => {
    const length = entry_day === null ? days : today - dayNumber(entry_day);
    return length === null || outcome === 'passed' || outcome === 'stage_unset'
      ? []
      : [{ days: length, end: outcome, count }];
  });
  return { entries, times };
}
