import type { Bridge } from '#domain/changes/bridge.ts';
import type { DataStatus, MissingReason, Origin } from '#domain/values/data-status.ts';
import type {
  CauseNote,
  Checkpoint,
  Month,
  Observation,
  PlanPath,
} from '#domain/zone/indicator.ts';
import type { Text } from '#domain/values/language.ts';
import type { Beside } from './secondary-currency.ts';
import type { Figure, LedgerRow } from '#domain/targets/target-row.ts';
import type { Light } from '#domain/projects/light.ts';
import type { WireMoney } from '#domain/values/money.ts';
import type { BridgeMoves } from '#domain/changes/moves.ts';
import type { AmountSpread } from '#domain/projects/amount-spread.ts';
import type { ActionList, ActionRows } from '#domain/projects/actions.ts';
import type { FirstPlan, IsoDate, MilestoneType, Project } from '#domain/projects/project.ts';
import type { Stage, StageMapping, StageOrUnknown, Status } from '#domain/projects/stage.ts';
import type { RevisedFigure } from './revised-since.ts';
import type { ZoneVersionOf } from '#domain/zone/target-history.ts';
import type { ChangedValue, ClosedPeriod } from '#domain/targets/period-close.ts';
import type { Definitions } from '#domain/zone/definitions.ts';
import type { Industry, StageWords, VerdictThresholds, ZoneProfile } from '#domain/zone/zone.ts';

export {
  type Figure,
  type Forecast,
  type ForecastRefusal,
  forecastRefusals,
  type LedgerRow,
  type SeriesPoint,
  type ValueBasis,
  type Verdict,
  valueBases,
  verdicts,
} from '#domain/targets/target-row.ts';

