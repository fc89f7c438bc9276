import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { addFirstTargets } from '#domain/targets/setup/first-targets.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { SetupPage } from '#web/features/setup/setup-page.tsx';
import { serverDay } from '#web/data/server-clock.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = setupLabels.en;
const year = Number(serverDay().slice(0, 4));

/** Makes a zone with a target of tax revenue, which is reported month by month. */
async function makeZone(api: TestApi): Promise<void> {
  await api.send('POST', '/api/v1/samples', { body: { sample: 'none' } });
  const names = { name: { en: 'Harbour' }, base_currency: 'USD' };
  await api.send('POST', '/api/v1/zone', { body: names });
  const response = await api.send('GET', '/api/v1/zone');
  const zone = (await response.json()) as ZoneProfile;
  const row = { template: 'tax', unit: 'USD', power: 6, annual: '40000000' } as const;
  const years = { year, final_year: year + 4, source: 'Plan', today: serverDay() };
  const { indicators, targets } = addFirstTargets(zone, [{ ...row, path: 'straight' }], years);
  const monthly = indicators.map((one) => ({ ...one, cumulation: 'period' }));
  const patched = await api.send('PATCH', '/api/v1/zone', {
    body: { indicators: monthly, targets },
    headers: { 'if-match': response.headers.get('etag') ?? '' },
  });
  expect(patched.status, await patched.clone().text()).toBe(200);
}

// seen to fail: one month was written as a share of the target of the year
test('the preview says that the year to date of a monthly flow is not known after missing months', async () => {
  const { container } = await mountPage(SetupPage, {
    address: '/setup',
    before: async (_faults, api) => {
      sessionStorage.clear();
      await makeZone(api);
    },
  });
  const months = await screen.findByRole('combobox', { name: t.month_of });
  const type = async (month: string, name: string) => {
    fireEvent.change(months, { target: { value: `${year - 1}-${month}` } });
    const label = `Tax revenue, ${name} ${year - 1}`;
    fireEvent.change(await screen.findByRole('textbox', { name: label }), {
      target: { value: '2.8' },
    });
  };
  await type('03', 'March');
  const missing = `Year to date not known (January to February ${year - 1} not reported)`;
  await screen.findByText(missing, { exact: false });
  await type('01', 'January');
  await screen.findByText('US$2.8mn');
  // the month of another year has no share of the target of this one
  expect(container.textContent).not.toContain('of the target');
});
