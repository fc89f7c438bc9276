import { expect, test } from 'vitest';
import { argon2Passwords } from '#server/cli/security/argon2-passwords.ts';
import { passwordFaults } from '../../reliability/accounts/passwords.ts';
import { rightFaults } from '../../reliability/accounts/rights.ts';
import { cookieFaults, endingFaults } from '../../reliability/accounts/sessions.ts';
import { defaultFaults, setUpFaults } from '../../reliability/accounts/first-account.ts';
import { originFaults } from '../../reliability/accounts/token-origins.ts';
import { plainPasswords } from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

const seed = 20_261_124;
const open = () => openApi(undefined, { passwords: plainPasswords });
async function on(work: (api: TestApi) => Promise<readonly string[]>): Promise<readonly string[]> {
  const api = await open();
  const faults = await work(api);
  api.app.close();
  await api.close();
  return faults;
}

test('R-10: stored passwords resist guessing, are complete, and common ones are rejected', async () => {
  expect(await passwordFaults(argon2Passwords(), seed, 1)).toEqual([]);
});
test('R-12: each sign-in has a cookie of its own that no script and no other site gets', async () => {
  expect(await on((api) => cookieFaults(api, 6))).toEqual([]);
});
test('R-13: a session that ended is refused on every address, and its streams end within a second', async () => {
  expect(await on((api) => endingFaults(api, 3))).toEqual([]);
});
test('R-14: of two set-ups at once one makes the admin; then the bootstrap page is gone, and no default opens anything', async () => {
  expect(await setUpFaults(open, 3)).toEqual([]);
  expect(await on(defaultFaults)).toEqual([]);
});
test('R-17: of token, cookie and origin in every combination, only a valid token or a page of this site is admitted, as its own account', async () => {
  expect(await on((api) => originFaults(api, seed))).toEqual([]);
});
test('R-20, R-21: every role on every endpoint, on stored answers for others, and while roles change', async () => {
  expect(await on((api) => rightFaults(api, seed, 6))).toEqual([]);
});
