import type { Gate } from '#domain/projects/gate.ts';
import { daysAt } from '#domain/projects/stage-days.ts';
import { stageRank } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { compareTexts, replaceFirst, type FirstRows } from '#domain/values/first-rows.ts';
import {
  daysBehind,
  dueDays,
  listDates,
  mostRows,
  placeMilestones,
  quarterParts,
  type ProjectTimeline,
  type QuarterPart,
  type TimelineDue,
} from './project-timeline.ts';
import { describeProject, type TimedProject, type TimelineProject } from './timeline-project.ts';

const listedDelays = 7;
const listedDue = 20;

/** Entries of one project on one day keep their order. */
const byDay = (a: TimelineDue, b: TimelineDue): number =>
  a.day === b.day ? compareTexts(a.code, b.code) : a.day < b.day ? -1 : 1;
const byDelay = (a: TimelineProject, b: TimelineProject): number =>
  daysBehind(b) - daysBehind(a) || compareTexts(a.code, b.code);

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
  totals(): TimelineTotals;
}

/** The contributions of projects to a timeline. Only the first rows of each list are known. */
export interface TimelineTotals {
  readonly counts: TimelineCount;
  readonly quarters: ReadonlyMap<string, Readonly<Record<QuarterPart, number>>>;
  /** The number of projects by the days that they are behind. */
  readonly delayed: ReadonlyMap<number, number>;
  readonly due: FirstRows<TimelineDue>;
  readonly passed: FirstRows<TimelineDue>;
  readonly delays: FirstRows<TimelineProject>;
  /** Each project, in any order. Omitted where there are too many. */
  readonly rows?: readonly TimelineProject[];
}
interface TimelineCount {
  readonly projects: number;
  readonly undated: number;
  readonly no_original: number;
  readonly due: number;
  readonly passed: number;
}

type Quarters = Map<string, Record<QuarterPart, number>>;
const noParts: Record<QuarterPart, number> = {
  done: 0,
  done_late: 0,
  done_unknown: 0,
  late: 0,
  later: 0,
  open: 0,
};

function addQuarters(quarters: Quarters, project: TimelineProject, as_of: IsoDate): void {
  for (const { quarter: key, part } of placeMilestones(project, as_of)) {
    const quarter = quarters.get(key) ?? { ...noParts };
    quarter[part] += 1;
    quarters.set(key, quarter);
  }
}

/** The number of known rows for each listed row. */
const knownRows = 8;

/** Collects the first rows of a list. It sorts the list only once it is much longer. */
class FirstList<Row> {
  #rows: Row[] = [];
  #are_all = true;
  readonly #most: number;
  readonly #compare: (a: Row, b: Row) => number;
  constructor(most: number, compare: (a: Row, b: Row) => number) {
    this.#most = most;
    this.#compare = compare;
  }
  add(rows: readonly Row[]): void {
    for (const row of rows) this.#rows.push(row);
    if (this.#rows.length > this.#most * 4) this.#cut();
  }
  first(): FirstRows<Row> {
    this.#cut();
    return { rows: this.#rows, are_all: this.#are_all };
  }
  #cut(): void {
    this.#are_all &&= this.#rows.length <= this.#most;
    this.#rows = this.#rows.toSorted(this.#compare).slice(0, this.#most);
  }
}

/** Starts an empty timeline as of a day. */
export function startTimeline(as_of: IsoDate, gates: readonly Gate[]): TimelineSum {
  const counts = { projects: 0, undated: 0, no_original: 0, due: 0, passed: 0 };
  const quarters: Quarters = new Map();
  const delayed = new Map<number, number>();
  const due = new FirstList(listedDue * knownRows, byDay);
  const passedGates = new FirstList(listedDue * knownRows, byDay);
  const delays = new FirstList(listedDelays * knownRows, byDelay);
  let rows: TimelineProject[] = [];
  return {
    add(project) {
      const row = describeProject(project, gates, as_of);
      const ownDue = listDates(row, 'next', as_of);
      const ownPassed = listDates(row, 'passed', as_of);
      counts.projects += 1;
      counts.undated += ['no_dates', 'no_day'].includes(row.verdict.kind) ? 1 : 0;
      counts.no_original += row.verdict.kind === 'no_original' ? 1 : 0;
      counts.due += ownDue.length;
      counts.passed += ownPassed.length;
      due.add(ownDue);
      passedGates.add(ownPassed);
      const behind = daysBehind(row);
      if (behind > 0) {
        delayed.set(behind, (delayed.get(behind) ?? 0) + 1);
        delays.add([row]);
      }
      addQuarters(quarters, row, as_of);
      if (counts.projects <= mostRows) rows.push(row);
      else rows = [];
    },
    totals: () => ({
      counts,
      quarters,
      delayed,
      due: due.first(),
      passed: passedGates.first(),
      delays: delays.first(),
      ...compact({ rows: counts.projects > mostRows ? undefined : rows }),
    }),
  };
}

/** Makes the timeline of what projects add up to. */
export function makeTimeline({
  counts,
  quarters,
  delayed,
  due,
  passed,
  delays,
  rows,
}: TimelineTotals): ProjectTimeline {
  const stays = [...delayed].map(([days, count]) => ({ days, count }));
  const { projects, undated, no_original } = counts;
  return {
    projects,
    undated,
    no_original,
    behind: stays.reduce((sum, { count }) => sum + count, 0),
    ...compact({ median_delay: daysAt(stays, 0.5) }),
    due_days: dueDays,
    due: due.rows.slice(0, listedDue),
    due_total: counts.due,
    passed: passed.rows.slice(0, listedDue),
    passed_total: counts.passed,
    delays: delays.rows.slice(0, listedDelays),
    quarters: [...quarters]
      .map(([quarter, parts]) => ({ quarter, ...parts }))
      .toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1)),
    ...compact({ rows: rows === undefined ? undefined : orderRows(rows) }),
  };
}

