import type { Origin } from '#domain/values/data-status.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Within } from '#server/db/register-filter.ts';

/** A register as of a day and as known at a revision. Omit the revision for the current state. */
export interface ProjectScope {
  readonly origin: Origin;
  readonly as_of: IsoDate;
  readonly known?: number;
  /** Codes of excluded projects. */
  readonly without?: readonly string[];
  /** Only projects that match on its day. Omit it for all. */
  readonly within?: Within;
}
