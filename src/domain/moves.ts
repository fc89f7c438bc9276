import type { Bridge } from './bridge.ts';
import { subtractDecimal } from './decimal.ts';
import type { DataStatus } from './data-status.ts';
import { type Indicator, isYearToDate, type Observation } from './indicator.ts';
import type { Text } from './language.ts';
import type { Replan } from './milestones.ts';
import type { WireMoney } from './money.ts';
import { monthEnd } from './period.ts';
import type { IsoDate } from './project.ts';
import { stageRank, type StageOrUnknown, type Status } from './stage.ts';

/** A project on one of two days. */
export interface MoveSide {
  readonly stage: StageOrUnknown;
  readonly status: Status;
  /** Absent: missing, never 0. */
  readonly money?: WireMoney;
}
/**
 * The ways in which a project can change, in the order by which it is counted. `returned`: its stage or status changed between
 * the two days and is again what it was. `gone`: an edition no longer lists it. `stage`: to or from a stage that is not set.
 * `replanned`: a planned date is another.
 */
export const moveKinds = ['new', 'gone', 'status', 'advanced', 'moved_back', 'returned', 'stage', 'replanned', 'revised'] as const;
export type MoveKind = (typeof moveKinds)[number];
/** One project that changed between two days, in one or more ways; the first of its kinds is the one that it is counted under. */
export interface Move {
  readonly code: string;
  readonly name: string;
  readonly kinds: readonly MoveKind[];
  readonly from?: MoveSide;
  readonly to?: MoveSide;
  /** The day on which its present stage or status began, or by which it was reached. */
  readonly date?: IsoDate;
  /** It went back to an earlier stage in between, even when it has come forward again since. */
  readonly regression: boolean;
  /** Planned dates that are others, with their days; of `replanned` only. */
  readonly replans?: readonly Replan[];
}

const sameMoney = (a: WireMoney | undefined, b: WireMoney | undefined): boolean => a?.minor === b?.minor && a?.currency === b?.currency;

/**
 * In which ways a project changed between two days, in the order of `moveKinds`.
 *
 * @param from - the project on the first day; absent: not in the register
 * @param to - the project on the second day; absent: not in the register
 * @param changedBetween - whether another stage or status than that of the second day held in between
 * @param replanned - whether a planned date became another
 * @returns no kind where nothing changed
 */
export function moveKindsOf(from: MoveSide | undefined, to: MoveSide | undefined, changedBetween = false, replanned = false): MoveKind[] {
  if (from === undefined || to === undefined) return from === to ? [] : [from === undefined ? 'new' : 'gone'];
  const [before, now] = [stageRank(from.stage), stageRank(to.stage)];
  const isSameState = from.stage === to.stage && from.status === to.status;
  const left = from.status !== 'unlisted' && to.status === 'unlisted';
  return [
    ...(left ? (['gone'] as const) : from.status !== to.status ? (['status'] as const) : []),
    ...(before !== undefined && now !== undefined && now > before ? (['advanced'] as const) : []),
    ...(before !== undefined && now !== undefined && now < before ? (['moved_back'] as const) : []),
    ...(isSameState && changedBetween ? (['returned'] as const) : []),
    ...(from.stage !== to.stage && (before === undefined || now === undefined) ? (['stage'] as const) : []),
    ...(replanned ? (['replanned'] as const) : []),
    ...(sameMoney(from.money, to.money) ? [] : (['revised'] as const)),
  ];
}

/**
 * Counts each project once, under the first of its kinds, so that the counts add up to the number of projects.
 *
 * @param moves - the kinds of each project that changed; at least one each
 */
export function countMoves(moves: readonly Pick<Move, 'kinds'>[]): Readonly<Record<MoveKind, number>> {
  const counts = Object.fromEntries(moveKinds.map((kind) => [kind, 0])) as Record<MoveKind, number>;
  for (const { kinds } of moves) if (kinds[0] !== undefined) counts[kinds[0]] += 1;
  return counts;
}

/** One value of an indicator on a day. `revised` lists what its month said before it was corrected, newest first. */
export interface ValueOn {
  readonly date: IsoDate;
  readonly value: string;
  readonly data_status: DataStatus;
  readonly revised?: readonly { readonly value?: string; readonly recorded_at: string }[];
  /** What the same month says now, where it was corrected since. */
  readonly now?: string;
}
export interface IndicatorChange {
  readonly indicator: string;
  readonly name: Text;
  readonly unit: string;
  /** What each value covers, of a flow of the year; absent: a level. */
  readonly covers?: 'year_to_date' | 'month';
  /** The last value by the day; absent when there is none. */
  readonly from?: ValueOn;
  readonly to?: ValueOn;
  /** Exact, in the unit; absent where a value is missing, or where a year to date began anew in between. */
  readonly difference?: string;
}

/** The last reported value of one indicator among the observations up to a day. */
function valueOn(observations: readonly Observation[], indicator: string): ValueOn | undefined {
  const last = observations.findLast((o) => o.indicator === indicator && o.value !== undefined);
  if (last?.value === undefined) return undefined;
  const revised = last.earlier?.map(({ value, recorded_at }) => ({ ...(value === undefined ? {} : { value }), recorded_at }));
  return {
    date: monthEnd(last.period),
    value: last.value,
    data_status: last.data_status,
    ...(revised === undefined ? {} : { revised }),
  };
}

/** Indicators on two days, each as it was then known; what a month of the first day says by now is told beside it. */
export const indicatorChanges = (
  indicators: readonly Indicator[],
  before: readonly Observation[],
  after: readonly Observation[],
): IndicatorChange[] =>
  indicators
    .filter(({ kind }) => kind !== 'qualitative')
    .map((indicator) => {
      const { id, name, unit, kind } = indicator;
      const from = valueOn(before, id);
      const to = valueOn(after, id);
      const now = from && after.find((o) => o.indicator === id && monthEnd(o.period) === from.date)?.value;
      return {
        indicator: id,
        name,
        unit,
        ...(kind === 'annual_flow' ? { covers: isYearToDate(indicator) ? ('year_to_date' as const) : ('month' as const) } : {}),
        ...(from === undefined ? {} : { from: { ...from, ...(now === undefined || now === from.value ? {} : { now }) } }),
        ...(to === undefined ? {} : { to }),
        ...(from === undefined || to === undefined || (kind === 'annual_flow' && from.date.slice(0, 4) !== to.date.slice(0, 4))
          ? {}
          : { difference: subtractDecimal(to.value, from.value) }),
      };
    });

/** Everything that differs between a day and another, each as it was known at a revision. */
export interface RegisterChanges {
  readonly bridge: Bridge;
  /** The newest first, at most 500; `total` counts all. */
  readonly moves: readonly Move[];
  readonly total: number;
  /** Projects by the first of their kinds: the counts add up to `total`. */
  readonly counts: Readonly<Record<MoveKind, number>>;
  readonly indicators: readonly IndicatorChange[];
  readonly revision: { readonly from: number; readonly to: number };
  readonly data_status: DataStatus;
}
