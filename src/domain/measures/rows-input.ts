import type { BreakdownKey, BreakdownMeasure, BreakdownStack } from '#domain/analysis/breakdown.ts';
import type { FieldCounts, FieldGroup } from '#domain/analysis/completeness.ts';
import type { CohortEnd, FunnelSteps, LeftOut } from '#domain/analysis/events/cohort-funnel.ts';
import type { EventMeasure } from '#domain/analysis/events/event-series.ts';
import type { ProjectEvent } from '#domain/analysis/events/project-events.ts';
import type { LadderRung } from '#domain/analysis/money-ladder.ts';
import type { DuePeriod, QuarterPart, TimelineGroup } from '#domain/analysis/project-timeline.ts';
import type { StageEnd } from '#domain/analysis/stage-time.ts';
import type { FactField } from '#domain/projects/fields.ts';
import type { Stage, Status } from '#domain/projects/stage.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';

/** One row or column of a table: a group, several, the folded rest (all but `not`), or all. */
export interface KeyPlace {
  readonly is?: string;
  readonly in?: readonly string[];
  readonly not?: readonly string[];
}
/** The projects of a cell of a breakdown; with a unit, those that state the fact in it. */
export interface CellRowsInput {
  readonly kind: 'cell';
  readonly measure: BreakdownMeasure;
  readonly by: BreakdownKey;
  readonly stack: BreakdownStack;
  readonly group: KeyPlace;
  readonly part: KeyPlace;
  readonly unit?: string;
  readonly known?: boolean;
}
export const pairSides = ['above', 'below'] as const;
export type PairSide = (typeof pairSides)[number];
/** The projects that state two rungs in one currency. */
export interface PairRowsInput {
  readonly kind: 'pair';
  readonly of: LadderRung;
  readonly has: LadderRung;
  readonly by: BreakdownKey;
  readonly group: KeyPlace;
  readonly unit: string;
  /** Only those whose later rung is above or below the earlier one. */
  readonly side?: PairSide;
}
/** The projects with an event in some months, or up to them. */
export interface EventRowsInput {
  readonly kind: 'event';
  readonly event: ProjectEvent;
  readonly measure: EventMeasure;
  readonly first_known_day: IsoDate;
  /** Omitted to include the events before the records. */
  readonly from?: Month;
  readonly to: Month;
  readonly currency?: string;
  readonly known?: boolean;
}
export type NotedEvents = 'by_edition' | 'unknown';
/** The projects with events in some periods that have no amount, or only the day of an edition. */
export interface NotedEventRowsInput {
  readonly kind: 'noted_events';
  readonly events: readonly ProjectEvent[];
  readonly measure: EventMeasure;
  readonly first_known_day: IsoDate;
  readonly noted: NotedEvents;
  readonly periods: readonly { readonly first: Month; readonly last: Month }[];
}
/** The projects that left after they had reached a stage and before they reached another. */
export interface LeftRowsInput {
  readonly kind: 'left';
  readonly from: Stage;
  readonly to: Stage;
}
/** The projects of a status. */
export interface OutsideRowsInput {
  readonly kind: 'outside';
  readonly status: Status;
}
/** The projects that entered in some months; omit the months for every dated entry. */
export interface CohortRowsInput extends FunnelSteps {
  readonly kind: 'cohort';
  readonly first_known_day: IsoDate;
  readonly months?: { readonly first: Month; readonly last: Month };
  readonly end?: CohortEnd;
  /** Only those in no cohort, by reason. */
  readonly outside?: keyof LeftOut;
  /** Only those that were followed for at least this many days. */
  readonly followed?: number;
}
/** The stage times that ended. */
export interface ClosedRowsInput {
  readonly kind: 'closed';
  readonly stage: Stage;
  readonly end?: StageEnd;
  readonly dated: boolean;
}
/**
 * The active projects that entered a stage before a day, or whose day of entry is known or not
 * known.
 */
export interface OpenRowsInput {
  readonly kind: 'open';
  readonly stage: Stage;
  readonly dated: boolean;
  readonly before?: IsoDate;
}
export const fieldStates = ['applicable', 'filled', 'missing', 'not_disclosed'] as const;
export type FieldState = (typeof fieldStates)[number];
/** The projects by the state of a field, or of all fields of an owner's projects. */
export interface FieldRowsInput {
  readonly kind: 'field';
  readonly field?: FactField;
  /** All fields of a group. */
  readonly fields?: FieldGroup;
  /** Null: without an owner. */
  readonly owner?: string | null;
  readonly state: FieldState | 'any';
  readonly age?: keyof FieldCounts['ages'];
}
/** The milestones that were promised for a quarter. */
interface QuarterRowsInput {
  readonly kind: 'quarter';
  readonly by: TimelineGroup;
  readonly quarter: string;
  readonly part: QuarterPart;
}
/** The dates of the next days, or passed deadlines, of projects. */
interface DueRowsInput {
  readonly kind: 'due';
  readonly by: TimelineGroup;
  readonly due: DuePeriod;
}
/** The projects that are behind their original dates. */
interface BehindRowsInput {
  readonly kind: 'behind';
  readonly by: TimelineGroup;
}
/**
 * The projects of a stage, or of all stages, with a fact in a size class. The limits are in the
 * smallest part of its unit.
 */
export interface SizeRowsInput {
  readonly kind: 'size';
  readonly measure: BreakdownMeasure;
  readonly stage?: string;
  readonly unit: string;
  readonly class:
    | { readonly from: string; readonly to: string }
    | 'zero'
    | 'above'
    | 'other'
    | 'none';
}

/** Rows that are found from the dates of projects. */
export type TimedRowsInput = QuarterRowsInput | DueRowsInput | BehindRowsInput;
/** Rows that an analysis store finds. */
export type AnalysisRowsInput =
  | CellRowsInput
  | PairRowsInput
  | EventRowsInput
  | NotedEventRowsInput
  | LeftRowsInput
  | OutsideRowsInput
  | CohortRowsInput
  | ClosedRowsInput
  | OpenRowsInput
  | FieldRowsInput
  | TimedRowsInput
  | SizeRowsInput;
