import { isLeftBlank } from '#domain/targets/value-entry.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import type { Indicator } from '#domain/zone/indicator.ts';

/** Hours by which the earliest time zone on earth is ahead of UTC. */
const earliestZoneHours = 14;

/** The newest month that has begun somewhere on earth, as YYYY-MM. */
export const newestMonth = (clock: () => Date): string =>
  new Date(clock().getTime() + earliestZoneHours * 3_600_000).toISOString().slice(0, 7);

/**
 * The reason to store with a missing value. January of a year-to-date indicator needs no value of
 * its own, so it defaults to `not_applicable`.
 */
export const missingReason = (
  indicator: Indicator,
  period: string,
  missing: MissingReason | undefined,
): MissingReason => missing ?? (isLeftBlank(indicator, period) ? 'not_applicable' : 'not_reported');
