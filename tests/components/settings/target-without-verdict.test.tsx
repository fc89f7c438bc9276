import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { makeAnnual, makeRent } from '../../setup/api/target-fields.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

// seen to fail: 'No value reported yet' beside an annual figure of two reported months
test('a target with a value but without a verdict says so, and not that nothing is reported', async () => {
  await mountPage(SettingsPage, {
    address: '/settings/targets',
    before: async (_, api) => {
      const zone = await api.send('GET', '/api/v1/zone');
      const { indicators, targets } = (await zone.json()) as ZoneProfile;
      const rent = makeAnnual({ id: 'rent-end', period: undefined, deadline: '2025-12-31' });
      const changed = await api.send('PATCH', '/api/v1/zone', {
        headers: { 'if-match': zone.headers.get('etag') ?? '' },
        body: { indicators: [...indicators, makeRent()], targets: [...targets, rent] },
      });
      expect(changed.status, await changed.clone().text()).toBe(200);
      const values = ['2021-02', '2021-03'].map((period) => ({
        indicator: 'rent',
        period,
        value: '7',
      }));
      await api.send('POST', '/api/v1/observations', { body: { values } });
    },
  });
  const row = (await screen.findByText('Rent', {}, { timeout: 8000 })).closest('tr');
  expect(row?.textContent).toContain('No verdict');
  expect(row?.textContent).not.toContain(indicatorLabels.en.no_value_yet);
});
