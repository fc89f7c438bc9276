import type { ComparableParts } from '#domain/analysis/analysis-parts.ts';
import type { HeadlineFigures } from './headline-figures.ts';
import type { ExchangeRate } from '#domain/changes/exchange-rate.ts';
import type {
  StageGroupTotals,
  Change,
  UndisclosedAmounts,
  RegisterView,
} from '#domain/projects/register-view.ts';
import type { Bridge } from '#domain/changes/bridge.ts';
import type { GroupChanges } from '#domain/changes/group-change.ts';
import type { IndicatorChange } from '#domain/changes/indicator-changes.ts';
import type { DataStatus, MissingReason, Origin } from '#domain/values/data-status.ts';
import type { CauseNote, Checkpoint, Observation, PlanPath } from '#domain/zone/indicator.ts';
import type { Text } from '#domain/values/language.ts';
import type { Figure, TargetRow } from '#domain/targets/target-row.ts';
import type { Light } from '#domain/projects/light.ts';
import type { WireMoney, Currency } from '#domain/values/money.ts';
import type { BridgeMoves } from '#domain/changes/moves.ts';
import type { ActionList } from '#domain/projects/actions.ts';
import type { FirstPlan, MilestoneType, NamedProject } from '#domain/projects/project.ts';
import type { Decision } from '#domain/work/decision.ts';
import type { ListedStatus } from '#domain/work/judgement.ts';
import type { Licence, WithheldData } from '#domain/zone/rights/redistribution.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';
import type { Stage, StageMapping } from '#domain/projects/stage.ts';
import type { ZoneTargetsVersion } from '#domain/zone/target-history.ts';
import type { ChangedValue, ClosedPeriod, ReopenedPeriod } from '#domain/targets/period-close.ts';
import type { Definitions } from '#domain/zone/definitions.ts';
import type { Industry, StageWords, VerdictThresholds, ZoneProfile } from '#domain/zone/zone.ts';

export interface Changes extends GroupChanges {
  readonly since: IsoDate;
  readonly items: readonly Change[];
  /** All changes; `items` holds the newest 50. */
  readonly total: number;
}

/** A row of the table of established projects. */
export interface EstablishedProject extends NamedProject {
  readonly industry?: string;
  readonly stage: Stage;
  readonly money?: WireMoney;
  readonly missing?: MissingReason;
  readonly next?: {
    readonly type: MilestoneType;
    readonly baseline?: IsoDate;
    /** Only where there is no baseline. */
    readonly first_plan?: FirstPlan;
    readonly plan?: IsoDate;
  };
  /** Days by which the current plan is later than the original date. */
  readonly slippage_days?: number;
  /**
   * Its original date has passed without the milestone: since when, and the days until the day of
   * the overview.
   */
  readonly overdue?: { readonly since: IsoDate; readonly days: number };
  readonly operating_since?: IsoDate;
  /** The light of its milestones. */
  readonly light?: Light;
}

export interface PhaseState {
  readonly id: string;
  readonly name: Text;
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** The elapsed share of the phase at the day of the overview, 0–1. */
  readonly elapsed: number;
}

/**
 * The state of a zone on a day. The overview, its charts, its copy and its exports show nothing
 * else.
 */
