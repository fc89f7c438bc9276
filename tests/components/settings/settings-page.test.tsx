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

