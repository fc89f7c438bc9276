import { lastLinkDay } from '#domain/zone/link-policy.ts';
import type { LinkPolicy } from '#domain/zone/zone.ts';
import type { LinkState } from '#contract/links/constants.ts';
import type { SharedLink } from '#contract/links/schemas.ts';
import type { StoredLink } from './store.ts';

const dayMs = 24 * 60 * 60 * 1000;
const maxMs = 366 * dayMs;
const defaultMs = 90 * dayMs;

/** Derives the state of a link at a moment. Expiry is not stored: it follows from the time. */
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
 * Computes when a link expires: at the given moment, or at the end of the given day in UTC. The
 * default is 90 days from now, or the longest life that the zone allows.
 *
 * @returns undefined if that moment has passed or is over a year away
 */
export function computeExpiry(
  expires: string | undefined,
  now: Date,
  policy: LinkPolicy = {},
): string | undefined {
  if (expires === undefined) {
    const usual = new Date(now.getTime() + defaultMs).toISOString();
    const last = `${lastLinkDay(policy, now.toISOString())}T23:59:59.999Z`;
    return policy.longest_days === undefined || usual < last ? usual : last;
  }
  const at = expires.length === 10 ? new Date(`${expires}T23:59:59.999Z`) : new Date(expires);
  const left = at.getTime() - now.getTime();
  return left > 0 && left <= maxMs ? at.toISOString() : undefined;
}