export interface Overview extends ComparableParts {
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
    readonly licence?: Licence;
    /** The omissions of data files. */
    readonly withheld?: WithheldData;
  };
  /** Whether any shown value is illustrative. The status line and every export say so. */
  readonly illustrative: boolean;
  /** Age of own data in days by the wall clock. Omitted for samples. */
  readonly age_days?: number;
  /** The report day of the next month without own data, from that day on. */
  readonly report_due?: IsoDate;
  readonly headline: {
    readonly established?: Figure;
    readonly established_investment?: Figure;
    readonly established_sums?: readonly Figure[];
    readonly investment_held_back?: readonly string[];
    readonly pipeline?: Figure;
    /** Projects without a stage. They may belong to either group. Omitted without any. */
    readonly stage_not_set?: Figure;
    /**
     * Projects by the classes of the last source, where neither established nor pipeline had been
     * published by the day.
     */
    readonly classes?: readonly Figure[];
    /** The same figures on the compared day, as published then. */
    readonly before: {
      readonly established?: Figure;
      readonly established_investment?: Figure;
      readonly pipeline?: Figure;
    };
  };
  readonly targets: readonly TargetRow[];
  /** The indicators of the targets on the compared day and on this one. Omitted without such a day. */
  readonly indicator_changes?: readonly IndicatorChange[];
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
    readonly groups: readonly StageGroupTotals[];
    /** On hold or ended, and so in no group. Omitted as `projects_total` is. */
    readonly excluded?: number;
    /**
     * The currency of most amounts, where none is in that of the zone. The chart places projects
     * by it.
     */
    readonly currency?: Currency;
    readonly data_status: DataStatus;
  };
  readonly changes?: Changes;
  /** The bridge from the compared day; only on request. */
  readonly bridge?: Bridge;
  /** The projects of each step of the bridge. */
  readonly bridge_moves?: BridgeMoves;
  /** A second currency beside the amounts; only on request. */
  readonly beside?: SecondaryCurrency;
  /** A second currency was requested, and these currencies have no rate. */
  readonly beside_missing?: { readonly currency: string; readonly without: readonly string[] };
  /** Omitted without a register, and before its first known day. */
  readonly actions?: ActionList;
  /** Omitted without a register, and before its first known day. */
  readonly undisclosed?: UndisclosedAmounts;
  readonly established: readonly EstablishedProject[];
  /** Omitted without a register, and before its first known day. */
  readonly projects_total?: number;
  /**
   * The overview counts only some projects; `of` is the number of all. `zone` has the published
   * figures, which cover all projects, like targets and values.
   */
  readonly filtered?: { readonly of: number; readonly zone: HeadlineFigures };
  /**
   * The first day on which the projects of the register are known. Before it, and without a
   * register, `strip.groups` and `established` are empty, and the register counts nothing.
   */
  readonly first_known_day?: IsoDate;
  /** Made of what a link shows: without a first known day it may have left out every project. */
  readonly is_link?: true;
  /**
   * Projects that may have been in the register without being counted; every count is then a lower
   * bound.
   */
  readonly undated?: number;
  /** The last month closed by the day, and the values of closed months that have changed since. */
  readonly closed?: { readonly period: Month; readonly changed: readonly ChangedValue[] };
  /** The values of months open again that differ from those of their first closing. */
  readonly reopened?: readonly ChangedValue[];
  /** For an overview as known earlier: the figures of the same day that have changed since. */
  readonly revised_since?: readonly RevisedFigure[];
  /** Last month with any reported observation, and its status. */
  readonly latest_month?: { readonly period: Month; readonly data_status: DataStatus };
}
export interface OverviewInput {
  readonly profile: ZoneProfile;
  readonly definitions?: Definitions;
  /**
   * Versions of the zone, oldest first, for former targets. Omitted when only the present one
   * matters.
   */
  readonly versions?: readonly ZoneTargetsVersion[];
  readonly revision: number;
  readonly as_of: IsoDate;
  readonly compare?: IsoDate;
  /** Overrides the plan path of the zone. */
  readonly plan?: PlanPath;
  /** The day of the wall clock; used only for the age of own data. */
  readonly today: IsoDate;
  readonly days: readonly IsoDate[];
  /** The days of editions and entries of the register, ascending. Omitted for a sample. */
  readonly edition_days?: readonly IsoDate[];
  /** Every indicator's observations up to as-of. */
  readonly observations: readonly Observation[];
  readonly notes: readonly CauseNote[];
  /** Decisions on targets. */
  readonly decisions?: readonly Decision[];
  /** The declared statuses of targets. */
  readonly declared?: readonly ListedStatus[];
  readonly register: RegisterView;
  /** The number of projects in the register, if only some of them are read. */
  readonly filtered_of?: number;
  /** The first day of which the register knows its projects. Omitted when there is no register. */
  readonly first_known_day?: IsoDate;
  /** Closed months, oldest first. Omitted when there is none. */
  readonly closed?: readonly ClosedPeriod[];
  /** Months that were closed and are open again, oldest first. */
  readonly reopened?: readonly ReopenedPeriod[];
}

/**
 * A second currency beside amounts that keep their own, by the last rates on or before the day.
 * `factors`: minor units of it for one minor unit of each other currency, as an exact fraction.
 */
export interface SecondaryCurrency {
  readonly currency: Currency;
  readonly used: readonly ExchangeRate[];
  readonly factors: Readonly<
    Record<Currency, { readonly numerator: string; readonly denominator: string }>
  >;
}

/**
 * A figure of a day whose value has changed since the day was first read. A value is omitted when
 * there was, or is, none.
 */
export interface RevisedFigure {
  /** Id of an indicator, a figure of the headline, or `stage`. */
  readonly figure: string;
  /** A month of an indicator. Omitted when it is the value now. */
  readonly period?: Month;
  /**
   * The stage, for figure `stage`: by its unit the number of its projects or their planned
   * investment.
   */
  readonly stage?: string;
  readonly unit: string;
  readonly before?: string;
  readonly now?: string;
}

/** Whether a zone's own set-up still lacks targets, projects or a first month. */
export const hasOpenSteps = ({
  origin,
  targets,
  projects_total,
  latest_month,
}: Overview): boolean =>
  origin === 'own' && (targets.length === 0 || !projects_total || latest_month === undefined);
