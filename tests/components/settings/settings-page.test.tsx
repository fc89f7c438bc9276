import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { settingsLabels } from '#web/features/settings/labels/index.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

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
