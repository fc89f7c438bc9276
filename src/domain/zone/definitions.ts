import { dayOfMoment } from './zone-days.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ZoneProfile } from './zone.ts';

/** The version of a zone's definitions: what its terms mean and what its figures count. */
export interface Definitions {
  /** Counts from 1 and rises with every change of a definition. */
  readonly version: number;
  /** The day on which this version was recorded. */
  readonly since: IsoDate;
}
const definingFields = [
  'base_currency',
  'function_zones',
  'industries',
  'stage_mapping',
  'stage_words',
  'thresholds',
  'plan_path',
  'checkpoints',
  'history_rule',
] as const satisfies readonly (keyof ZoneProfile)[];

const serialize = (profile: ZoneProfile): string =>
  JSON.stringify([
    ...definingFields.map((field) => profile[field] ?? null),
    profile.indicators.map(({ id, name, definition, unit, kind }) => ({
      id,
      name,
      definition,
      unit,
      kind,
    })),
    profile.targets.map(({ indicator, comparator, value, deadline, baseline_date }) => ({
      indicator,
      comparator,
      value,
      deadline,
      baseline_date,
    })),
  ]);

/**
 * Finds the current version of the definitions of a zone. Names, sources, published figures and the
 * day of the data define nothing, so their changes make no new version.
 * @param versions all versions of the zone, oldest first
 * @returns undefined without any version of the zone
 */
export function findDefinitions(
  versions: readonly { readonly recorded_at: string; readonly profile: ZoneProfile }[],
): Definitions | undefined {
  const zone = versions.at(-1)?.profile;
  let before: string | undefined;
  let current: Definitions | undefined;
  for (const { recorded_at, profile } of versions) {
    const now = serialize(profile);
    if (now !== before)
      current = { version: (current?.version ?? 0) + 1, since: dayOfMoment(recorded_at, zone) };
    before = now;
  }
  return current;
}
