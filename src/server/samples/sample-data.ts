import type { CauseNote } from '#domain/indicator.ts';
import type { ProjectRecord } from '#domain/project.ts';
import type { ZoneProfile } from '#domain/zone.ts';
import type { ObservationEntry } from '#server/store/observations.ts';

/** Everything that fills an empty store: one zone, its register and its values. */
export interface SampleData {
  readonly profile: ZoneProfile;
  readonly records: readonly ProjectRecord[];
  readonly observations: readonly ObservationEntry[];
  readonly notes: readonly CauseNote[];
}
