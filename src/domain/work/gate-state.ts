import { compact } from '#domain/values/compact.ts';
import { addMonths, daysBetween, monthEnd, toMonth, type IsoDate } from '#domain/values/date.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { hasReached } from '#domain/projects/stage.ts';
import { usualGates, type Gate } from '#domain/projects/gate.ts';
import { originalDay } from '#domain/projects/milestones.ts';

/** A gate that a project has not passed on a day. */
export interface GateState {
  readonly gate: Gate;
  /** The day from which it runs. Omitted when it is not known. */
  readonly since?: IsoDate;
  readonly due?: IsoDate;
  /** Days until the due day; negative once it has passed. */
  readonly daysLeft?: number;
}

/** The same day some months later, or the last day of a shorter month. */
export function addCalendarMonths(day: IsoDate, months: number): IsoDate {
  const month = addMonths(toMonth(day), months);
  const same = `${month}-${day.slice(8)}`;
  const last = monthEnd(month);
  return same > last ? last : same;
}

type ProjectStanding = Pick<
  ProjectDetail,
  'stage' | 'status' | 'stage_events' | 'site_mode' | 'milestones'
>;

/** Finds the day from which a gate runs. @returns undefined if it is not known */
function findStart(
  { from, counted_from }: Gate,
  { stage_events, milestones }: ProjectStanding,
): IsoDate | undefined {
  if (counted_from === 'agreed_start') {
    const start = milestones.find(({ type }) => type === 'start');
    return start === undefined ? undefined : originalDay(start);
  }
  const event = stage_events.findLast(({ stage }) => stage === from);
  return event === undefined || event.by === true ? undefined : event.date;
}

/**
 * Lists the open gates of a project: it has reached the first stage of each and not the other.
 * Without the day from which it runs the gate has no due day. A project that is not active has none.
 */
export function gateStates(
  project: ProjectStanding,
  gates: readonly Gate[] = usualGates,
  as_of: IsoDate,
): readonly GateState[] {
  const { stage, status, site_mode } = project;
  if (status !== 'active') return [];
  return gates
    .filter(
      ({ from, until, land_only }) =>
        hasReached(stage, from) &&
        !hasReached(stage, until) &&
        (land_only !== true || site_mode === 'land'),
    )
    .map((gate) => {
      const since = findStart(gate, project);
      const due = since === undefined ? undefined : addCalendarMonths(since, gate.months);
      return {
        gate,
        ...compact({
          since,
          due,
          daysLeft: due === undefined ? undefined : daysBetween(as_of, due),
        }),
      };
    });
}
