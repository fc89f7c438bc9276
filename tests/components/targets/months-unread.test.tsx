import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
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
