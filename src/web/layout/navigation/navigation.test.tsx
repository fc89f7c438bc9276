import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { expect, test } from 'vitest';
import { LanguageProvider } from '#web/i18n/text.ts';
import { routes } from '#web/url/page-list.ts';
import { Navigation } from './navigation.tsx';

test.each([
  ['/', 'Overview'],
  ['/overview?lang=en&as_of=2021-02-08', 'Overview'],
  ['/projects/?lang=en', 'Projects'],
  ['/zone', 'Zone and partners'],
  ['/settings/targets?indicator=jobs', 'Settings'],
])('at %s the page shown is marked in the navigation, and no other', (address, name) => {
  render(
    <MemoryRouter initialEntries={[address]}>
      <LanguageProvider value="en">
        <Navigation
          projects={30}
          pipeline={20}
          mayEdit
          onApproach={() => {}}
          managed={routes.filter(({ id }) => id === 'settings')}
        />
      </LanguageProvider>
    </MemoryRouter>,
  );
  const marked = screen
    .getAllByRole('link', { hidden: true })
    .filter((link) => link.getAttribute('aria-current') === 'page');
  expect(marked.map((link) => link.querySelector('.navigation_long')?.textContent)).toEqual([name]);
});
