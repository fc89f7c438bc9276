import type { Language, Names } from '#domain/values/language.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { ProjectFilters } from '#server/projects/register/filter-store.ts';

/**
 * The input of a document, on which alone its bytes depend. It is plain data, so that a thread can
 * receive it.
 */
export interface DocumentScope {
  readonly origin: Origin;
  /** The revision at which the register is read. */
  readonly knownRevision: number;
  /** When that revision was recorded, in ISO 8601. Files have this time. */
  readonly recorded_at: string;
  readonly as_of: IsoDate;
  /** The earlier day of the changes. */
  readonly compare?: IsoDate;
  readonly language: Language;
  readonly filters: ProjectFilters;
  /** Number of projects that match the filters. */
  readonly projects: number;
  readonly profile: ZoneProfile;
  /** The translated names of the filters' investors by the original name. */
  readonly investors?: ReadonlyMap<string, Names>;
  /** Indicators that may not be redistributed, which `profile` therefore lacks. */
  readonly left_out?: readonly Indicator[];
  readonly overview: Overview;
  /** Whether a value is invented. Every file then says so. */
  readonly illustrative: boolean;
  /** The address of the page with the same data. */
  readonly address: string;
}
