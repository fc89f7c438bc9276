import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = zoneFormLabels.en;
const chinese = ['land_12', 'land_24', 'filing_24'];
const readGates = async (base_currency: string) => {
  const { api } = await mountPage(SettingsPage, {
    address: '/settings/stages',
    before: async (_faults, store) => {
      await store.send('POST', '/api/v1/samples', { body: { sample: 'none' } });
      await store.send('POST', '/api/v1/zone', { body: { name: { en: 'Rana' }, base_currency } });
    },
  });
  await screen.findByRole('heading', { name: t.history });
  return async () => (await api.get<ZoneProfile>('/api/v1/zone')).gates?.map(({ id }) => id);
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

// seen to fail: every zone had the deadlines of Chinese law for land
test('a zone abroad begins without the deadlines of China, and takes them by one button', async () => {
  const gates = await readGates('NOK');
  expect(await gates()).toEqual(['approval', 'permits', 'power']);
  expect(screen.queryByText(/Land, 12 months/)).toBeNull();
  expect(screen.queryByRole('button', { name: t.back_to_usual_gates })).toBeNull();
  await press(t.add_chinese_deadlines);
  expect(screen.queryByRole('button', { name: t.add_chinese_deadlines })).toBeNull();
  await press(t.save);
  await screen.findByText(t.saved);
  expect(await gates()).toEqual(['approval', 'permits', 'power', ...chinese]);
  const history = screen.getByRole('heading', { name: t.history }).closest('section');
  await within(history ?? document.body).findAllByText(/Added: Land, 12 months/);
  expect(history?.textContent).not.toMatch(/Removed|Approval/);
  await press(t.back_to_usual_gates);
  fireEvent.change(screen.getByLabelText(t.reason), { target: { value: 'Not our law' } });
  await press(t.save);
  await waitFor(async () => expect(await gates()).toEqual(['approval', 'permits', 'power']));
});

test('a zone in China has its deadlines without a setting', async () => {
  const gates = await readGates('CNY');
  expect(await gates()).toBeUndefined();
  expect(screen.getByText(t.gates_usual)).toBeTruthy();
  for (const name of [/Land, 12 months/, /Land, 24 months/, /Filing, 24 months/])
    expect(screen.getAllByText(name).length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: t.add_chinese_deadlines })).toBeNull();
});
