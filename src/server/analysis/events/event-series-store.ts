import { sql, type RawBuilder } from 'kysely';
import type { EventCell, EventMeasure } from '#domain/analysis/events/event-series.ts';
import { stageOfEvent, type ProjectEvent } from '#domain/analysis/events/project-events.ts';
import type { Standing } from '#domain/analysis/events/waiting.ts';
import { stages } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { exactHalf, type SumRow } from '#server/projects/register/amount-sums.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
import {
  amountNow,
  firstDayEnded,
  firstDayIn,
  isOpenNow,
  selectLives,
  type LifeQuery,
} from './project-life-store.ts';

export interface EventsQuery extends LifeQuery {
  readonly measure: EventMeasure;
  readonly events: readonly ProjectEvent[];
  readonly first_known_day: IsoDate;
}

const half = sql.lit(Number(exactHalf));
/** Selects the sum of the column `minor` in two halves, so that sums beyond 2^63 are exact. */
const sums = sql`cast(sum(minor / ${half}) as bigint) as high_minor, cast(sum(minor % ${half}) as bigint) as low_minor`;
const readMoney = ({ currency, high_minor, low_minor }: SumRow): Pick<EventCell, 'money'> =>
  currency === null
    ? {}
    : { money: { currency, minor: String((high_minor ?? 0n) * exactHalf + (low_minor ?? 0n)) } };

/**
 * Selects the first day of an event of a project `v`.
 * @returns null if it has had no such event; a `~` follows a day as in `firstDayIn`
 */
export const selectFirstDay = (event: ProjectEvent): RawBuilder<string | null> => {
  const stage = stageOfEvent[event];
  return stage === undefined ? firstDayEnded : firstDayIn(stage);
};
const column = (event: ProjectEvent): RawBuilder<unknown> => sql.ref(`${event}_day`);

/**
 * Groups the projects that have had an event by its month, which is null before the first known
 * day.
 */
function groupEvent(event: ProjectEvent, first: IsoDate): RawBuilder<unknown> {
  const day = column(event);
  const by = sql`case when length(${day}) > 10 then 1 else 0 end`;
  const month = sql`case when ${day} < ${first} or ${day} = ${`${first}~`} then null else substr(${day}, 1, 7) end`;
  return sql`select ${sql.lit(event)} as event, ${month} as place, ${by} as is_by, currency,
      count(*) as count, ${sums}
    from life where ${day} is not null group by 1, 2, 3, 4`;
}

/** The events of a register for one series. */
export interface EventRows {
  readonly cells: readonly EventCell[];
  readonly standing: readonly Standing[];
}
interface GroupRow extends SumRow {
  /** Null in a group of projects by furthest stage. */
  readonly event: ProjectEvent | null;
  /**
   * The month of the event (null before the first known day), or the rank of the furthest stage.
   */
  readonly place: string | null;
  /**
   * Whether the day is only the latest possible one, or whether the projects of a stage are open.
   */
  readonly is_by: boolean;
}

/** Groups the projects by the furthest stage that they ever reached. */
const groupReached = sql`select null as event, cast(reached as text) as place, is_open as is_by, currency,
    count(*) as count, ${sums} from life where reached is not null group by 2, 3, 4`;

function toStanding(row: GroupRow): Standing[] {
  const stage = stages[Number(row.place)];
  return stage === undefined
    ? []
    : [{ reached: stage, is_open: row.is_by, count: row.count, ...readMoney(row) }];
}

async function readGroups(reader: Reader, query: EventsQuery): Promise<readonly GroupRow[]> {
  const columns = sql.join([
    ...query.events.map((event) => sql`${selectFirstDay(event)} as ${column(event)}`),
    sql`max(v.stage_rank) as reached`,
    sql`${isOpenNow(query)} as is_open`,
    amountNow(query, query.measure),
  ]);
  const groups = query.events.map((event) => groupEvent(event, query.first_known_day));
  const { rows } = await sql<GroupRow>`with life as materialized (${selectLives(query, columns)})
    ${sql.join([...groups, groupReached], sql` union all `)}`.execute(reader);
  return rows;
}

const eventGroups = groupSum<EventsQuery, GroupRow>({
  name: 'events',
  added: ['count', 'high_minor', 'low_minor'],
  read: readGroups,
  changedByDay: byVersion,
});

/**
 * Counts events by month and currency, each project once for each event. Also counts the projects
 * by the furthest stage that they ever reached. Amounts are those on the day.
 */
export async function readEvents(source: Source, query: EventsQuery): Promise<EventRows> {
  const rows = await readSum(getReader(source), query, eventGroups);
  const cells = rows.flatMap((row): EventCell[] =>
    row.event === null
      ? []
      : [
          {
            event: row.event,
            ...compact({ month: row.place === null ? undefined : row.place }),
            count: row.count,
            by: row.is_by ? row.count : 0,
            undisclosed: row.currency === null && query.measure !== 'projects' ? row.count : 0,
            ...readMoney(row),
          },
        ],
  );
  return { cells, standing: rows.flatMap((row) => (row.event === null ? toStanding(row) : [])) };
}
