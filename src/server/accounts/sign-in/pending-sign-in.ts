import type { SecondStepReason, SignInState } from '#contract/accounts/second-factor.ts';
import type { Trx } from '#server/db/db.ts';
import { setCookie, stepCookie } from '#server/http/cookies.ts';
import { hashOf, newSecret } from '#server/core/secrets.ts';
import {
  addHalfSession,
  halfSessionLife,
  type HalfPurpose,
} from '#server/accounts/pending-sign-in-store.ts';
import { compulsoryRoles, secondStepWaysOf } from '#server/accounts/second-factor-store.ts';
import type { User } from '#server/accounts/user-store.ts';
import { letIn, type Browser, type Opened } from '#server/accounts/sessions/create-session.ts';
import { standsAlone } from './password-rules.ts';

/** Why somebody without a second step must set one up first; undefined where they need none. */
async function whyMissing(
  trx: Trx,
  user: User,
  password: string,
): Promise<SecondStepReason | undefined> {
  if ((await compulsoryRoles(trx)).includes(user.role)) return 'role';
  return standsAlone(password) ? undefined : 'short_password';
}
/** What stands in the cookie opens the one step that is left, for a few minutes, and nothing else. */
async function halfWay(
  trx: Trx,
  user: User,
  purpose: HalfPurpose,
  json: SignInState,
  { https }: Browser,
  now: Date,
): Promise<Opened> {
  const secret = newSecret();
  await addHalfSession(trx, { secret_hash: await hashOf(secret), account: user.id }, purpose, now);
  return { json, cookies: [setCookie(stepCookie, secret, halfSessionLife[purpose] / 1000, https)] };
}

/** What comes after the right password: a session, or the second step, or the way to set one up. */
export async function afterPassword(
  trx: Trx,
  user: User,
  password: string,
  browser: Browser,
  now: Date,
): Promise<Opened> {
  const ways = await secondStepWaysOf(trx, user.id);
  if (ways.length > 0)
    return halfWay(trx, user, 'second_step', { state: 'second_step', ways }, browser, now);
  const because = await whyMissing(trx, user, password);
  if (because !== undefined)
    return halfWay(trx, user, 'set_up', { state: 'second_step_missing', because }, browser, now);
  return letIn(trx, user, browser, now);
}
