import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accountLabels,
  peopleLabels,
  singleSignOnLabels,
} from '#web/features/accounts/labels/index.ts';
import {
  axeFindings,
  journeys,
  languages,
  waitForIdle,
  viewports,
} from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';
import { clientId, clientSecret, Provider } from '../../setup/api/sign-in/provider.ts';

const provider = await Provider.open();
afterAll(() => provider.close());
const name = 'Example Zone';
const env = {
  HEADWAY_OIDC_ISSUER: provider.issuer,
  HEADWAY_OIDC_CLIENT_ID: clientId,
  HEADWAY_OIDC_CLIENT_SECRET: clientSecret,
  HEADWAY_OIDC_NAME: name,
};
const password = 'rain on eleven copper kettles';
const a = accountLabels.en;
const o = singleSignOnLabels.en;
const p = peopleLabels.en;
/** The status of a page shows that it is refused; browsers log that as an error. */
const real = (problems: readonly string[]) =>
  problems.filter((problem) => !problem.includes('status of 401'));

journeys(
  'the organisation',
  (at) => {
    beforeAll(async () => {
      const { url } = at().server;
      const body = JSON.stringify({ login: 'ada@example.org', name: 'Ada', password });
      const response = await fetch(`${url}/api/v1/accounts`, {
        method: 'POST',
        body,
        headers: { origin: url, 'content-type': 'application/json' },
      });
      expect(response.status).toBe(200);
    });

    test('an invited person signs in at the organisation and returns to the requested page; others get the reason', async () => {
      const ada = await at().visit('/people?lang=en');
      await ada.page.getByLabel(a.login, { exact: true }).fill('ada@example.org');
      await ada.page.getByLabel(a.password, { exact: true }).fill(password);
      await ada.page.getByRole('button', { name: a.sign_in, exact: true }).click();
      await ada.page.getByRole('heading', { name: p.invite }).waitFor();
      await waitForIdle(ada.page);
      await ada.page.getByLabel(p.invite_login, { exact: true }).fill('bo@example.org');
      await ada.page.getByLabel(o.way, { exact: true }).selectOption('organisation');
      await ada.page.getByRole('button', { name: p.invite_do }).click();
      await ada.page
        .getByText(o.awaited({ login: 'bo@example.org', time: '' }).split('until')[0] ?? '')
        .waitFor();
      await ada.page.getByText(o.for_account).waitFor();

      const bo = await at().visit('/projects?lang=en');
      const way = bo.page.getByRole('link', { name: o.sign_in_with({ name }) });
      provider.person = { sub: 'eve', email: 'eve@example.org', email_verified: true };
      await way.click();
      await bo.page.getByText(o.why_no_account).waitFor();
      provider.person = { sub: 'bo', email: 'bo@example.org', email_verified: true, name: 'Bo' };
      await bo.page.goto(`${at().server.url}/projects?lang=en`);
      await way.click();
      await bo.page.getByRole('link', { name: 'Bo', exact: true, includeHidden: true }).waitFor();
      expect(new URL(bo.page.url()).pathname).toBe('/projects');
      await bo.page.goto(`${at().server.url}/account?lang=en`);
      await bo.page.getByText(o.own).waitFor();
      expect(await bo.page.getByRole('heading', { name: a.change_password }).count()).toBe(0);
      await bo.page.getByRole('button', { name: o.sign_out_there }).click();
      await bo.page.getByText('Signed out of the zone').waitFor();
      await bo.page.goto(`${at().server.url}/projects?lang=en`);
      await way.waitFor();
      expect([...real(ada.problems), ...real(bo.problems)]).toEqual([]);
    });

    test('sign-in and its failures are clean on a phone in each language, and a password signs in from there', async () => {
      const { page, problems } = await at().visit('/', { viewport: viewports.phone });
      for (const language of languages) {
        await page.goto(`${at().server.url}/sign-in?why=no_account&to=%2Fzone&lang=${language}`);
        await page.getByText(singleSignOnLabels[language].why_no_account).waitFor();
        expect.soft(await layoutFaults(page)).toEqual([]);
        expect.soft(await axeFindings(page)).toEqual([]);
      }
      await page.getByLabel(a.login, { exact: true }).fill('ada@example.org');
      await page.getByLabel(a.password, { exact: true }).fill(password);
      await page.getByRole('button', { name: a.sign_in, exact: true }).click();
      await page.waitForURL(/\/zone/);
      expect(real(problems)).toEqual([]);
    });
  },
  env,
);
