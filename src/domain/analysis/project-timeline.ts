import { compact } from '#domain/values/compact.ts';
import { addDays, type IsoDate, toQuarter } from '#domain/values/date.ts';
import { type MilestoneType, pickNamed, type NamedProject } from '#domain/projects/project.ts';
import type { TimelineGate, TimelineMilestone, TimelineProject } from './timeline-project.ts';

/** The projects of a timeline. */
export const timelineGroups = ['established', 'pipeline', 'all'] as const;
export type TimelineGroup = (typeof timelineGroups)[number];

/** A milestone or gate that is due within the next days. */
export interface TimelineDue extends NamedProject {
  readonly day: IsoDate;
  readonly type?: MilestoneType;
  readonly gate?: Pick<TimelineGate, 'id' | 'name' | 'is_legal'>;
  /** The original date of a milestone, where the date in force differs. */
  readonly original?: IsoDate;
}
/** Milestones by the quarter for which they were promised. The six parts add up to all. */
export interface TimelineQuarter {
  readonly quarter: string;
  /** Done by the promised day. */
  readonly done: number;
  readonly done_late: number;
  /** Done; the promised day or the day on which it was done is not known. */
  readonly done_unknown: number;
  /** Not done, and the promised day has passed. */
  readonly late: number;
  /** The promised day lies ahead, and the plan is later than the original date. */
  readonly later: number;
  readonly open: number;
}
export interface TimelineCounts {
  readonly projects: number;
  /** Projects without any date of a milestone. */
  readonly undated: number;
  /** Dated projects without an original date. */
  readonly no_original: number;
  readonly behind: number;
  /** The median delay in days of the projects that are behind. */
  readonly median_delay?: number;
}
/** Milestones and deadlines of projects on a day. */
export interface ProjectTimeline extends TimelineCounts {
  readonly due_days: number;
  readonly due: readonly TimelineDue[];
  /** The number of all entries; `due` lists the first ones. */
  readonly due_total: number;
  /** Gates and deadlines that have passed, the oldest first. */
  readonly passed: readonly TimelineDue[];
  readonly passed_total: number;
  readonly delays: readonly TimelineProject[];
  readonly quarters: readonly TimelineQuarter[];
  /** Each project, where there are few enough. */
  readonly rows?: readonly TimelineProject[];
}

/** The largest number of projects that are listed one by one. */
export const mostRows = 200;
/** Days ahead in which dates count as due soon. */
export const dueDays = 90;

/**
 * Counts the days by which a project is behind its original dates.
 * @returns 0 if it is not behind
 */
export const daysBehind = ({ verdict }: Pick<TimelineProject, 'verdict'>): number =>
  verdict.kind === 'later' || verdict.kind === 'overdue' ? verdict.days : 0;

/** Makes the entry of a gate or deadline of a project. */
const toDue = (
  project: NamedProject,
  { id, due, name: words, is_legal }: TimelineGate,
): TimelineDue => ({
  ...pickNamed(project),
  day: due,
  gate: { id, ...compact({ name: words, is_legal }) },
});

/** Lists the milestones and gates of a project that are due soon. */
function listDue(project: TimelineProject, as_of: IsoDate): TimelineDue[] {
  const { milestones, gates } = project;
  const named = pickNamed(project);
  const last = addDays(as_of, dueDays);
  const isSoon = (day: IsoDate | undefined): day is IsoDate =>
    day !== undefined && day >= as_of && day <= last;
  const open = milestones.filter((one) => one.actual === undefined && one.passed !== true);
  return [
    ...open.flatMap(({ type, plan, original }): TimelineDue[] => {
      const day = plan ?? original;
      const other = original === day ? undefined : original;
      return isSoon(day) ? [{ ...named, day, type, ...compact({ original: other }) }] : [];
    }),
    ...gates.filter(({ due }) => isSoon(due)).map((gate) => toDue(project, gate)),
  ];
}

/** The dates of a timeline that are listed: those of the next days, or deadlines that have passed. */
export const duePeriods = ['next', 'passed'] as const;
export type DuePeriod = (typeof duePeriods)[number];

/** Lists the dates of a project in a list of the timeline. */
export const listDates = (
  project: TimelineProject,
  period: DuePeriod,
  as_of: IsoDate,
): readonly TimelineDue[] =>
  period === 'next'
    ? listDue(project, as_of)
    : project.gates.filter(({ left }) => left < 0).map((gate) => toDue(project, gate));

/** Whether a quarter is in `2026-Q1`, `..2026-Q1` (up to it) or `2026-Q1..` (from it on). */
export function isInQuarters(quarter: string, named: string): boolean {
  if (named.startsWith('..')) return quarter <= named.slice(2);
  return named.endsWith('..') ? quarter >= named.slice(0, -2) : quarter === named;
}

/** The states of the milestones of a quarter. */
export const quarterParts = ['done', 'done_late', 'done_unknown', 'late', 'later', 'open'] as const;
export type QuarterPart = (typeof quarterParts)[number];

function findPart(
  { original, plan, actual, passed, slip = 0 }: TimelineMilestone,
  as_of: IsoDate,
): QuarterPart {
  const promise = original ?? plan;
  if (passed === true && promise !== undefined && promise >= as_of) return 'done';
  if (passed === true) return 'done_unknown';
  if (actual !== undefined) {
    if (promise === undefined) return 'done_unknown';
    return actual > promise ? 'done_late' : 'done';
  }
  if (promise !== undefined && promise < as_of) return 'late';
  return slip > 0 ? 'later' : 'open';
}

const toQuarterKey = (day: IsoDate): string => `${day.slice(0, 4)}-Q${toQuarter(day.slice(0, 7))}`;

/** The milestones of a project, each with the quarter for which it was promised and its state. */
export const placeMilestones = ({ milestones }: TimelineProject, as_of: IsoDate) =>
  milestones.flatMap((milestone) => {
    const day = milestone.original ?? milestone.plan ?? milestone.actual;
    return day === undefined
      ? []
      : [{ day, quarter: toQuarterKey(day), part: findPart(milestone, as_of) }];
  });
