import { isLeftBlank } from '#domain/targets/value-entry.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import type { Indicator } from '#domain/zone/indicator.ts';

/** Hours by which the easternmost time zone is ahead of UTC. */
const earliestZoneHours = 14;

/** Returns the newest month that has begun anywhere on earth, as YYYY-MM. */
export const getNewestMonth = (clock: () => Date): string =>
  new Date(clock().getTime() + earliestZoneHours * 3_600_000).toISOString().slice(0, 7);

/**
 * Resolves the reason stored with a missing value. A year-to-date indicator needs no value for
 * January, so January defaults to `not_applicable`.
 */
export const resolveMissingReason = (
  indicator: Indicator,
  period: string,
  missing: MissingReason | undefined,
): MissingReason => missing ?? (isLeftBlank(indicator, period) ? 'not_applicable' : 'not_reported');
