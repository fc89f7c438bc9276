import { fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { savedNoticeLabels } from '#web/features/targets/labels/index.ts';
import { sendWith } from '#web/data/transport.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

beforeEach(() => sendWith((request) => fetch(new Request(request, { signal: null }))));
afterEach(() => sendWith());
const t = indicatorLabels.en;

test('a file of targets is shown first, wrong rows with their remedy, then stored at once', async () => {
  const page = await mountPage(SettingsPage, { address: '/settings/targets' });
  const targets = async () => (await page.api.get<ZoneProfile>('/api/v1/zone')).targets;
  const before = await targets();
  await userEvent.click(await screen.findByRole('button', { name: t.import_targets }));
  const file = new File(
    ['Indicator,Period,Target,Unit\nCompanies,2022,90,companies\nJobs,2022,9,亿元\n'],
    'plan.csv',
  );
  fireEvent.change(screen.getByLabelText(t.import_file), { target: { files: [file] } });
  await screen.findByText(t.import_summary({ added: 1, changed: 0, same: 0, wrong: 1 }));
  expect(screen.getByText(t.row_other_unit)).toBeTruthy();
  expect(await targets()).toEqual(before);
  await userEvent.click(screen.getByRole('button', { name: t.import_n({ n: 1 }) }));
  await waitFor(async () =>
    expect((await targets()).find(({ id }) => id === 'companies-2022')).toMatchObject({
      value: '90',
      source: 'plan.csv',
    }),
  );
  const notice = (await screen.findByText(/^Saved/)).closest('[tabindex]');
  await waitFor(() => expect(document.activeElement).toBe(notice));
  await userEvent.click(await screen.findByRole('button', { name: savedNoticeLabels.en.undo }));
  await waitFor(async () => expect(await targets()).toEqual(before));
});

// seen to fail: the focus fell to the document
test('Cancel gives the focus back to the button that began the import', async () => {
  await mountPage(SettingsPage, { address: '/settings/targets' });
  const button = await screen.findByRole('button', { name: t.import_targets });
  await userEvent.click(button);
  await userEvent.click(screen.getByRole('button', { name: t.cancel }));
  expect(screen.queryByLabelText(t.import_file)).toBeNull();
  expect(document.activeElement).toBe(button);
});
