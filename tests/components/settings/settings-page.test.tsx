import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { settingsLabels } from '#web/features/settings/labels/index.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = targetsLabels.en;
const section = async (title: string): Promise<HTMLElement> => {
  const details = (await screen.findByRole('heading', { name: title })).closest('details');
  if (details === null) throw new Error('no section');
  details.open = true;
  return details;
};

test.each([
  ['/targets', 'Indicators and targets'],
  ['/settings', 'Indicators and targets'],
  ['/settings/rates', 'Exchange rates'],
  ['/settings/rules/', 'Verdict rules'],
])('%s opens the section %s, which the list marks', async (address, title) => {
  await mountPage(SettingsPage, { address });
  await screen.findByRole('heading', { name: title, level: 2 });
  const list = within(screen.getByRole('navigation', { name: settingsLabels.en.sections }));
  const marked = list
    .getAllByRole('link')
    .filter((link) => link.getAttribute('aria-current') === 'page');
  expect(marked.map((link) => link.textContent)).toEqual([title]);
});

test('changes a target with a reason and keeps the old one in the history', async () => {
  const { api } = await mountPage(SettingsPage, { address: '/settings/targets' });
  const targets = within(await section(t.targets));
  const value = targets.getByLabelText(new RegExp(`^${t.target_value} \\(companies`));
  await userEvent.clear(value);
  await userEvent.type(value, '250');
  const save = targets.getByRole('button', { name: t.save });
  fireEvent.change(targets.getByLabelText(t.reason), {
    target: { value: 'Raised by the committee.' },
  });
  // the old announcement can not be the source of the new value
  expect([
    save.hasAttribute('disabled'),
    targets.getAllByText(t.fault_source_unchanged).length > 0,
  ]).toEqual([true, true]);
  expect(targets.getAllByText(t.wording_outdated).length).toBe(1);
  const [source] = targets.getAllByLabelText(t.source);
  if (source === undefined) throw new Error('no source');
  fireEvent.change(source, { target: { value: 'Decision 12' } });
  expect(targets.queryByText(t.fault_source_unchanged)).toBeNull();
  await userEvent.click(save);
  await targets.findByText(t.saved);
  expect((await api.get<ZoneProfile>('/api/v1/zone')).targets[0]).toMatchObject({
    value: '250',
    source: 'Decision 12',
  });
});

test('a target names its source by title, not by id', async () => {
  await mountPage(SettingsPage, { address: '/settings/targets' });
  const fields = await screen.findAllByLabelText<HTMLInputElement>(t.source);
  const named = fields.map(({ value }) => value);
  expect(named).toContain('Zone announcement, 16 April 2021');
  expect(named.join(' ')).not.toMatch(/zone-announcement/);
});
