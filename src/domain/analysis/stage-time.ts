import { pickNamed, type NamedProject } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import { addDays, daysBetween, type IsoDate } from '#domain/values/date.ts';
import type { Gate } from '#domain/projects/gate.ts';
import { daysAt, stalledAfterDays, type StageStay } from '#domain/projects/stage-days.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';
import { addCalendarMonths } from '#domain/work/gate-state.ts';

/** How a project left its stage: to a later stage, or out of the register. */
export const stageEnds = ['moved_on', 'left'] as const;
export type StageEnd = (typeof stageEnds)[number];

/** Active projects that entered their stage on a day. */
export interface OpenCases {
  readonly stage: Stage;
  /** Null where the day is not known. */
  readonly since: IsoDate | null;
  readonly count: number;
}
/** Projects that left a stage after a number of days. */
export interface ClosedCases {
  readonly stage: Stage;
  readonly end: StageEnd;
  /** Null where the day of entry or of leaving is not known. */
  readonly days: number | null;
  readonly count: number;
}
interface CaseRow extends NamedProject {
  readonly stage: Stage;
}
export interface StageTimeInput {
  readonly as_of: IsoDate;
  readonly gates: readonly Gate[];
  readonly open: readonly OpenCases[];
  readonly closed: readonly ClosedCases[];
  /** Single cases of the lines that are short enough to draw each case. */
  readonly openCases: readonly (CaseRow & { readonly since: IsoDate })[];
  readonly closedCases: readonly (CaseRow & { readonly days: number; readonly end: StageEnd })[];
  readonly on_hold: number;
  readonly stage_not_set: number;
  readonly moved_back: number;
  readonly stage_unset: number;
}

/** The limit of a stage: the days after which a project exceeds it. */
export interface StageLimit {
  readonly days: number;
  /** The gate that sets it, with its months; omitted where the usual limit of the stage holds. */
  readonly gate?: Pick<Gate, 'id' | 'name' | 'months'>;
}
/** Percentiles of the days; given from five cases on. */
export interface DaysSpread {
  readonly p10: number;
  readonly p25: number;
  readonly p75: number;
  readonly p90: number;
}
interface CaseLine {
  /** Cases with known days: they alone are in the figures. */
  readonly count: number;
  /** Given from two cases on. */
  readonly median?: number;
  readonly spread?: DaysSpread;
}
export interface OpenCase extends NamedProject {
  readonly days: number;
  readonly over?: true;
}
export interface ClosedCase extends NamedProject {
  readonly days: number;
  readonly end: StageEnd;
}
export interface StageTimeRow {
  readonly stage: Stage;
  readonly limit?: StageLimit;
  readonly open: CaseLine & {
    /** Projects over the limit; omitted without one. */
    readonly over?: number;
    readonly undated: number;
    /** Omitted where there are more than `mostCases`. */
    readonly cases?: readonly OpenCase[];
  };
  readonly closed: CaseLine & {
    readonly moved_on: number;
    readonly left: number;
    readonly undated: number;
    readonly cases?: readonly ClosedCase[];
  };
}
/** How long projects stay in each stage. Stages without a case have no row. */
export interface StageTime {
  readonly stages: readonly StageTimeRow[];
  readonly on_hold: number;
  readonly stage_not_set: number;
  /** Times in a stage that ended with a move back: neither moved on nor left. */
  readonly moved_back: number;
  /**
   * Times in a stage after which the stage is not known: they may go on or have ended. Omitted
   * where there is none.
   */
  readonly stage_unset?: number;
}

/** The largest number of cases of a line that are listed one by one. */
export const mostCases = 60;
/** Fewer cases have no percentile but the median. */
const fewestForSpread = 5;
const daysPerMonth = 30.4375;

/**
 * The gate that limits a stage: of the gates that run from its day for every project, the one that
 * ends first.
 * @returns undefined if no gate for every project runs from the stage
 */
export const limitingGate = (stage: Stage, gates: readonly Gate[]): Gate | undefined =>
  gates
    .filter(
      ({ from, counted_from, land_only }) =>
        from === stage && counted_from === undefined && land_only !== true,
    )
    .toSorted((a, b) => a.months - b.months)[0];

/**
 * The limit of a stage: that of its gate, else the days without an event after which a project is
 * stalled.
 * @returns the limit in days, with its gate if it has one; undefined for a stage without either
 */
export function stageLimit(stage: Stage, gates: readonly Gate[]): StageLimit | undefined {
  const gate = limitingGate(stage, gates);
  if (gate !== undefined) {
    const { id, name, months } = gate;
    return { days: Math.round(months * daysPerMonth), gate: { id, months, ...compact({ name }) } };
  }
  const days = stalledAfterDays[stage];
  return days === undefined ? undefined : { days };
}

