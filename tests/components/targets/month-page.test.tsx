import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Observation } from '#domain/zone/indicator.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { MonthPage } from '#web/features/months/month-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = monthLabels.en;
const fields = async (): Promise<HTMLElement[]> => {
  await screen.findByRole('button', { name: t.save_own });
  return screen
    .getAllByRole('textbox')
    .filter((field) => field.getAttribute('inputmode') === 'decimal');
};

test('stores a figure for its month and shows last month beside it', async () => {
  const { api, container } = await mountPage(MonthPage, { address: '/month?month=2021-04' });
  const [companies] = await fields();
  if (companies === undefined) throw new Error('no field');
  await waitFor(() =>
    expect(container.querySelector('[data-last]')?.textContent).toContain('March 2021'),
  );
  await userEvent.type(companies, '44');
  await userEvent.click(screen.getByRole('button', { name: t.save_own }));

  await screen.findByText(t.saved({ n: 1, month: 'April 2021' }));
  const { items } = await api.get<{ items: Observation[] }>(
    '/api/v1/indicators/companies/observations',
  );
  expect(items.filter((o) => o.period === '2021-04').map((o) => o.value)).toEqual(['44']);
});

test('asks about a tenfold value before storing it', async () => {
  const { api } = await mountPage(MonthPage, { address: '/month?month=2021-04' });
  const [companies] = await fields();
  if (companies === undefined) throw new Error('no field');
  await userEvent.type(companies, '440');
  expect(await screen.findByRole('alert')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: t.save_own }));
  const { items } = await api.get<{ items: Observation[] }>(
    '/api/v1/indicators/companies/observations',
  );
  expect(items.some((o) => o.period === '2021-04')).toBe(false);
});

test('a failed save shows the error and keeps the draft', async () => {
  const { faults } = await mountPage(MonthPage, { address: '/month?month=2021-04' });
  const [companies] = await fields();
  if (companies === undefined) throw new Error('no field');
  await userEvent.type(companies, '44');
  faults.set({ kind: 'internal', where: (request) => request.method === 'POST' });
  await userEvent.click(screen.getByRole('button', { name: t.save_own }));
  await waitFor(() => expect(screen.getAllByRole('alert').length).toBeGreaterThan(0));
  expect((companies as HTMLInputElement).value).toBe('44');
});
