import type { Language } from '#domain/values/language.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { ProjectFilters } from '#server/projects/register/filter-store.ts';

/**
 * What a document of the register is made of: all of it decides every byte. Plain data, so that a
 * thread can be given it.
 */
export interface DocumentScope {
  readonly origin: Origin;
  /** The revision at which everything is read. */
  readonly known: number;
  /** When that revision was recorded, ISO 8601: the time that files bear. */
  readonly recorded_at: string;
  readonly as_of: IsoDate;
  /** The earlier day that changes are counted from. */
  readonly compare?: IsoDate;
  readonly language: Language;
  readonly filters: ProjectFilters;
  /** Projects that the filters leave. */
  readonly projects: number;
  readonly profile: ZoneProfile;
  readonly overview: Overview;
  /** Any value in it is invented: said in every file. */
  readonly illustrative: boolean;
  /** The address that shows the same. */
  readonly address: string;
}
