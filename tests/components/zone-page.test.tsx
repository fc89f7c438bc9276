import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone.ts';
import { zoneText } from '#web/i18n/zone/text.ts';
import { ZonePage } from '#web/pages/zone/zone-page.tsx';
import { mountPage } from '../setup/mounted-page.tsx';

const t = zoneText.en;

test('the seven prefectures stand in their own characters, marked as Japanese', async () => {
  const { container } = await mountPage(ZonePage, { address: '/zone' });
  await screen.findByText('Mizuho Bank');
  const own = [...container.querySelectorAll('b[lang=ja]')].map((name) => name.textContent);
  expect(own.toSorted()).toEqual(['神奈川県', '和歌山県', '新潟県', '岩手県', '宮崎県', '徳島県', '静岡県'].toSorted());
});
test('published figures stand with their words, source and day', async () => {
  const { container } = await mountPage(ZonePage, { address: '/zone' });
  await screen.findByText('Mizuho Bank');
  expect(container.textContent).toContain('about CN¥2.8bn');
  expect(container.textContent).toContain('Zone announcement, 16 April 2021');
  expect(container.textContent).toContain('more than 200 companies');
  expect(container.textContent).toContain(t.over_is);
});
test('the manager changes the thresholds and what established means; the store has it', async () => {
  const { api } = await mountPage(ZonePage, { address: '/zone' });
  await userEvent.click(await screen.findByRole('button', { name: t.edit }));
  const ahead = screen.getByLabelText(t.threshold_ahead);
  await userEvent.clear(ahead);
  await userEvent.type(ahead, '110');
  await userEvent.selectOptions(screen.getByLabelText('Signed'), 'established');
  await userEvent.click(screen.getByRole('button', { name: t.save }));
  await screen.findByText(t.saved);
  const zone = await api.get<ZoneProfile>('/api/v1/zone');
  expect(zone.thresholds.ahead).toBe(110);
  expect(zone.stage_mapping.established).toContain('signed');
});
test('thresholds out of order cannot be saved', async () => {
  await mountPage(ZonePage, { address: '/zone' });
  await userEvent.click(await screen.findByRole('button', { name: t.edit }));
  await userEvent.clear(screen.getByLabelText(t.threshold_on));
  await userEvent.type(screen.getByLabelText(t.threshold_on), '200');
  await waitFor(() => expect(screen.getByRole('button', { name: t.save })).toHaveProperty('disabled', true));
  expect(screen.getByText(t.wrong_order)).toBeTruthy();
});
