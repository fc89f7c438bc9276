import type { IsoDate } from '#domain/values/date.ts';
import type { ZoneProfile } from './zone.ts';

/**
 * Which version of its definitions a zone's figures were made with: what its words mean and what
 * counts as what.
 */
export interface Definitions {
  /** Counts from 1; another one each time that a definition changes. */
  readonly version: number;
  /** The day on which this version was recorded. */
  readonly since: IsoDate;
}
const defining = [
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

const text = (profile: ZoneProfile): string =>
  JSON.stringify([
    ...defining.map((field) => profile[field] ?? null),
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
 * The version of the definitions after all versions of a zone, oldest first. Names, sources,
 * published figures and the day of
 * the data define nothing, so that changing them makes no new version. Nothing without any version.
 */
export function findDefinitions(
  versions: readonly { readonly recorded_at: string; readonly profile: ZoneProfile }[],
): Definitions | undefined {
  let before: string | undefined;
  let found: Definitions | undefined;
  for (const { recorded_at, profile } of versions) {
    const now = text(profile);
    if (now !== before)
      found = { version: (found?.version ?? 0) + 1, since: recorded_at.slice(0, 10) };
    before = now;
  }
  return found;
}
