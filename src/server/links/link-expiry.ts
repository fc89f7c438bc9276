import { dayEndIn } from '#domain/time/time-zone.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { lastLinkDay, type ZoneLinkPolicy } from '#domain/zone/link-policy.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';

const dayMs = 24 * 60 * 60 * 1000;
const maxMs = 366 * dayMs;
const defaultMs = 90 * dayMs;

/**
 * Computes when a link expires: at the given moment, or at the end of the given day in the zone.
 * The default is 90 days from now, or the zone's longest life if that is shorter.
 *
 * @returns undefined if that moment has passed, or if it is more than a year away
 */
export function computeExpiry(
  expires: string | undefined,
  now: Date,
  policy: ZoneLinkPolicy,
): string | undefined {
  const endOf = (day: IsoDate): string => dayEndIn(day, timeZoneOf(policy)).toISOString();
  if (expires === undefined) {
    const usual = new Date(now.getTime() + defaultMs).toISOString();
    const lastDay = lastLinkDay(policy, now.toISOString());
    const last = lastDay === undefined ? usual : endOf(lastDay);
    return [usual, last].toSorted()[0] ?? usual;
  }
  const at = new Date(expires.length === 10 ? endOf(expires) : expires);
  const remainingMs = at.getTime() - now.getTime();
  return remainingMs > 0 && remainingMs <= maxMs ? at.toISOString() : undefined;
}
