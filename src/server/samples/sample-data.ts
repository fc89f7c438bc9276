import type { CauseNote } from '#domain/zone/indicator.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { ObservationEntry } from '#server/targets/observation-store.ts';

/** The data that fill an empty store: one zone, its register and its values. */
export interface SampleData {
  readonly profile: ZoneProfile;
  readonly records: readonly ProjectRecord[];
  readonly observations: readonly ObservationEntry[];
  readonly notes: readonly CauseNote[];
}
