import type { NamedProject } from '#domain/projects/project.ts';
import type { AbsenceReason, DataStatus, MissingReason } from '#domain/values/data-status.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';
import type { Text } from '#domain/values/language.ts';
import type { StageOrUnknown, Status } from '#domain/projects/stage.ts';
import type { AnalysisRowsInput } from './rows-input.ts';

/** An exact value in its unit; money in major units of its currency. */
export interface ExactValue {
  readonly value: string;
  readonly unit: string;
}
/** A number of the formula, or a number beside the figure. */
export interface ExplainedPart {
  readonly name: Text;
  readonly text: Text;
}
/** Rows that the figure does not count, with the reason. */
export interface LeftOut {
  readonly reason: Text;
  readonly count: number;
}
export interface ExplainedSource {
  readonly title: Text;
  readonly date?: IsoDate;
  /** It is the zone's own register, or the values that the zone entered: nobody published it. */
  readonly is_own?: true;
}

/** A project behind a figure. `adds`: what it contributes, in the unit of the measure. */
export interface ExplainedProject extends NamedProject {
  readonly stage?: StageOrUnknown;
  readonly status?: Status;
  readonly adds?: ExactValue;
  /** For a ratio: the divisor. */
  readonly base?: ExactValue;
  /** Why the project adds nothing to the sum. */
  readonly missing?: MissingReason;
  /** The link does not show what it adds. */
  readonly is_withheld?: true;
  readonly date?: IsoDate;
}
/** A value of a month behind a figure. */
export interface ExplainedValue {
  readonly period: Month;
  readonly value?: string;
  readonly missing?: AbsenceReason;
  readonly unit: string;
  readonly data_status: DataStatus;
  readonly source?: Text;
}

/**
 * The rows behind a figure; `total` counts all, `next` leads to the next page. A link names some of
 * them, or withholds them.
 */
export type ExplainedRows =
  | { readonly kind: 'none' }
  | { readonly kind: 'withheld' }
  | {
      readonly kind: 'projects';
      readonly total: number;
      readonly items: readonly ExplainedProject[];
      readonly next: string | null;
    }
  | { readonly kind: 'values'; readonly total: number; readonly items: readonly ExplainedValue[] };

/** The projects that a figure rests on, as the store finds them. */
export interface ProjectsInput {
  readonly kind: 'find';
  readonly stages?: readonly StageOrUnknown[];
  readonly statuses: readonly Status[];
  readonly day?: IsoDate;
  readonly adds: 'one' | 'total_investment' | 'stage_days';
}
/** The rows of a figure: found by the store, or given with the figure. */
export type RowsInput =
  | { readonly kind: 'none' }
  | ProjectsInput
  | AnalysisRowsInput
  | {
      readonly kind: 'projects';
      readonly total: number;
      readonly items: readonly ExplainedProject[];
    }
  | { readonly kind: 'values'; readonly items: readonly ExplainedValue[] };

/** The part of an explanation that depends on the figure of the day. */
export interface DayExplanation {
  readonly subject?: Text;
  readonly text?: Text;
  readonly absent?: Text;
  readonly exact?: readonly ExactValue[];
  readonly filled?: Text;
  readonly parts?: readonly ExplainedPart[];
  readonly left_out?: readonly LeftOut[];
  readonly sources?: readonly ExplainedSource[];
  readonly data_status: DataStatus;
  readonly since?: IsoDate;
  readonly rows: RowsInput;
}
