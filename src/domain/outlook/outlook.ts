import type { Decimal } from '#domain/values/decimal.ts';
import type { Currency } from '#domain/values/money.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { MovingStage } from './chance/stage-rates.ts';
import type { OutlookProject, ProjectMeasure } from './outlook-project.ts';
import type { PaceScenario, Sensitivity } from './scenario/scenario-result.ts';
import type { OutlookScenario } from './scenario/scenario.ts';

/** The steps from today's value to the ceiling, the most certain projects first. */
/** The parts of what projects add, by the day of full capacity. */
export const datedParts = ['on_time', 'late', 'undated'] as const;
export type DatedPart = (typeof datedParts)[number];

export const outlookSteps = ['established', 'signed', 'negotiation', 'lead'] as const;
export type OutlookStepKey = (typeof outlookSteps)[number];
/** The parts of a target: today's value, the steps, and what is missing even then. */
export const outlookParts = ['now', ...outlookSteps, 'missing'] as const;
export interface OutlookStep {
  readonly key: OutlookStepKey;
  readonly count: number;
  readonly adds: Decimal;
  /** Today's value plus everything up to this step. */
  readonly sum: Decimal;
}

/** Floor, signed and ceiling of a target, without any probability. */
export interface OutlookRange {
  /** Today's value of the zone: the floor. */
  readonly now: Decimal;
  /**
   * Empty in a shared link that may not show each of them; the sums that it may not show are
   * omitted.
   */
  readonly steps: readonly OutlookStep[];
  readonly signed?: Decimal;
  readonly ceiling: Decimal;
  /** The remaining contribution of all projects with a known amount. */
  readonly adds: Decimal;
  /** What these projects have already reached of their plans. Omitted in a link that may not show it. */
  readonly already?: Decimal;
  /** The number of projects with a known amount. */
  readonly known: number;
  /** Target − ceiling, 0 where the ceiling reaches it. */
  readonly missing: Decimal;
  /** Its parts: at full capacity by the deadline, later, and without a date. */
  readonly on_time?: Decimal;
  readonly late?: Decimal;
  readonly undated?: Decimal;
  /**
   * What the dated projects bring by the deadline, or in its year: month by month from the start of
   * operation to full capacity.
   */
  readonly in_time?: Decimal;
  /** Projects whose amount is not known. */
  readonly unknown: number;
  readonly unknown_codes: readonly string[];
  /** Projects with an amount of which it is unknown when they are at full capacity. */
  readonly undated_projects: number;
  readonly undated_codes: readonly string[];
}

/** The fewest projects that close what is missing today, largest first. */
export interface FewestProjects {
  /** Target − today's value. */
  readonly need: Decimal;
  /** Whether all projects together close the gap. */
  readonly closes: boolean;
  /** The number of projects needed; all projects where they do not close the gap. */
  readonly count: number;
  /** At most five of them. */
  readonly projects: readonly OutlookProject[];
  /** The contribution of the others. */
  readonly others: Decimal;
  readonly total: Decimal;
}

/** The share of own history in the rates of a stage, 0 to 1, with its events and months. */
export interface RateBasis {
  readonly stage: MovingStage;
  readonly own: number;
  readonly events: number;
  /** Project-months at risk. */
  readonly months: number;
}

/** The chance that projects add what is missing. Values are in the target's unit. */
export interface OutlookChance {
  readonly need: Decimal;
  /** From 0 to 1. */
  readonly chance: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Some amounts are not known, so that all figures are lower bounds. */
  readonly at_least: boolean;
  readonly basis: readonly RateBasis[];
  readonly ramp_months: number;
  readonly shock: number;
}

export const outlookRefusals = [
  'two_currencies',
  'no_projects',
  'projects_unknown',
  'no_amounts',
  'no_value',
  'deadline_passed',
  'met',
  'default_rates',
] as const;
/** Why an outlook is not computed. `default_rates` concerns its chance only. */
export type OutlookRefusal = (typeof outlookRefusals)[number];

/** The outlook of one target. */
export interface TargetOutlook {
  readonly row: TargetRow;
  readonly measure?: ProjectMeasure;
  /** Omitted where projects add nothing to the target, and with `refused` of the whole outlook. */
  readonly range?: OutlookRange;
  readonly fewest?: FewestProjects;
  /** Omitted where all rates would be defaults: `refused` says so. */
  readonly chance?: OutlookChance;
  readonly refused?: OutlookRefusal;
  /** With `two_currencies`: the currencies of target and projects, the zone's first. */
  readonly currencies?: readonly Currency[];
  /** The assumptions that move the result most, largest first. */
  readonly sensitivity?: readonly Sensitivity[];
  /** The result under the scenario. Omitted without a scenario, and where it changes nothing. */
  readonly scenario?: TargetScenario;
}

/** The result of one target under a scenario. */
export interface TargetScenario {
  readonly range?: OutlookRange;
  readonly chance?: OutlookChance;
  readonly pace?: PaceScenario;
}

/** The scenario of an outlook, and those of its codes that no active project has. */
export interface AppliedScenario extends OutlookScenario {
  readonly not_found: readonly string[];
}

export interface Outlook {
  readonly as_of: IsoDate;
  readonly revision: number;
  /** Active projects. Omitted without a register, and before its first known day. */
  readonly projects?: number;
  readonly first_known_day?: IsoDate;
  readonly scenario?: AppliedScenario;
  readonly targets: readonly TargetOutlook[];
}