/** The last day on which a project that entered on a day is within the limit. */
function lastDayWithin(since: IsoDate, { gate, days }: StageLimit): IsoDate {
  return gate === undefined ? addDays(since, days) : addCalendarMonths(since, gate.months);
}

/**
 * The first day of entry that is still within a limit: projects that entered earlier are over it.
 */
export function firstDayWithin(limit: StageLimit, as_of: IsoDate): IsoDate {
  let day = addDays(as_of, -limit.days - 40);
  while (lastDayWithin(day, limit) < as_of) day = addDays(day, 1);
  return day;
}

/** Rounds days to one digit after the point, as tables show them. @returns days */
export const roundStageDays = (days: number): number => Math.round(days * 10) / 10;

const countAll = (cases: readonly { readonly count: number }[]): number =>
  cases.reduce((sum, { count }) => sum + count, 0);

function summariseLine(stays: readonly StageStay[]): CaseLine {
  const count = countAll(stays);
  const at = (share: number): number => daysAt(stays, share) ?? 0;
  return {
    count,
    ...compact({
      median: count < 2 ? undefined : at(0.5),
      spread:
        count < fewestForSpread
          ? undefined
          : { p10: at(0.1), p25: at(0.25), p75: at(0.75), p90: at(0.9) },
    }),
  };
}

const byDays = <C extends { readonly days: number; readonly code: string }>(
  cases: readonly C[],
): readonly C[] => cases.toSorted((a, b) => a.days - b.days || (a.code < b.code ? -1 : 1));

function makeOpenLine(
  stage: Stage,
  { as_of, open, openCases }: StageTimeInput,
  limit: StageLimit | undefined,
): StageTimeRow['open'] {
  const datedRows = open.flatMap(({ since, count, ...row }) =>
    row.stage === stage && since !== null ? [{ since, count }] : [],
  );
  const isOver = (since: IsoDate): boolean =>
    limit !== undefined && lastDayWithin(since, limit) < as_of;
  const all = countAll(open.filter((row) => row.stage === stage));
  const line = summariseLine(
    datedRows.map(({ since, count }) => ({ days: daysBetween(since, as_of), count })),
  );
  const cases = openCases
    .filter((row) => row.stage === stage)
    .map((row) => ({
      ...pickNamed(row),
      days: daysBetween(row.since, as_of),
      ...compact({ over: isOver(row.since) ? true : undefined }),
    }));
  return {
    ...line,
    undated: all - line.count,
    ...compact({
      over:
        limit === undefined ? undefined : countAll(datedRows.filter((row) => isOver(row.since))),
      cases: line.count > mostCases ? undefined : byDays(cases),
    }),
  };
}

function makeClosedLine(
  stage: Stage,
  { closed, closedCases }: StageTimeInput,
): StageTimeRow['closed'] {
  const endedStays = closed.filter((row) => row.stage === stage);
  const datedRows = endedStays.flatMap(({ days, ...row }) =>
    days === null ? [] : [{ ...row, days }],
  );
  const line = summariseLine(datedRows);
  const countEnds = (end: StageEnd): number => countAll(datedRows.filter((row) => row.end === end));
  const cases = closedCases
    .filter((row) => row.stage === stage)
    .map((row) => ({ ...pickNamed(row), days: row.days, end: row.end }));
  return {
    ...line,
    moved_on: countEnds('moved_on'),
    left: countEnds('left'),
    undated: countAll(endedStays) - line.count,
    ...compact({ cases: line.count > mostCases ? undefined : byDays(cases) }),
  };
}

/**
 * Computes the days that projects stay in each stage: open cases against the limit of the stage,
 * and closed cases (domain reference 3.2 ageing). A case without a day of entry is counted apart.
 */
export function makeStageTime(input: StageTimeInput): StageTime {
  const rows = stages.map((stage): StageTimeRow => {
    const limit = stageLimit(stage, input.gates);
    return {
      stage,
      ...compact({ limit }),
      open: makeOpenLine(stage, input, limit),
      closed: makeClosedLine(stage, input),
    };
  });
  const { on_hold, stage_not_set, moved_back, stage_unset } = input;
  return {
    stages: rows.filter(
      ({ open, closed }) => open.count + open.undated + closed.count + closed.undated > 0,
    ),
    on_hold,
    stage_not_set,
    moved_back,
    ...compact({ stage_unset: stage_unset === 0 ? undefined : stage_unset }),
  };
}
