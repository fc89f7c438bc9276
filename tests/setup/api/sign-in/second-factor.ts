import { TOTP, Secret } from 'otpauth';
import type { People } from '#contract/accounts/schemas.ts';
import { secondFactorRolesTag } from '#contract/accounts/constants.ts';
import type { RecoveryCodes, TotpSecret } from '#contract/accounts/second-factor-schemas.ts';
import { createSecondFactorTools } from '#server/cli/security/node-second-factor.ts';
import { goodPassword, type TestBrowser } from '../accounts.ts';

/** The product's own tools with a test key. */
export const testSecondFactor = createSecondFactorTools(new Uint8Array(32).fill(7));

/** The code of an app for a secret at a moment, `away` periods of 30 s later. */
export const codeAt = (secret: string, now: number, away = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + away * 30_000 });

/**
 * Turns on codes of an app for the signed-in person. This uses up the code of the period before
 * `now`.
 */
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

/** Sets the roles that must have a second factor, as an admin who has the current version. */
export async function requireSecondStep(
  admin: TestBrowser,
  roles: readonly string[],
  reason: string,
): Promise<Response> {
  const { second_step_roles: requiredRoles } = await admin.json<People>('GET', '/api/v1/people');
  return admin.send(
    'PUT',
    '/api/v1/people/second-step',
    { roles, reason },
    { 'if-match': `"${secondFactorRolesTag(requiredRoles)}"` },
  );
}
