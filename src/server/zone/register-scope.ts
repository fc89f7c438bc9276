import type { Origin } from '#domain/values/data-status.ts';
import type { IsoDate } from '#domain/values/date.ts';

/** One register as of a day, as known at a revision (now when absent). */
export interface ProjectScope {
  readonly origin: Origin;
  readonly as_of: IsoDate;
  readonly known?: number;
  /** Codes of projects that are taken not to be in it. */
  readonly without?: readonly string[];
}
