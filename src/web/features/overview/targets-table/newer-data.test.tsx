import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { findNewerDay, NewerData } from './newer-data.tsx';

const closed = {
  ...sampleOverview,
  as_of: '2021-03-31',
  days: ['2021-03-31', '2021-04-16'],
  closed: { period: '2021-03', changed: [] },
};

test('the closed month links to newer data where there are some', () => {
  expect(findNewerDay(closed)).toBe('2021-04-16');
  expect(findNewerDay({ ...closed, days: ['2021-03-31'] })).toBeUndefined();
  const { closed: _open, ...open } = closed;
  expect(findNewerDay(open)).toBeUndefined();
  const { container } = render(
    <MemoryRouter>
      <LanguageProvider value="en">
        <NewerData overview={closed} day="2021-04-16" />
      </LanguageProvider>
    </MemoryRouter>,
  );
  expect(container.textContent).toContain('closed month March 2021');
  expect(container.querySelector('a')?.getAttribute('href')).toContain('as_of=2021-04-16');
});
