import { TOTP, Secret } from 'otpauth';
import type { People } from '#contract/accounts/schemas.ts';
import { secondFactorRolesTag } from '#contract/accounts/constants.ts';
import type { RecoveryCodes, TotpSecret } from '#contract/accounts/second-factor-schemas.ts';
import { nodeSecondStep } from '#server/cli/security/node-second-factor.ts';
import { goodPassword, type TestBrowser } from './accounts.ts';

/** The tools of the product under a key that no installation has. */
export const testSecondStep = nodeSecondStep(new Uint8Array(32).fill(7));

/** What an app shows for a secret at a moment, by default as many periods of 30 s away. */
export const codeAt = (secret: string, now: number, away = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + away * 30_000 });

/** Turns codes of an app on for who is signed in. The code of one period before `now` is used up by it. */
export async function withTotp(
  browser: TestBrowser,
  now: number,
  password = goodPassword,
): Promise<{ secret: string; codes: readonly string[] }> {
  const { secret } = await browser.json<TotpSecret>('POST', '/api/v1/account/totp/start');
  const { recovery_codes } = await browser.json<RecoveryCodes>('POST', '/api/v1/account/totp', {
    password,
    code: codeAt(secret, now, -1),
  });
  return { secret, codes: recovery_codes };
}

/** An admin says which roles must have a second step, having seen which do. */
export async function requireSecondStep(
  admin: TestBrowser,
  roles: readonly string[],
  reason: string,
): Promise<Response> {
  const { second_step_roles: held } = await admin.json<People>('GET', '/api/v1/people');
  return admin.send(
    'PUT',
    '/api/v1/people/second-step',
    { roles, reason },
    { 'if-match': `"${secondFactorRolesTag(held)}"` },
  );
}
