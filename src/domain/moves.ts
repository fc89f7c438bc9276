import type { Bridge } from './bridge.ts';
import { subtractDecimal } from './decimal.ts';
import type { DataStatus } from './data-status.ts';
import { type Indicator, isYearToDate, type Observation } from './indicator.ts';
import type { Text } from './language.ts';
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
export const moveKinds = ['new', 'gone', 'advanced', 'moved_back', 'stage', 'status', 'revised'] as const;
export type MoveKind = (typeof moveKinds)[number];
/** One project whose state differs between two days; it can have moved in several ways at once. */
export interface Move {
  readonly code: string;
  readonly name: string;
  readonly kinds: readonly MoveKind[];
  readonly from?: MoveSide;
  readonly to?: MoveSide;
  /** The day on which its present stage or status began, where that is known. */
  readonly date?: IsoDate;
  /** It went back to an earlier stage in between, even when it has come forward again since. */
  readonly regression: boolean;
}

const sameMoney = (a: WireMoney | undefined, b: WireMoney | undefined): boolean => a?.minor === b?.minor && a?.currency === b?.currency;

/** In which ways a project moved between two days; none when it is as it was. To or from an unmapped stage is `stage`, neither forward nor back. */
export function moveKindsOf(from: MoveSide | undefined, to: MoveSide | undefined): MoveKind[] {
  if (from === undefined || to === undefined) return from === to ? [] : [from === undefined ? 'new' : 'gone'];
  const [before, now] = [stageRank(from.stage), stageRank(to.stage)];
  return [
    ...(before !== undefined && now !== undefined && now > before ? (['advanced'] as const) : []),
    ...(before !== undefined && now !== undefined && now < before ? (['moved_back'] as const) : []),
    ...(from.stage !== to.stage && (before === undefined || now === undefined) ? (['stage'] as const) : []),
    ...(from.status !== to.status ? (['status'] as const) : []),
    ...(sameMoney(from.money, to.money) ? [] : (['revised'] as const)),
  ];
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
  /** Projects by the way they moved; one project may count in several. */
  readonly counts: Readonly<Record<MoveKind, number>>;
  readonly indicators: readonly IndicatorChange[];
  readonly revision: { readonly from: number; readonly to: number };
  readonly data_status: DataStatus;
}
