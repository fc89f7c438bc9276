import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  accountLabels,
  peopleLabels,
  secondFactorLabels,
} from '#web/features/accounts/labels/index.ts';
import { openPage, type WatchedPage } from '../../setup/pages/browser.ts';
import { axeFindings, journeys, waitForIdle } from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

const phone = { viewport: { width: 390, height: 844 } };
const password = 'rain on eleven copper kettles';
const a = accountLabels.en;
const p = peopleLabels.en;
const t = secondFactorLabels.en;
/** The status of a page shows that it is refused; browsers log that as an error. */
const real = (problems: readonly string[]) =>
  problems.filter((problem) => !/status of 40[01]/.test(problem));
const codeOf = (secret: string, away = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
    timestamp: Date.now() + away * 30_000,
  });

const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).first().fill(value);
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const isIn = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true, includeHidden: true }).waitFor({ state: 'attached' });
const clean = async (page: Page) => {
  expect.soft(await layoutFaults(page)).toEqual([]);
  expect.soft(await axeFindings(page)).toEqual([]);
};

journeys('two-step sign-in', (at) => {
  /** Stays open from test to test. */
  let ada: WatchedPage;
  /** Under a host name, as passkeys need it. */
  const address = (path: string) => at().server.url.replace('127.0.0.1', 'localhost') + path;
  /**
   * Signs out, and finds nothing of the person in the browser: no draft, and no name of a project.
   */
  const signOut = async (page: Page) => {
    await page.goto(address('/account?lang=en'));
    await page.evaluate(() => {
      sessionStorage.setItem('headway.account.name', '{"name":"Ada L"}');
      localStorage.setItem('headway.recent', '[{"label":"P","path":"/projects/A01"}]');
    });
    await press(page, a.sign_out);
    await page.getByRole('heading', { name: a.sign_in }).waitFor();
    expect(
      await page.evaluate(() => [sessionStorage.length, localStorage.getItem('headway.recent')]),
    ).toEqual([0, null]);
  };

  test('a passkey is added and signs in alone and after the password; an app is added, and its code signs in too', async () => {
    ada = await openPage(at().browser, phone);
    await ada.page.goto(address('/account?lang=en'));
    await waitForIdle(ada.page);
    const { page, problems } = ada;
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await fill(page, { [a.login]: 'ada@example.org', [a.name]: 'Ada', [a.new_password]: password });
    await press(page, a.create);
    await isIn(page, 'Ada');
    await page.goto(address('/account?lang=en'));
    await press(page, t.passkey_add);
    await fill(page, { [t.passkey_name]: 'My phone', [a.current_password]: 'not mine at all' });
    await press(page, t.passkey_add);
    await page.getByText(a.wrong_current).waitFor();
    await fill(page, { [a.current_password]: password });
    await press(page, t.passkey_add);
    await expect
      .poll(() => page.getByRole('list', { name: t.codes }).getByRole('listitem').count())
      .toBe(10);
    await page.getByRole('row', { name: /My phone/ }).waitFor();
    await clean(page);
    await press(page, t.kept);

    await signOut(page);
    await press(page, t.passkey_sign_in);
    await isIn(page, 'Ada');

    await signOut(page);
    await fill(page, { [a.login]: 'ada@example.org', [a.password]: password });
    await press(page, a.sign_in);
    await page.getByRole('heading', { name: t.ask }).waitFor();
    await clean(page);
    await press(page, t.passkey_use);
    await isIn(page, 'Ada');

    await page.goto(address('/account?lang=en'));
    await press(page, t.set_up_app);
    const secret = (await page.getByText(t.secret).locator('code').textContent()) ?? '';
    await page.getByRole('img', { name: t.qr }).waitFor();
    await clean(page);
    const usedCode = codeOf(secret, -1);
    await fill(page, { [t.code]: usedCode, [a.current_password]: password });
    await press(page, t.turn_on);
    await page.getByRole('button', { name: t.turn_off }).waitFor();
    await signOut(page);
    await fill(page, { [a.login]: 'ada@example.org', [a.password]: password });
    await press(page, a.sign_in);
    await fill(page, { [t.code_either]: usedCode });
    await press(page, t.go_on);
    await page.getByText(t.wrong_code).waitFor();
    await fill(page, { [t.code_either]: codeOf(secret, 1) });
    await press(page, t.go_on);
    await isIn(page, 'Ada');
    expect(real(problems)).toEqual([]);
  });

  test('a second factor is required, and an invited person sets it up before anything else', async () => {
    const { page, problems } = ada;
    await page.goto(address('/people?lang=en'));
    await waitForIdle(page);
    await page.getByLabel(a.manager, { exact: true }).check();
    await fill(page, { [t.reason]: 'the audit of May' });
    await clean(page);
    await press(page, t.save);
    await page.getByText(t.saved).waitFor();
    await fill(page, { [p.invite_login]: 'bo@example.org' });
    await page.getByLabel(p.role, { exact: true }).selectOption('manager');
    await press(page, p.invite_do);
    const link = await page.getByLabel(p.link, { exact: true }).inputValue();
    const bo = await at().visit(link.replace('#', '?lang=en#'), phone);
    await fill(bo.page, { [a.name]: 'Bo', [a.new_password]: password });
    await press(bo.page, a.create);
    await bo.page.getByText(t.missing_role).waitFor();
    await bo.page.getByRole('img', { name: t.qr }).waitFor();
    await clean(bo.page);
    await fill(bo.page, {
      [t.code]: codeOf((await bo.page.getByText(t.secret).locator('code').textContent()) ?? ''),
    });
    await press(bo.page, t.turn_on);
    await expect
      .poll(() => bo.page.getByRole('list', { name: t.codes }).getByRole('listitem').count())
      .toBe(10);
    await press(bo.page, t.kept);
    await isIn(bo.page, 'Bo');
    await page.reload();
    await waitForIdle(page);
    expect(await page.getByRole('row', { name: /bo@example.org/ }).textContent()).toContain(t.has);
    expect(real([...problems, ...bo.problems])).toEqual([]);
  });
});
