import type { DataStatus, MissingReason } from '#domain/values/data-status.ts';
import type { Currency, WireMoney } from '#domain/values/money.ts';
import type { AmountSpread } from './amount-spread.ts';
import type { ActionRows } from './actions.ts';
import type { Project, NamedProject } from './project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { StageOrUnknown, Status } from './stage.ts';

/** One project as a dot of a stage. `money` is omitted when the amount is missing. */
export interface ProjectDot extends NamedProject {
  readonly industry?: string;
  readonly money?: WireMoney;
  /** Why it has no amount. */
  readonly missing?: MissingReason;
}
export interface StageTotals {
  readonly stage: StageOrUnknown;
  readonly count: number;
  readonly undisclosed: number;
  readonly amounts: readonly WireMoney[];
  /** Currencies whose sum a shared view withholds. */
  readonly held_back?: readonly string[];
  /**
   * The projects, the largest first. A page whose table counts projects by size has none beside a
   * distribution.
   */
  readonly dots: readonly ProjectDot[];
  /**
   * For a row of more than 60 projects: the distribution of all amounts in the currency of the
   * zone, or in the main one.
   */
  readonly spread?: AmountSpread;
  /** A shared view withholds the distribution: too few investors are known. */
  readonly spread_held_back?: true;
}
export interface StageGroupTotals {
  readonly group: 'established' | 'pipeline' | 'unknown';
  readonly count: number;
  readonly undisclosed: number;
  readonly amounts: readonly WireMoney[];
  readonly held_back?: readonly string[];
  readonly rows: readonly StageTotals[];
}
interface ChangedProject extends NamedProject {
  readonly date: IsoDate;
  /** The day is that of the edition that gave it: it was reached on that day or before. */
  readonly by?: true;
}

export type Change =
  | (ChangedProject & {
      readonly kind: 'stage';
      readonly from?: StageOrUnknown;
      readonly to: StageOrUnknown;
      readonly regression: boolean;
    })
  | (ChangedProject & { readonly kind: 'new'; readonly to: StageOrUnknown })
  | (ChangedProject & { readonly kind: 'status'; readonly from: Status; readonly to: Status });

/**
 * Active projects without planned investment: how many, and the first of them by code, at most 50.
 */
export interface UndisclosedAmounts {
  readonly count: number;
  readonly projects: readonly NamedProject[];
}

/**
 * The register as the store returns it for one overview: sums by SQL, and lists cut to the length
 * of a page.
 */
export interface RegisterView {
  /**
   * Projects that may have been in the register without being counted: the next edition lists them
   * first, without a day.
   */
  readonly undated?: number;
  /** Active projects by stage, `unknown` last; only stages that occur. */
  readonly rows: readonly StageTotals[];
  /** The currency of most amounts, where none is in that of the zone. */
  readonly currency?: Currency;
  /** Not active as of the day. */
  readonly excluded: number;
  /** Active and other projects together. */
  readonly total: number;
  readonly data_status: DataStatus;
  /** Active counts by stage on the compared day; `undated_before` as `undated`, for that day. */
  readonly before?: readonly { readonly stage: StageOrUnknown; readonly count: number }[];
  readonly undated_before?: number;
  readonly changes: { readonly items: readonly Change[]; readonly total: number };
  readonly actions: ActionRows;
  readonly undisclosed: UndisclosedAmounts;
  /** Established projects by code, at most 50. */
  readonly established: readonly Project[];
}
