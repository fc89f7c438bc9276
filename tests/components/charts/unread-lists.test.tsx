import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ChartsPage } from '#web/features/charts/charts-page.tsx';
import { chartsLabels } from '#web/features/charts/labels/index.ts';
import { ratesLabels } from '#web/features/targets/labels/index.ts';
import { RemovedRates } from '#web/features/targets/exchange-rates/removed-rates.tsx';
import { ValueFileHistory } from '#web/features/targets/value-files/value-file-history.tsx';
import { valueFilesLabels } from '#web/features/targets/labels/index.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const lists = [
  [
    'saved charts',
    ChartsPage,
    '/charts?chart=breakdown',
    /saved-charts/,
    chartsLabels.en.saved_charts,
  ],
  ['removed rates', RemovedRates, '/settings/rates', /removed/, ratesLabels.en.removed_title],
  [
    'files of values',
    () => <ValueFileHistory indicator="jobs" />,
    '/settings/targets',
    /value-evidence|evidence/,
    valueFilesLabels.en.title,
  ],
] as const;

// seen to fail: the list was missing without a word
test.each(lists)('%s that could not be read are named', async (_, Page, address, path, title) => {
  const { faults } = await mountPage(Page, {
    address,
    before: (theFaults) =>
      theFaults.set({
        kind: 'internal',
        where: ({ method, url }) => method === 'GET' && path.test(new URL(url).pathname),
      }),
  });
  const alert = await screen.findByRole('alert');
  expect(alert.closest('section')?.textContent).toContain(title);
  faults.clear();
  await userEvent.click(within(alert).getByRole('button'));
  await expect.poll(() => screen.queryByRole('alert')).toBeNull();
});
