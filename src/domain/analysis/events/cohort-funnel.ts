import { compact } from '#domain/values/compact.ts';
import { toMonth, type IsoDate, type Month } from '#domain/values/date.ts';
import type { Stage } from '#domain/projects/stage.ts';
import { holdsMonth, listPeriods, type PeriodSize } from './calendar-periods.ts';
import { traceIncidence, type CaseTimes, type IncidencePoint } from './incidence.ts';
import { markPeriod, type RecordedPeriod, type RecordTimes } from './record-periods.ts';

/**
 * What became of the projects of a cohort. They reached the goal, wait, left, or are no longer
 * listed, so that their end is not known.
 */
export const cohortEnds = ['moved', 'open', 'left', 'unlisted'] as const;
export type CohortEnd = (typeof cohortEnds)[number];
export type CohortCounts = Readonly<Record<CohortEnd, number>> & { readonly n: number };

/** From which stage to which one. A cohort entered the first or a later one, short of the goal. */
export interface FunnelSteps {
  readonly from: Stage;
  readonly to: Stage;
}
/** Projects by month of entry and end, as a store adds them. */
export interface EntryCell {
  /** Omitted where the day of entry is not known. `before`: before the first known day. */
  readonly month?: Month | 'before';
  /**
   * `passed`: it entered at the goal or beyond. `stage_unset`: its stage is not known. Both are in
   * no cohort.
   */
  readonly end: CohortEnd | 'passed' | 'stage_unset';
  readonly count: number;
}
/** Projects by days from entry to their end or to the day of the figures. */
export interface EndTimes {
  readonly days: number;
  readonly end: CohortEnd;
  readonly count: number;
}
export interface Cohort extends RecordedPeriod, CohortCounts {
  /** Under five projects there are counts only. */
  readonly is_small: boolean;
}
/**
 * Whether it is not known if a project entered: nothing was recorded of the period, or the records
 * begin within it and hold no entry.
 */
export const isUnknownCohort = ({
  n,
  state,
  from,
}: Pick<Cohort, 'n' | 'state' | 'from'>): boolean =>
  n === 0 && (state === 'unknown' || from !== undefined);

/** The shares that moved on and left, by months since entry. */
export interface Incidence {
  readonly n: number;
  readonly points: readonly IncidencePoint[];
  /** The shares after two years, or one, or as long as enough cases were followed. */
  readonly headline?: IncidencePoint;
}
/** Projects in no cohort, by reason. */
export interface LeftOut {
  /** The day of entry is not known. */
  readonly undated: number;
  /** They entered before the first known day. */
  readonly before: number;
  /** They entered at the goal or beyond. */
  readonly passed: number;
  /**
   * Their stage is not known, so it is not known whether they entered. Omitted where there is none.
   */
  readonly stage_unset?: number;
}
export interface CohortFunnel extends FunnelSteps {
  readonly as_of: IsoDate;
  readonly size: PeriodSize;
  readonly first_known_day?: IsoDate;
  /** Oldest first. Empty where the register knows nothing by the day. */
  readonly cohorts: readonly Cohort[];
  readonly all: CohortCounts;
  /** Omitted under five projects. */
  readonly incidence?: Incidence;
  readonly left_out: LeftOut;
}
export interface CohortFunnelInput extends FunnelSteps {
  readonly as_of: IsoDate;
  readonly size: PeriodSize;
  readonly records: RecordTimes;
  readonly entries: readonly EntryCell[];
  readonly times: readonly EndTimes[];
}

/** Fewer projects have counts and no shares. */
export const fewestForShares = 5;
const mostCohorts = 120;
const longest = 24;
const headlines = [24, 12];
/** Fewer months of follow-up have no sentence about shares. */
const fewestMonths = 3;

function countEnds(
  cells: readonly { readonly end: CohortEnd; readonly count: number }[],
): CohortCounts {
  const counts = { moved: 0, open: 0, left: 0, unlisted: 0, n: 0 };
  for (const { end, count } of cells) {
    counts[end] += count;
    counts.n += count;
  }
  return counts;
}

/** A project that is no longer listed was followed to its last day in the list. */
const toCase = ({ days, end, count }: EndTimes): CaseTimes => ({
  days,
  end: end === 'unlisted' ? 'open' : end,
  count,
});

function findIncidence(times: readonly EndTimes[]): Incidence | undefined {
  const n = times.reduce((sum, { count }) => sum + count, 0);
  if (n < fewestForShares) return undefined;
  const points = traceIncidence(times.map(toCase), longest, fewestForShares);
  const last = points.at(-1);
  const headline =
    headlines
      .map((months) => points.find((point) => point.months === months))
      .find((point) => point !== undefined) ??
    (last === undefined || last.months < fewestMonths ? undefined : last);
  return { n, points, ...compact({ headline }) };
}

const isShort = (entry: EntryCell): entry is EntryCell & { readonly end: CohortEnd } =>
  entry.end !== 'passed' && entry.end !== 'stage_unset';

function countLeftOut(entries: readonly EntryCell[]): LeftOut {
  const sum = (isOf: (entry: EntryCell) => boolean): number =>
    entries.reduce((all, one) => (isOf(one) ? all + one.count : all), 0);
  const withoutStage = sum(({ end }) => end === 'stage_unset');
  return {
    undated: sum((one) => isShort(one) && one.month === undefined),
    before: sum((one) => isShort(one) && one.month === 'before'),
    passed: sum(({ end }) => end === 'passed'),
    ...compact({ stage_unset: withoutStage === 0 ? undefined : withoutStage }),
  };
}

/**
 * Makes the cohorts by entry: how many reached the goal, wait, or left by the day; and the
 * cumulative incidence of both ends over all cohorts. Young cohorts stay open: nothing is
 * extrapolated.
 */
export function makeCohortFunnel(input: CohortFunnelInput): CohortFunnel {
  const { as_of, size, records, entries, times, from, to } = input;
  const first = records.first_known_day;
  const isKnown = first !== undefined && first <= as_of;
  const periods = isKnown ? listPeriods(toMonth(first), toMonth(as_of), size, mostCohorts) : [];
  const datedEntries = entries
    .filter(isShort)
    .filter(({ month }) => month !== undefined && month !== 'before');
  const cohorts = periods.map((period): Cohort => {
    const counts = countEnds(datedEntries.filter(({ month = '' }) => holdsMonth(period, month)));
    return {
      ...markPeriod(period, records, as_of),
      ...counts,
      is_small: counts.n < fewestForShares,
    };
  });
  return {
    as_of,
    size,
    from,
    to,
    ...compact({ first_known_day: first }),
    cohorts,
    all: countEnds(isKnown ? datedEntries : []),
    ...compact({ incidence: isKnown ? findIncidence(times) : undefined }),
    left_out: countLeftOut(isKnown ? entries : []),
  };
}
