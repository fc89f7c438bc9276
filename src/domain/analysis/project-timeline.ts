import { compact } from '#domain/values/compact.ts';
import { addDays, type IsoDate, toQuarter } from '#domain/values/date.ts';
import type { Gate } from '#domain/projects/gate.ts';
import { type MilestoneType, pickNamed, type NamedProject } from '#domain/projects/project.ts';
import { daysAt } from '#domain/projects/stage-days.ts';
import { stageRank } from '#domain/projects/stage.ts';
import {
  describeProject,
  type TimedProject,
  type TimelineGate,
  type TimelineMilestone,
  type TimelineProject,
} from './timeline-project.ts';

/** Which projects a timeline shows. */
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
const listedDelays = 7;
const listedDue = 20;

/** Days by which a project is behind its original dates; 0 where it is not. */
export const daysBehind = ({ verdict }: Pick<TimelineProject, 'verdict'>): number =>
  verdict.kind === 'later' || verdict.kind === 'overdue' ? verdict.days : 0;

const toDue = (
  project: NamedProject,
  { id, due, name: words, is_legal }: TimelineGate,
): TimelineDue => ({
  ...pickNamed(project),
  day: due,
  gate: { id, ...compact({ name: words, is_legal }) },
});

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

const byDay = (a: TimelineDue, b: TimelineDue): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : a.code < b.code ? -1 : 1;
const byDelay = (a: TimelineProject, b: TimelineProject): number =>
  daysBehind(b) - daysBehind(a) || (a.code < b.code ? -1 : 1);

/** Orders rows by stage, furthest first, then by the day of the next milestone. */
function orderRows(rows: readonly TimelineProject[]): readonly TimelineProject[] {
  const key = ({ stage, next }: TimelineProject): string =>
    `${9 - (stageRank(stage) ?? -1)} ${next?.day ?? '9999'}`;
  return rows.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    return x < y ? -1 : x > y ? 1 : a.code < b.code ? -1 : 1;
  });
}

/** Adds up projects one by one, so that no whole register is in memory. */
export interface TimelineSum {
  add(project: TimedProject): void;
  finish(): ProjectTimeline;
}

interface Totals {
  readonly quarters: Map<string, Record<QuarterPart, number>>;
  readonly delayed: number[];
  rows: TimelineProject[];
  due: TimelineDue[];
  delays: TimelineProject[];
  due_total: number;
  passed: TimelineDue[];
  passed_total: number;
  projects: number;
  undated: number;
  no_original: number;
}

/** The milestones of a project, each with the quarter for which it was promised and its state. */
export const placeMilestones = ({ milestones }: TimelineProject, as_of: IsoDate) =>
  milestones.flatMap((milestone) => {
    const day = milestone.original ?? milestone.plan ?? milestone.actual;
    return day === undefined
      ? []
      : [{ day, quarter: toQuarterKey(day), part: findPart(milestone, as_of) }];
  });

function addQuarters(totals: Totals, project: TimelineProject, as_of: IsoDate): void {
  for (const { quarter: key, part } of placeMilestones(project, as_of)) {
    const quarter = totals.quarters.get(key) ?? {
      done: 0,
      done_late: 0,
      done_unknown: 0,
      late: 0,
      later: 0,
      open: 0,
    };
    quarter[part] += 1;
    totals.quarters.set(key, quarter);
  }
}

/** Keeps the first entries of a list; sorts it only once it is much longer. */
const keepFirst = <T>(
  list: T[],
  most: number,
  compare: (a: T, b: T) => number,
  now = false,
): T[] => (now || list.length > most * 8 ? list.toSorted(compare).slice(0, most) : list);

function addProject(totals: Totals, row: TimelineProject, as_of: IsoDate): void {
  totals.projects += 1;
  if (row.verdict.kind === 'no_dates') totals.undated += 1;
  if (row.verdict.kind === 'no_original') totals.no_original += 1;
  if (totals.projects <= mostRows) totals.rows.push(row);
  else totals.rows = [];
  const due = listDue(row, as_of);
  totals.due_total += due.length;
  totals.due = keepFirst([...totals.due, ...due], listedDue, byDay);
  const passedGates = row.gates.filter(({ left }) => left < 0).map((gate) => toDue(row, gate));
  totals.passed_total += passedGates.length;
  totals.passed = keepFirst([...totals.passed, ...passedGates], listedDue, byDay);
  if (daysBehind(row) > 0) {
    totals.delayed.push(daysBehind(row));
    totals.delays = keepFirst([...totals.delays, row], listedDelays, byDelay);
  }
  addQuarters(totals, row, as_of);
}

function toTimeline(totals: Totals): ProjectTimeline {
  const { projects, undated, no_original, delayed, rows, due_total, passed_total } = totals;
  const median = daysAt(
    delayed.map((days) => ({ days, count: 1 })),
    0.5,
  );
  return {
    projects,
    undated,
    no_original,
    behind: delayed.length,
    ...compact({ median_delay: median }),
    due_days: dueDays,
    due: keepFirst(totals.due, listedDue, byDay, true),
    due_total,
    passed: keepFirst(totals.passed, listedDue, byDay, true),
    passed_total,
    delays: keepFirst(totals.delays, listedDelays, byDelay, true),
    quarters: [...totals.quarters]
      .map(([quarter, parts]) => ({ quarter, ...parts }))
      .toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1)),
    ...compact({ rows: projects > mostRows ? undefined : orderRows(rows) }),
  };
}

/** Starts an empty timeline as of a day. */
export function startTimeline(as_of: IsoDate, gates: readonly Gate[]): TimelineSum {
  const totals: Totals = {
    quarters: new Map(),
    delayed: [],
    rows: [],
    due: [],
    delays: [],
    due_total: 0,
    passed: [],
    passed_total: 0,
    projects: 0,
    undated: 0,
    no_original: 0,
  };
  return {
    add: (project) => addProject(totals, describeProject(project, gates, as_of), as_of),
    finish: () => toTimeline(totals),
  };
}