/** One project as a dot of the strip plot. `minor` absent: amount missing. */
export interface StripDot {
  readonly code: string;
  readonly name: string;
  readonly industry?: string;
  readonly money?: WireMoney;
  /** Why it has no amount. */
  readonly missing?: MissingReason;
}
export interface StripRow {
  readonly stage: StageOrUnknown;
  readonly count: number;
  readonly undisclosed: number;
  readonly amounts: readonly WireMoney[];
  /** Currencies whose sum a reader of a shared view does not get. */
  readonly held_back?: readonly string[];
  /** The largest projects, at most 240 of the row unless all are asked for. */
  readonly dots: readonly StripDot[];
  /** Of a row with more projects than are drawn one by one: the amounts of all of them in the zone's currency. */
  readonly spread?: AmountSpread;
  /** A shared view does not show how its amounts are spread: too few investors are known. */
  readonly spread_held_back?: true;
}
export interface StripGroup {
  readonly group: 'established' | 'pipeline' | 'unknown';
  readonly count: number;
  readonly undisclosed: number;
  readonly amounts: readonly WireMoney[];
  readonly held_back?: readonly string[];
  readonly rows: readonly StripRow[];
}
interface ChangedProject {
  readonly code: string;
  readonly name: string;
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
export interface Changes {
  readonly since: IsoDate;
  readonly items: readonly Change[];
  /** All changes; `items` holds the newest 50. */
  readonly total: number;
  readonly established: { readonly before: number; readonly now: number };
  readonly pipeline: { readonly before: number; readonly now: number };
}

/** Active projects without a total investment: how many, and the first of them by code, at most 50. */
export interface Undisclosed {
  readonly count: number;
  readonly projects: readonly { readonly code: string; readonly name: string }[];
}

/** A row of the table of established projects. */
export interface EstablishedProject {
  readonly code: string;
  readonly name: string;
  readonly industry?: string;
  readonly stage: Stage;
  readonly money?: WireMoney;
  readonly missing?: MissingReason;
  readonly next?: {
    readonly type: MilestoneType;
    readonly baseline?: IsoDate;
    /** In place of a baseline, where there is none. */
    readonly first_plan?: FirstPlan;
    readonly plan?: IsoDate;
  };
  /** Days by which its current plan is later than its original date. */
  readonly slippage_days?: number;
  /** Its original date has passed and it has not happened: since when, and days until the day shown. */
  readonly overdue?: { readonly since: IsoDate; readonly days: number };
  readonly operating_since?: IsoDate;
  /** How its milestones stand. */
  readonly light?: Light;
}

export interface PhaseState {
  readonly id: string;
  readonly name: Text;
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** 0–1 of the phase gone by at as-of. */
  readonly elapsed: number;
}

/** Where the zone stands on a day: everything the overview, its charts, its copy and its exports show. */
export interface Overview {
  readonly origin: Origin;
  readonly revision: number;
  readonly as_of: IsoDate;
  /** Days that have data, ascending, for the date stepper. */
  readonly days: readonly IsoDate[];
  readonly compare?: IsoDate;
  readonly zone: {
    readonly name: Text;
    readonly short_name: Text;
    readonly fictional: boolean;
    readonly base_currency: string;
    readonly industries: readonly Industry[];
    readonly stage_words?: StageWords;
    readonly definitions?: Definitions;
  };
  /** True when any value shown is illustrative: the status line and every export say so. */
  readonly illustrative: boolean;
  /** Age of own data in days by the wall clock; absent for samples. */
  readonly age_days?: number;
  readonly headline: {
    readonly established?: Figure;
    readonly established_investment?: Figure;
    readonly established_sums?: readonly Figure[];
    readonly investment_held_back?: readonly string[];
    readonly pipeline?: Figure;
    /** Projects by the classes of the last source, where neither established nor pipeline had been published by the day. */
    readonly classes?: readonly Figure[];
    /** The same figures on the compared day, as published then. */
    readonly before: {
      readonly established?: Figure;
      readonly established_investment?: Figure;
      readonly pipeline?: Figure;
    };
  };
  readonly targets: readonly LedgerRow[];
  /** Indicator id of the reported measure furthest behind, else the first. */
  readonly main_measure: string;
  readonly plan: {
    readonly path: PlanPath;
    readonly checkpoints: readonly Checkpoint[];
    readonly start?: IsoDate;
  };
  readonly thresholds: VerdictThresholds;
  readonly phases: readonly PhaseState[];
  readonly phase_now?: { readonly id: string; readonly month: number; readonly months: number };
  readonly phase_note?: Text;
  readonly stage_mapping: StageMapping;
  readonly strip: {
    readonly groups: readonly StripGroup[];
    /** On hold or ended: in no group. Absent before the first known day. */
    readonly excluded?: number;
    readonly data_status: DataStatus;
  };
  readonly changes?: Changes;
  /** How the compared day became this one; only where it was asked for. */
  readonly bridge?: Bridge;
  /** The projects that took the steps of the bridge. */
  readonly bridge_moves?: BridgeMoves;
  /** A second currency beside the amounts, where that was asked for. */
  readonly beside?: Beside;
  /** It was asked for, and there is no rate for these. */
  readonly beside_missing?: { readonly currency: string; readonly without: readonly string[] };
  /** Absent before the first known day. */
  readonly actions?: ActionList;
  /** Absent before the first known day. */
  readonly undisclosed?: Undisclosed;
  readonly established: readonly EstablishedProject[];
  /** Absent before the first known day. */
  readonly projects_total?: number;
  /** The first day of which the register knows its projects. Before it `strip.groups` and `established` are empty, and nothing of the register is counted. */
  readonly first_known_day?: IsoDate;
  /** Projects that may have been in the register without being counted; every count is then at least what stands there. */
  readonly undated?: number;
  /** The last month closed by as-of, and the values of closed months up to then that are others now. */
  readonly closed?: { readonly period: Month; readonly changed: readonly ChangedValue[] };
  /** Of an overview as it was known then: the figures of the same day that are others now. */
  readonly revised_since?: readonly RevisedFigure[];
  /** Last month with any reported observation, and its status. */
  readonly latest_month?: { readonly period: Month; readonly data_status: DataStatus };
}

/** What the store gives of the register for one overview: sums made in SQL, lists cut to what a page can show. */
export interface RegisterView {
  /** Projects that may have been in the register without being counted: the next edition lists them first, without a day. */
  readonly undated?: number;
  /** Active projects by stage, `unknown` last; only stages that occur. */
  readonly rows: readonly StripRow[];
  /** Not active as of the day. */
  readonly excluded: number;
  /** Active and not active together. */
  readonly total: number;
  readonly data_status: DataStatus;
  /** Active counts by stage on the compared day. */
  readonly before?: readonly { readonly stage: StageOrUnknown; readonly count: number }[];
  readonly changes: { readonly items: readonly Change[]; readonly total: number };
  readonly actions: ActionRows;
  readonly undisclosed: Undisclosed;
  /** Established by the zone's mapping: by code, at most 50. */
  readonly established: readonly Project[];
}
export interface OverviewInput {
  readonly profile: ZoneProfile;
  readonly definitions?: Definitions;
  /** Versions of the zone as known, oldest first, from which targets tell what they were; absent: only the present one. */
  readonly versions?: readonly ZoneVersionOf[];
  readonly revision: number;
  readonly as_of: IsoDate;
  readonly compare?: IsoDate;
  /** Overrides the zone's plan path for this view. */
  readonly plan?: PlanPath;
  /** The wall clock's day; used for the age of own data only. */
  readonly today: IsoDate;
  readonly days: readonly IsoDate[];
  /** Every indicator's observations up to as-of. */
  readonly observations: readonly Observation[];
  readonly notes: readonly CauseNote[];
  readonly register: RegisterView;
  /** The first day of which the register knows its projects; absent: there is no register. */
  readonly first_known_day?: IsoDate;
  /** Months that were closed, oldest first; absent: none. */
  readonly closed?: readonly ClosedPeriod[];
}
