import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { findNewerDay, NewerData } from './newer-data.tsx';

const overview = {
  ...sampleOverview,
  as_of: '2021-03-31',
  days: ['2021-03-31', '2021-04-16'],
  closed: { period: '2021-03', changed: [] },
};

const textAt = (address: string): HTMLElement =>
  render(
    <MemoryRouter initialEntries={[address]}>
      <LanguageProvider value="en">
        <NewerData overview={overview} path="/pipeline" />
      </LanguageProvider>
    </MemoryRouter>,
  ).container;

test('the closed month links to newer data where there are some', () => {
  expect(findNewerDay(overview)).toBe('2021-04-16');
  expect(findNewerDay({ ...overview, days: ['2021-03-31'] })).toBeUndefined();
  const { closed: _open, ...open } = overview;
  expect(findNewerDay(open)).toBeUndefined();
  const hint = textAt('/pipeline?layout=board');
  expect(hint.textContent).toContain('closed month March 2021');
  const href = hint.querySelector('a')?.getAttribute('href');
  expect(href).toMatch(/^\/pipeline\?/);
  expect(href).toContain('as_of=2021-04-16');
  expect(href).toContain('layout=board');
});

test('shows no note for a day that the address chooses', () => {
  expect(textAt('/pipeline?as_of=2021-03-31').textContent).toBe('');
});
