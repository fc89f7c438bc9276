import type { MissingReason } from '#domain/values/data-status.ts';
import type { Month } from '#domain/values/date.ts';

/** A value of a month that no figure uses. Exactly one of `value` and `missing` is set. */
export interface DraftValue {
  readonly indicator: string;
  readonly value?: string;
  readonly missing?: MissingReason;
  readonly source?: string;
  readonly author: string;
  readonly recorded_at: string;
  readonly revision: number;
}

/** What went well in a month. It is no cause and stands apart from problems. */
export interface Achievement {
  readonly period: Month;
  readonly text: string;
  readonly author: string;
  readonly recorded_at: string;
}
