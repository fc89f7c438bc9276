import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ForecastsPage } from '#web/features/forecasts/forecasts-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const cardOf = (name: RegExp): HTMLElement => {
  const card = screen.getByRole('heading', { name }).closest('section');
  if (card === null) throw new Error('a heading without its card');
  return card;
};

test('each past month shows its band, result and data, and scores need eight results', async () => {
  const user = userEvent.setup();
  await mountPage(ForecastsPage, { address: '/forecasts?as_of=2021-04-16' });
  expect(
    await screen.findByText(
      /about 3 in 4 results fell inside such a band up to two years ahead, 2 in 3 beyond/,
    ),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '3 months' }));
  await screen.findByRole('heading', { name: /^Companies.*results of past forecasts: 3$/ });
  const card = cardOf(/^Companies/);
  expect(card.textContent).toContain('No scores yet: 3 of the 8 results that they need.');
  await user.click(within(card).getByText('Table, 12 months'));
  const rows = within(card).getAllByRole('row').slice(1);
  // the newest month first
  expect(rows[0]?.textContent).toMatch(
    /Mar 2021.*30 Jun 2021.*464951—No result yet.*recomputed from later data/,
  );
  expect(rows[3]?.textContent).toMatch(/Dec 2020.*31 Mar 2021.*41.*Result inside/);
  expect(rows.at(-1)?.textContent).toMatch(/Apr 2020.*No forecast: at least six values are needed/);
});

test('names an indicator without past forecasts with the reason, and gives forecasts to the deadline one result', async () => {
  const user = userEvent.setup();
  await mountPage(ForecastsPage, { address: '/forecasts?as_of=2021-04-16' });
  const without = (await screen.findByRole('heading', { name: 'No past forecast' })).closest(
    'section',
  );
  expect(without?.textContent).toContain('Industrial output: a yearly figure needs 24 months');
  await user.click(screen.getByRole('button', { name: 'To the deadline' }));
  expect(
    await screen.findAllByText(/^Forecast for 31 December 2025, made at the end of each month/),
  ).not.toHaveLength(0);
  expect(cardOf(/^Companies/).textContent).toContain('no forecast has a result yet');
});
