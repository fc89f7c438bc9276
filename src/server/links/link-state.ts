import type { IsoDate } from '#domain/values/date.ts';
import { dayEndIn } from '#domain/time/time-zone.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';
import { lastLinkDay, type ZoneLinkPolicy } from '#domain/zone/link-policy.ts';
import type { LinkState } from '#contract/links/constants.ts';
import type { SharedLink } from '#contract/links/schemas.ts';
import type { StoredLink } from './store.ts';

const dayMs = 24 * 60 * 60 * 1000;
const maxMs = 366 * dayMs;
const defaultMs = 90 * dayMs;

/** Derives the state of a link at a moment. Expiry follows from the time and is not stored. */
export const linkState = ({ state, expires_at }: StoredLink, now: Date): LinkState =>
  state !== 'ended' && expires_at <= now.toISOString() ? 'expired' : state;

/** Converts a link to its owner's view, without the hash of its password. */
export function toSharedLink({ version: _, password, ...link }: StoredLink, now: Date): SharedLink {
  return {
    ...link,
    state: linkState({ ...link, version: 0 }, now),
    has_password: password !== undefined,
  };
}
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
