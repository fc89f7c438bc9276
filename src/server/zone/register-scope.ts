import type { Origin } from '#domain/values/data-status.ts';
import type { IsoDate } from '#domain/values/date.ts';

/** One register as of a day, as known at a revision; now when it is omitted. */
export interface ProjectScope {
  readonly origin: Origin;
  readonly as_of: IsoDate;
  readonly known?: number;
  /** Codes of excluded projects. */
  readonly without?: readonly string[];
}
