import type { Trx } from '#server/db/db.ts';
import { hashOf } from '#server/core/secrets.ts';
import { spendChallenge } from '#server/accounts/passkey-store.ts';
import type { SecondStepTools } from '#server/core/second-factor-tools.ts';

const lifeMs = 5 * 60_000;
type Seals = Pick<SecondStepTools, 'seal' | 'unseal'>;
const bound = (purpose: string): string => `challenge ${purpose}`;

/**
 * A challenge says itself until when it holds and for what, sealed: asking for one writes nothing, and any process can check it.
 * `purpose`: what it may be used for, and by whom.
 */
export const newChallenge = (tools: Seals, purpose: string, now: Date): string =>
  tools.seal(String(now.getTime() + lifeMs), bound(purpose));
/** Whether a challenge was given out here for this, at most five minutes ago. */
export function isChallenge(tools: Seals, challenge: string, purpose: string, now: Date): boolean {
  const until = Number(tools.unseal(challenge, bound(purpose)) ?? Number.NaN);
  return until > now.getTime() && until <= now.getTime() + lifeMs;
}
/** Uses a challenge up. False where it was used before: each works once. */
export const spendOnce = async (trx: Trx, challenge: string, now: Date): Promise<boolean> =>
  spendChallenge(trx, await hashOf(challenge), new Date(now.getTime() + lifeMs).toISOString(), now);
