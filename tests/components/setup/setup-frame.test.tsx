import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { SetupPage } from '#web/features/setup/setup-page.tsx';
import { Frame } from '#web/layout/frame.tsx';
import { findRoute } from '#web/url/page-list.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

/** States that the overview of the store was read. */
const OverviewMark = () =>
  useOverviewOfView().data === undefined ? null : <output>loaded</output>;
const Page = () => (
  <Frame route={findRoute('/setup')} onApproach={() => {}}>
    <SetupPage />
    <OverviewMark />
  </Frame>
);

// seen to fail: the rail and the title named the example zone until the import
test('the set-up of a zone does not name the example zone', async () => {
  const { api, container } = await mountPage(Page, { address: '/setup' });
  await screen.findByRole('heading', { name: setupLabels.en.title });
  await screen.findByText('loaded');
  const example = await api.get<ZoneProfile>('/api/v1/zone');
  const names = [...Object.values(example.name), ...Object.values(example.short_name)];
  expect(names.filter((name) => container.textContent.includes(name))).toEqual([]);
  expect(names.filter((name) => document.title.includes(name))).toEqual([]);
});

test('the set-up of an own zone names it', async () => {
  await mountPage(Page, {
    address: '/setup',
    before: async (_faults, api) => {
      await api.send('POST', '/api/v1/samples', { body: { sample: 'none' } });
      await api.send('POST', '/api/v1/zone', {
        body: { name: { en: 'Harbour' }, base_currency: 'USD' },
      });
    },
  });
  await expect.poll(() => document.title).toContain('Harbour');
});
