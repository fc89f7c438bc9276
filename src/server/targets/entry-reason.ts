import { isLeftBlank } from '#domain/targets/entry/value-entry.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import { toMonth, type Month } from '#domain/values/date.ts';
import { newestDayOf } from '#domain/zone/zone-days.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { Indicator } from '#domain/zone/indicator.ts';

/** Returns the newest month that has begun in a zone. */
export const getNewestMonth = (zone: ZoneProfile | undefined, now: Date): Month =>
  toMonth(newestDayOf(zone, now));

/**
 * Resolves the reason of a missing value. A year-to-date indicator needs no value for January, so
 * the default for January is `not_applicable`.
 */
export const resolveMissingReason = (
  indicator: Indicator,
  period: string,
  missing: MissingReason | undefined,
): MissingReason => missing ?? (isLeftBlank(indicator, period) ? 'not_applicable' : 'not_reported');