/**
 * Replaces what changed projects add to the totals of all projects.
 * @returns undefined if the totals must be read again
 */
export function replaceInTimeline(
  totals: TimelineTotals,
  before: TimelineTotals,
  after: TimelineTotals,
  codes: ReadonlySet<string>,
): TimelineTotals | undefined {
  const replaceCount = (name: keyof TimelineCount): number =>
    totals.counts[name] - before.counts[name] + after.counts[name];
  const due = replaceFirst(totals.due, after.due, { codes, compare: byDay, needed: listedDue });
  const passedGates = replaceFirst(totals.passed, after.passed, {
    codes,
    compare: byDay,
    needed: listedDue,
  });
  const delays = replaceFirst(totals.delays, after.delays, {
    codes,
    compare: byDelay,
    needed: listedDelays,
  });
  const projects = replaceCount('projects');
  const hasFew = projects <= mostRows;
  if (due === undefined || passedGates === undefined || delays === undefined) return undefined;
  if (hasFew && (totals.rows === undefined || after.rows === undefined)) return undefined;
  const rows = [
    ...(totals.rows ?? []).filter(({ code }) => !codes.has(code)),
    ...(after.rows ?? []),
  ];
  return {
    counts: {
      projects,
      undated: replaceCount('undated'),
      no_original: replaceCount('no_original'),
      due: replaceCount('due'),
      passed: replaceCount('passed'),
    },
    quarters: replaceQuarters(totals.quarters, before.quarters, after.quarters),
    delayed: replaceCounts(totals.delayed, before.delayed, after.delayed),
    due,
    passed: passedGates,
    delays,
    ...compact({ rows: hasFew ? rows : undefined }),
  };
}

function replaceCounts<Key>(
  counts: ReadonlyMap<Key, number>,
  before: ReadonlyMap<Key, number>,
  after: ReadonlyMap<Key, number>,
): ReadonlyMap<Key, number> {
  const next = new Map(counts);
  for (const [key, count] of before) next.set(key, (next.get(key) ?? 0) - count);
  for (const [key, count] of after) next.set(key, (next.get(key) ?? 0) + count);
  return new Map([...next].filter(([, count]) => count !== 0));
}

function replaceQuarters(
  quarters: TimelineTotals['quarters'],
  before: TimelineTotals['quarters'],
  after: TimelineTotals['quarters'],
): TimelineTotals['quarters'] {
  const next = new Map(quarters);
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [now, was, is] = [quarters, before, after].map((all) => all.get(key) ?? noParts);
    const parts = quarterParts.map(
      (part) => [part, (now?.[part] ?? 0) - (was?.[part] ?? 0) + (is?.[part] ?? 0)] as const,
    );
    if (parts.every(([, count]) => count === 0)) next.delete(key);
    else next.set(key, { ...noParts, ...Object.fromEntries(parts) });
  }
  return next;
}
