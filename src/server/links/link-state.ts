import type { LinkState } from '#contract/links/constants.ts';
import type { SharedLink } from '#contract/links/schemas.ts';
import type { StoredLink } from './store.ts';

const dayMs = 24 * 60 * 60 * 1000;
const longest = 366 * dayMs;
const usual = 90 * dayMs;

/** What a link is now: its expiry is no state that is kept, it follows from the moment. */
export const linkState = ({ state, expires_at }: StoredLink, now: Date): LinkState =>
  state !== 'ended' && expires_at <= now.toISOString() ? 'expired' : state;

/** A link as its owner sees it: without its password. */
export function toSharedLink({ version: _, password, ...link }: StoredLink, now: Date): SharedLink {
  return {
    ...link,
    state: linkState({ ...link, version: 0 }, now),
    has_password: password !== undefined,
  };
}
/** When a link ends: the moment asked for, a day meaning its end in UTC; else in 90 days. Undefined: it has come, or is over a year away. */
export function computeExpiry(asked: string | undefined, now: Date): string | undefined {
  if (asked === undefined) return new Date(now.getTime() + usual).toISOString();
  const at = asked.length === 10 ? new Date(`${asked}T23:59:59.999Z`) : new Date(asked);
  const left = at.getTime() - now.getTime();
  return left > 0 && left <= longest ? at.toISOString() : undefined;
}
