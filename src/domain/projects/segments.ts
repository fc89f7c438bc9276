import { compact } from '#domain/values/compact.ts';
import type { ProjectRecord, StageEvent, Standing, StatusEvent } from './project.ts';
import type { IsoDate } from '#domain/values/date.ts';

/** Bounds of a history: before the first event, and still open. */
export const beginning: IsoDate = '0001-01-01';
export const openEnd: IsoDate = '9999-12-31';

/** A span with one stage and one status. */
export interface Segment extends Standing {
  /** First day; `0001-01-01` for a record without any stage. */
  readonly valid_from: IsoDate;
  /** First day after the span; `9999-12-31` while it is open. */
  readonly valid_to: IsoDate;
}

interface EventDays {
  readonly date?: IsoDate;
  readonly counts_from?: IsoDate;
}
/** The day from which an event counts. */
export const countsFrom = ({ date, counts_from }: EventDays): IsoDate =>
  counts_from ?? date ?? beginning;

/** The events that count by a day. */
export const listEventsBy = <E extends EventDays>(events: readonly E[], day: IsoDate): E[] =>
  events.filter((event) => countsFrom(event) <= day);

const byDate = <E extends EventDays>(events: readonly E[]): E[] =>
  events
    .map((event, i) => ({ event, i, from: countsFrom(event) }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.i - b.i))
    .map(({ event }) => event);

const lastBy = <E extends EventDays>(events: readonly E[], day: IsoDate): E | undefined =>
  events.findLast((event) => countsFrom(event) <= day);

/**
 * The validity segments of a record: they cover the time from its first event to the open end
 * without gap or overlap. A status without a day holds from the beginning. Before the first stage
 * the project is unknown and has no segment; a record without any stage is `unknown` throughout. Of
 * two events on a day the later in the list holds.
 */
export function segments(record: ProjectRecord): Segment[] {
  const stageEvents: readonly StageEvent[] =
    record.stage_events.length > 0
      ? byDate(record.stage_events)
      : [{ stage: 'unknown', date: beginning, by: true }];
  const statusEvents: readonly StatusEvent[] = byDate(record.status_events);
  const first = stageEvents[0] === undefined ? beginning : countsFrom(stageEvents[0]);
  const starts = [...new Set([first, ...[...stageEvents, ...statusEvents].map(countsFrom)])]
    .filter((day) => day >= first && day < openEnd)
    .sort();
  return starts.map((valid_from, i) =>
    segmentAt(stageEvents, statusEvents, valid_from, starts[i + 1] ?? openEnd),
  );
}

function segmentAt(
  stageEvents: readonly StageEvent[],
  statusEvents: readonly StatusEvent[],
  valid_from: IsoDate,
  valid_to: IsoDate,
): Segment {
  const stage = lastBy(stageEvents, valid_from);
  const status = lastBy(statusEvents, valid_from);
  const date = stage?.date === beginning ? undefined : stage?.date;
  return {
    valid_from,
    valid_to,
    stage: stage?.stage ?? 'unknown',
    ...compact({
      stage_by: stage?.by === true ? date : undefined,
      stage_since: stage?.by === true ? undefined : date,
      stage_word: stage?.word,
    }),
    status: status?.status ?? 'active',
    ...compact({
      status_date: status?.date,
      status_reason: status?.reason,
      status_reason_code: status?.reason_code,
    }),
  };
}
