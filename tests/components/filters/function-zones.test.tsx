import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { projectFieldTerms, term } from '#domain/labels/index.ts';
import { ChartsPage } from '#web/features/charts/charts-page.tsx';
import { OverviewPage } from '#web/features/overview/overview-page.tsx';
import { PipelinePage } from '#web/features/pipeline/pipeline-page.tsx';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { sendWith } from '#web/data/transport.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

// another store has another epoch, which the tags of versions hold
beforeEach(() => sendWith());
/** Adds projects of two function zones, which the settings of the new zone do not list. */
async function fill(api: TestApi): Promise<void> {
  for (const zone of ['East pier', 'West pier'])
    await api.send('POST', '/api/v1/projects', {
      body: { code: zone.slice(0, 4), stage: 'signed', facts: { name: `Hall ${zone}`, zone } },
    });
}
const before = (_: unknown, api: TestApi) => fill(api);
const label = term(projectFieldTerms, 'zone', 'en');

// seen to fail: only function zones of the settings were offered, so a new register had no filter
test.each([
  ['the overview', OverviewPage, '/?zone=East+pier'],
  ['the board', PipelinePage, '/pipeline?layout=board'],
  ['a chart', ChartsPage, '/charts?chart=breakdown'],
  ['the other side of a comparison', ChartsPage, '/charts?chart=breakdown&versus=zone:'],
] as const)(
  '%s can be filtered by the function zones of the register',
  async (_, Page, address) => {
    await mountPage(Page, { address, before });
    await waitFor(() => {
      const options = screen
        .getAllByLabelText<HTMLSelectElement>(label)
        .flatMap((select) => [...select.options].map(({ value }) => value));
      expect(options).toEqual(expect.arrayContaining(['East pier', 'West pier']));
    });
  },
);

// seen to fail: a function zone that the settings do not list was not proposed
test('a target is split by the function zones of settings and register, which are proposed as parts', async () => {
  const t = indicatorLabels.en;
  await mountPage(SettingsPage, {
    address: '/settings/targets?indicator=companies&period=2022',
    before,
  });
  await userEvent.click(await screen.findByRole('button', { name: t.add_part }));
  expect(screen.getByLabelText<HTMLSelectElement>(t.split_by).value).toBe('function_zone');
  await waitFor(() => {
    const names = document.querySelectorAll<HTMLOptionElement>('#part-names option');
    expect([...names].map(({ value }) => value)).toEqual(
      expect.arrayContaining(['East pier', 'West pier']),
    );
  });
});
