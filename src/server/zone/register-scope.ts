import type { Origin } from '#domain/values/data-status.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Within } from '#server/db/register-filter.ts';

/** A register on a day as known at a revision. Omit the revision for the current state. */
export interface ProjectScope {
  readonly origin: Origin;
  readonly as_of: IsoDate;
  readonly knownRevision?: number;
  /** Codes of excluded projects. */
  readonly without?: readonly string[];
  /** The codes of the only projects that are read. Omit it for all. */
  readonly only?: readonly string[];
  /** The filter that projects must match on its day. Omit it for all projects. */
  readonly within?: Within;
}
