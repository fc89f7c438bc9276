import { fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = zoneFormLabels.en;
async function open(section: string) {
  sessionStorage.clear();
  const { api } = await mountPage(SettingsPage, { address: `/settings/${section}` });
  await screen.findByRole('heading', { name: t.history });
  return { zone: () => api.get<ZoneProfile>('/api/v1/zone') };
}
const fill = (label: string, value: string, at = 0): void => {
  const field = screen.getAllByLabelText(label).at(at);
  if (field === undefined) throw new Error(`no field ${label}`);
  fireEvent.change(field, { target: { value } });
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

// seen to fail: the first character that is no digit lost the whole page, also after a reload
test('a text that is no number stays in a published count, with words beside it', async () => {
  const { zone } = await open('partners');
  await press(t.add_count);
  fill(t.prop_value, 'seven', -1);
  fill(t.source_in_words, 'Bulletin 18', -1);
  await press(t.save);
  const value = screen.getAllByLabelText(t.prop_value).at(-1);
  expect([(value as HTMLInputElement).value, value?.getAttribute('aria-invalid')]).toEqual([
    'seven',
    'true',
  ]);
  expect(screen.getByText(t.plain_number).id).toMatch(/-error$/);
  expect((await zone()).published.map((fact) => fact.value)).not.toContain('seven');
});

// seen to fail: the server refused each of these without naming a field
test.each([
  ['partners', t.ended_optional, '2021-01-01', targetsLabels.en.fault_ended_before_start],
  ['zone', t.area_km2, '-5', targetsLabels.en.fault_not_above_zero],
  ['zone', targetsLabels.en.complete_why, ' ', targetsLabels.en.fault_empty_text],
  ['facts', t.web_address, 'bulletin', t.http_address],
] as const)(
  'in %s the fault of "%s" stands once, beside its field',
  async (section, label, value, fault) => {
    await open(section);
    if (section === 'partners') fill(t.agreement_day, '2021-05-02');
    fill(label, value);
    await press(t.save);
    expect(screen.getAllByText(fault)).toHaveLength(1);
    expect(screen.getByText(fault).id).toMatch(/-error$/);
  },
);

test('a figure that has a value of that day already says so at the day', async () => {
  await open('partners');
  await press(t.add_count);
  fill(t.prop_value, '9', -1);
  fill(t.source_in_words, 'Bulletin 18', -1);
  const days = screen.getAllByLabelText<HTMLInputElement>(t.published_on);
  const before = days.at(-2)?.value ?? '';
  fill(t.published_on, before, -1);
  await press(t.save);
  const day = screen.getAllByLabelText(t.published_on).at(-1);
  expect(day?.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getAllByText(targetsLabels.en.fault_id_twice)[0]?.id).toMatch(/-error$/);
});

test('an item of a phase is not done on a day to come', async () => {
  await open('phases');
  await userEvent.click(screen.getAllByRole('button', { name: t.add_item })[0] as HTMLElement);
  fill(t.item, 'Road', -1);
  fill(t.done_optional, '2199-05-01', 0);
  await press(t.save);
  expect(screen.getByText(targetsLabels.en.fault_done_in_future).id).toMatch(/-error$/);
  expect(screen.queryByText(t.saved)).toBeNull();
});
