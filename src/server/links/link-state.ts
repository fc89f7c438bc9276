import type { LinkState } from '#contract/links/constants.ts';
import type { SharedLink } from '#contract/links/schemas.ts';
import type { StoredLink } from './store.ts';

const dayMs = 24 * 60 * 60 * 1000;
const longest = 366 * dayMs;
const usual = 90 * dayMs;

/** The state of a link at a moment. Expiry is not stored: it follows from the time. */
export const linkState = ({ state, expires_at }: StoredLink, now: Date): LinkState =>
  state !== 'ended' && expires_at <= now.toISOString() ? 'expired' : state;

/** A link as its owner sees it: without the hash of its password. */
export function toSharedLink({ version: _, password, ...link }: StoredLink, now: Date): SharedLink {
  return {
    ...link,
    state: linkState({ ...link, version: 0 }, now),
    has_password: password !== undefined,
  };
}
/**
 * Computes when a link expires: at the given moment, or at the end of the given day in UTC; by
 * default in 90 days.
 *
 * @returns undefined if that moment has passed or is over a year away
 */
export function computeExpiry(asked: string | undefined, now: Date): string | undefined {
  if (asked === undefined) return new Date(now.getTime() + usual).toISOString();
  const at = asked.length === 10 ? new Date(`${asked}T23:59:59.999Z`) : new Date(asked);
  const left = at.getTime() - now.getTime();
  return left > 0 && left <= longest ? at.toISOString() : undefined;
}
