import type { IsoDate, ProjectRecord, StageEvent, StatusEvent } from '#domain/project.ts';
import type { ReasonCode } from '#domain/reason.ts';
import { stages, type Stage, type StageOrUnknown, type Status } from '#domain/stage.ts';

/** What one row says of stage and status. */
export interface RowStage {
  readonly stage?: StageOrUnknown;
  readonly word?: string;
  readonly status?: Status;
  readonly status_date?: IsoDate;
  readonly status_reason?: string;
  readonly status_reason_code?: ReasonCode;
  readonly dates: Readonly<Partial<Record<Stage, IsoDate>>>;
  /** Stages that a mark says were reached, on no day that is told. */
  readonly ticked?: readonly Stage[];
}

/** The furthest stage that actual dates and marks prove, where a register has no stage column. */
export const reached = ({ dates, ticked }: Pick<RowStage, 'dates' | 'ticked'>, asOf?: IsoDate): Stage | undefined =>
  stages.findLast((s) => ticked?.includes(s) || (dates[s] !== undefined && (asOf === undefined || dates[s] <= asOf)));

/**
 * The stage history that one row gives. Dates of earlier stages are kept in order; a present stage without a date says nothing
 * of when it began, so it stands alone and undated. Dates of later stages than the present one are left out.
 */
function eventsOf(row: RowStage, asOf: IsoDate | undefined): StageEvent[] {
  const stage = row.stage ?? reached(row, asOf);
  if (stage === undefined || stage === 'unknown') return [{ stage: 'unknown', ...(row.word === undefined ? {} : { word: row.word }) }];
  if (row.dates[stage] === undefined) return [{ stage }];
  const dated = stages
    .slice(0, stages.indexOf(stage) + 1)
    .flatMap((s) => (row.dates[s] === undefined ? [] : [{ stage: s, date: row.dates[s] as IsoDate }]));
  // An order that contradicts the ramp keeps only the present stage's date.
  const sorted = dated.every((e, i) => i === 0 || e.date >= (dated[i - 1]?.date ?? ''));
  return sorted ? dated : [{ stage, date: row.dates[stage] as IsoDate }];
}

function statusOf(row: RowStage): StatusEvent[] {
  const status = row.status ?? 'active';
  if (status === 'active') return [{ status }];
  const event: StatusEvent = {
    status,
    ...(row.status_date === undefined ? {} : { date: row.status_date }),
    ...(row.status_reason === undefined ? {} : { reason: row.status_reason }),
    ...(row.status_reason_code === undefined ? {} : { reason_code: row.status_reason_code }),
  };
  return row.status_date === undefined ? [event] : [{ status: 'active' }, event];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The stage that a project was first listed in begins on that day where the row gives none: the editions before did not list it. */
const listedFrom = ([first, ...more]: readonly StageEvent[], day: IsoDate): StageEvent[] =>
  first === undefined ? [] : [{ ...first, date: first.date ?? day }, ...more];

/**
 * Adds what a later edition says to the history known: the same stage changes nothing, another one is an event of the edition's
 * day, and so is a project that no edition before it listed. `later`: there are editions before this one's day.
 */
export function mergeEvents(
  row: RowStage,
  known: ProjectRecord | undefined,
  asOf: IsoDate | undefined,
  later = false,
): Pick<ProjectRecord, 'stage_events' | 'status_events'> {
  const stage_events = eventsOf(row, asOf);
  const status_events = statusOf(row);
  if (!known) return { stage_events: later && asOf !== undefined ? listedFrom(stage_events, asOf) : stage_events, status_events };
  const last = known.stage_events.at(-1);
  const now = stage_events.at(-1);
  let stagesMerged: readonly StageEvent[] = known.stage_events;
  if (last?.stage === now?.stage && last?.word === now?.word) {
    if (stage_events.length >= known.stage_events.length && now?.date !== undefined && !same(stage_events, known.stage_events))
      stagesMerged = stage_events;
  } else if (now) {
    const fullHistory = stage_events.length > 1 || now.date !== undefined;
    const covers = known.stage_events.every(
      (e) => e.date === undefined || stage_events.some((n) => n.stage === e.stage && n.date === e.date),
    );
    stagesMerged =
      fullHistory && covers && known.stage_events.some((e) => e.date !== undefined)
        ? stage_events
        : [...known.stage_events, { ...now, ...((now.date ?? asOf) ? { date: now.date ?? asOf } : {}) } as StageEvent];
  }
  const lastStatus = known.status_events.at(-1);
  const nowStatus = status_events.at(-1);
  const sameStatus =
    (lastStatus?.status ?? 'active') === nowStatus?.status &&
    (nowStatus?.date === undefined || nowStatus.date === lastStatus?.date) &&
    (nowStatus?.reason === undefined || nowStatus.reason === lastStatus?.reason);
  const date = nowStatus?.date ?? asOf;
  const statusMerged =
    sameStatus || !nowStatus
      ? known.status_events
      : [
          ...known.status_events.filter((e) => e.status !== nowStatus.status || e.date !== date),
          { ...nowStatus, ...(date === undefined ? {} : { date }) },
        ];
  return { stage_events: stagesMerged, status_events: statusMerged };
}
