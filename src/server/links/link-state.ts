import type { LinkState } from '#contract/links/constants.ts';
import type { SharedLink } from '#contract/links/schemas.ts';
import type { StoredLink } from './store.ts';

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
