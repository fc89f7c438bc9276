import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { type ChecklistItem, targetKey } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { valueFilesLabels } from '#web/features/targets/labels/index.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';
import type { TestApi } from '../../setup/api/api.ts';

afterEach(() => sessionStorage.clear());
const t = indicatorLabels.en;
const road: ChecklistItem = { id: 'item', name: { en: 'Ring road' } };
const power: ChecklistItem = { id: 'item_2', name: { en: 'Substation' } };

/** Gives the target in words two items, and a file to each. */
async function addItemsWithFiles(api: TestApi): Promise<void> {
  const body = { period: '2021-04', value: '105', confirm: true };
  await api.send('POST', '/api/v1/indicators/companies/observations', { body });
  const reply = await api.send('GET', '/api/v1/zone');
  const { targets } = (await reply.json()) as ZoneProfile;
  const checklist = targets.find(({ comparator }) => comparator === 'qualitative');
  if (checklist === undefined) throw new Error('no target in words');
  const changed = targets.map((one) =>
    one === checklist ? { ...one, items: [road, power] } : one,
  );
  const headers = { 'if-match': reply.headers.get('etag') ?? '' };
  const patch = await api.send('PATCH', '/api/v1/zone', { body: { targets: changed }, headers });
  expect(patch.status).toBe(200);
  for (const { id } of [road, power]) {
    const form = new FormData();
    form.append('file', new File([`%PDF-1.7\n${id}\n%%EOF\n`], `${id}.pdf`));
    const query = `period=2021-03&target=${targetKey(checklist)}&item=${id}`;
    const path = `/api/v1/indicators/${checklist.indicator}/evidence?${query}`;
    expect((await api.send('POST', path, { body: form })).status).toBe(201);
  }
}

const openChecklist = async () => {
  const page = await mountPage(SettingsPage, {
    address: '/settings/targets',
    before: (_faults, api) => addItemsWithFiles(api),
  });
  const { indicators } = await page.api.get<ZoneProfile>('/api/v1/zone');
  const words = indicators.find(({ kind }) => kind === 'qualitative');
  await userEvent.click(await screen.findByRole('link', { name: words?.name.en ?? '' }));
  return page;
};

// seen to fail: the settings showed the items of a checklist without their files
test('each item of a checklist shows its files in the settings', async () => {
  await openChecklist();
  const list = await screen.findByRole('list', { name: t.item_files({ name: 'Ring road' }) });
  within(list).getByRole('button', { name: valueFilesLabels.en.save_as({ file: 'item.pdf' }) });
  expect(within(list).getAllByRole('button')).toHaveLength(1);
});

// seen to fail: the next item took the id of a removed one, and with it its files
test('a new item does not inherit the files of a removed one', async () => {
  const { api } = await openChecklist();
  await screen.findByRole('list', { name: t.item_files({ name: 'Substation' }) });
  await userEvent.click(
    screen.getByRole('button', { name: t.remove_item({ name: 'Substation' }) }),
  );
  await userEvent.click(screen.getByRole('button', { name: t.add_item }));
  await userEvent.type(screen.getByLabelText(t.item_name({ n: 2 })), 'Bridge');
  expect(screen.queryByRole('list', { name: t.item_files({ name: 'Bridge' }) })).toBeNull();
  await userEvent.type(screen.getByLabelText(t.reason), 'The plan changed');
  await userEvent.click(screen.getByRole('button', { name: t.save_target }));
  await waitFor(async () => {
    const { targets } = await api.get<ZoneProfile>('/api/v1/zone');
    const items = targets.find(({ comparator }) => comparator === 'qualitative')?.items;
    expect(items?.map(({ id }) => id)).toEqual(['item', 'item_3']);
  });
});
