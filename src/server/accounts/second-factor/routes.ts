import { requirePasswordAccount } from '#server/accounts/account-owner.ts';
import { describeSecondFactor } from '#server/accounts/own-second-factor-service.ts';
import { signInWithCode } from './service.ts';
import {
  renewRecoveryCodes,
  startFirstTotp,
  startOwnTotp,
  turnOffOwnTotp,
  turnOnFirstTotp,
  turnOnOwnTotp,
} from './totp-service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

const secret = { secret: true } as const;
const noStore = { 'cache-control': 'no-store' };

/** Adds the endpoints of app codes for a user without a complete sign-in. */
function addSignInCodes(host: Host): void {
  const { deps } = host;
  route(
    host,
    'signInCode',
    ({ body, ...browser }) => signInWithCode(host, body.code, browser),
    secret,
  );
  route(
    host,
    'startFirstTotp',
    async (browser) => ({ json: await startFirstTotp(deps, browser) }),
    secret,
  );
  route(
    host,
    'turnOnFirstTotp',
    ({ body, ...browser }) => turnOnFirstTotp(host, body.code, browser),
    secret,
  );
}

/** Adds the endpoints of codes as a second factor, for sign-in and for the user's own account. */
export function addSecondFactor(host: Host): void {
  const { deps } = host;
  addSignInCodes(host);
  route(host, 'secondStep', async ({ principal, ...page }) => ({
    json: await describeSecondFactor(deps, await requirePasswordAccount(deps.db, principal), page),
    headers: noStore,
  }));
  route(
    host,
    'startTotp',
    async ({ principal }) => ({ json: await startOwnTotp(deps, principal) }),
    secret,
  );
  route(
    host,
    'turnOnTotp',
    ({ body, principal, ...browser }) => turnOnOwnTotp(host, principal, body, browser),
    secret,
  );
  route(
    host,
    'turnOffTotp',
    async ({ body, principal, ...page }) => ({
      json: await turnOffOwnTotp(host, principal, body, page),
    }),
    secret,
  );
  route(
    host,
    'renewRecoveryCodes',
    async ({ body, principal }) => ({
      json: await renewRecoveryCodes(host, principal, body.password),
    }),
    secret,
  );
}
