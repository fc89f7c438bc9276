import type { StageOrUnknown, Status } from '#domain/projects/stage.ts';

/** A project with an amount on one day; `minor` in minor units of `currency`. */
export interface ProjectOnDay {
  readonly code: string;
  readonly holder: string;
  readonly stage: StageOrUnknown;
  readonly status: Status;
  readonly industry?: string;
  readonly zone?: string;
  readonly country?: string;
  readonly prefecture?: string;
  readonly currency: string;
  readonly minor: bigint;
}
/**
 * An amount that a link shows: the projects that it adds, and those that it subtracts. `each` marks
 * single amounts, and `fact` a published amount.
 */
export interface VisibleSum {
  readonly kind: 'sum' | 'each' | 'fact';
  readonly of: readonly ProjectOnDay[];
  readonly less: readonly ProjectOnDay[];
}
