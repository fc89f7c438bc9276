import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { MonthsPage } from '#web/features/targets/months-grid/months-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

// seen to fail: the cells of an indicator that could not be read looked like months without a value
test('months of an indicator that could not be read are no empty cells to fill', async () => {
  await mountPage(MonthsPage, {
    address: '/months',
    before: (faults) =>
      faults.set({
        kind: 'internal',
        where: ({ url }) => url.includes('/indicators/jobs/observations'),
      }),
  });
  await screen.findByRole('alert');
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.queryByRole('textbox')).toBeNull();
});

// seen to fail: where the closed months could not be read, they were offered to be closed again
test('months are offered for closing only once the closed ones are known', async () => {
  const t = targetsLabels.en;
  const { faults } = await mountPage(MonthsPage, {
    address: '/months',
    before: async (theFaults, api) => {
      const body = {
        code: 'A-1',
        stage: 'lead',
        facts: { name: 'Pumps' },
        valid_from: '2021-05-01',
      };
      expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
      const values = [{ indicator: 'companies', period: '2021-04', value: '44' }];
      await api.send('POST', '/api/v1/observations', { body: { values } });
      theFaults.set({ kind: 'internal', where: ({ url }) => /\/periods(\?|$)/.test(url) });
    },
  });
  const alert = await screen.findByRole('alert');
  const close = t.close_month({ month: 'April 2021' });
  expect(screen.queryByRole('button', { name: close })).toBeNull();
  expect(screen.queryByText(t.close_none)).toBeNull();
  faults.clear();
  await userEvent.click(within(alert).getByRole('button'));
  await screen.findByRole('button', { name: close });
});
