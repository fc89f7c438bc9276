import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { PeriodState } from '#contract/targets/schemas.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { MonthPage } from '#web/features/months/month-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = monthLabels.en;
const address = '/month?month=2021-04';
const numbers = async (): Promise<HTMLInputElement[]> => {
  await screen.findByRole('button', { name: t.save_draft });
  return screen
    .getAllByRole<HTMLInputElement>('textbox')
    .filter((field) => field.getAttribute('inputmode') === 'decimal' && 'number' in field.dataset);
};
const firstNumber = async () => {
  const [first] = await numbers();
  if (first === undefined) throw new Error('no field');
  return first;
};
const mount = () => mountPage(MonthPage, { address });
type Mounted = Awaited<ReturnType<typeof mount>>;
const april = async ({ api }: Mounted, indicator = 'companies') =>
  (
    await api.get<{ items: Observation[] }>(`/api/v1/indicators/${indicator}/observations`)
  ).items.find((o) => o.period === '2021-04');

test('stores a figure with its source, in one unit with last month, and undoes it', async () => {
  const mounted = await mount();
  const companies = await firstNumber();
  await waitFor(() =>
    expect(mounted.container.querySelector('[data-last]')?.textContent).toMatch(/^\d+$/),
  );
  await userEvent.type(companies, '44');
  const source = screen.getByLabelText(t.source_of({ name: 'Companies' }));
  await userEvent.type(source, 'Monthly statistics, page 3');
  await userEvent.click(screen.getByRole('button', { name: t.save_own }));
  await screen.findByText(/^Saved \d\d:\d\d: 1 changed/);
  expect(await april(mounted)).toMatchObject({
    value: '44',
    source: 'Monthly statistics, page 3',
  });
});

test('names a text that is no number under its field', async () => {
  await mount();
  const field = await firstNumber();
  await userEvent.type(field, '3,25');
  const fault = await screen.findByText(t.wrong_not_a_number);
  // seen to fail: it named 1234.5 and 1,234.5 only, to a person who wrote a decimal comma
  expect(fault.textContent).toMatch(/point for decimals: 3\.25/);
  expect(field.getAttribute('aria-describedby')?.split(' ')).toContain(fault.id);
  expect(fault.closest('td')).toBe(field.closest('td'));
});

test('asks about a tenfold value without taking the focus, and offers the repair', async () => {
  const mounted = await mount();
  const companies = await firstNumber();
  await userEvent.type(companies, '440');
  const repair = await screen.findByRole('button', { name: t.change_to({ value: '44' }) });
  expect(document.activeElement).toBe(companies);
  await userEvent.click(screen.getByRole('button', { name: t.save_own }));
  expect(await april(mounted)).toBeUndefined();
  await userEvent.click(repair);
  expect((await firstNumber()).value).toBe('44');
});

// seen to fail: the sources of all rows but the last had no way by keyboard
test('Tab goes from number to number, Shift Tab to all fields, Escape restores, Enter saves', async () => {
  const mounted = await mount();
  const [first, second] = await numbers();
  if (first === undefined || second === undefined) throw new Error('no fields');
  first.focus();
  await userEvent.tab();
  expect(document.activeElement).toBe(second);
  const fields = [];
  for (let at = 0; at < 9 && document.activeElement !== first; at += 1) {
    await userEvent.tab({ shift: true });
    fields.push(document.activeElement);
  }
  expect(document.activeElement).toBe(first);
  expect(fields).toContain(screen.getAllByPlaceholderText(t.source_hint)[0]);
  await userEvent.keyboard('44{Escape}');
  expect((await firstNumber()).value).toBe('');
  await userEvent.keyboard('45{Enter}');
  await screen.findByText(/^Saved /);
  expect((await april(mounted))?.value).toBe('45');
});

test('a draft is separate until it is saved', async () => {
  const mounted = await mount();
  await userEvent.type(await firstNumber(), '44');
  await userEvent.click(screen.getByRole('button', { name: t.save_draft }));
  await screen.findByText(/^Draft saved /);
  expect(await april(mounted)).toBeUndefined();
  const state = await mounted.api.get<PeriodState>('/api/v1/periods/2021-04');
  expect(state.drafts).toMatchObject([{ indicator: 'companies', value: '44' }]);
  expect((await firstNumber()).value).toBe('44');
  await userEvent.click((await screen.findAllByRole('button', { name: t.save }))[0] as HTMLElement);
  await screen.findByText(/^Saved /);
  expect((await april(mounted))?.value).toBe('44');
});

test('a failed save shows the error and keeps the typed values', async () => {
  const { faults } = await mount();
  const companies = await firstNumber();
  await userEvent.type(companies, '44');
  faults.set({ kind: 'internal', where: (request) => request.method === 'POST' });
  await userEvent.click(screen.getByRole('button', { name: t.save_own }));
  await waitFor(() => expect(screen.getAllByRole('alert').length).toBeGreaterThan(0));
  expect(companies.value).toBe('44');
});

test('a closed month asks for the reason of a change and shows it', async () => {
  const { api } = await mount();
  await userEvent.type(await firstNumber(), '44{Enter}');
  await screen.findByText(/^Saved /);
  await userEvent.click(await screen.findByRole('button', { name: /^Close April 2021/ }));
  await screen.findByText(t.as_closed);
  const field = await screen.findByDisplayValue('44');
  await userEvent.clear(field);
  await userEvent.type(field, '46{Enter}');
  expect(await screen.findByText(t.reason_needed)).toBeTruthy();
  await userEvent.type(screen.getByLabelText(t.change_reason), 'Counted again{Enter}');
  await waitFor(async () =>
    expect((await api.get<PeriodState>('/api/v1/periods/2021-04')).closed?.changed).toMatchObject([
      { before: '44', now: '46', reason: 'Counted again' },
    ]),
  );
  expect(await screen.findByText(/Counted again/)).toBeTruthy();
  // seen to fail: the focus was lost with the field of the reason
  await waitFor(() => expect(document.activeElement).toHaveProperty('value', '46'));
});

test('a doubt is dismissed with a name and a reason', async () => {
  const { container } = await mount();
  const doubt = await waitFor(() => {
    const doubt = container.querySelector<HTMLElement>('[data-doubt]');
    if (doubt === null) throw new Error('no doubt');
    return doubt;
  });
  await userEvent.click(within(doubt).getByRole('button', { name: t.dismiss }));
  await userEvent.click(within(doubt).getByRole('button', { name: t.dismiss_save }));
  expect(within(doubt).getAllByText(t.fill_in)).toHaveLength(2);
  await userEvent.type(within(doubt).getByLabelText(t.dismiss_reason), 'Loans are included');
  await userEvent.type(within(doubt).getByLabelText(t.dismiss_name), 'Chen Yu');
  await userEvent.click(within(doubt).getByRole('button', { name: t.dismiss_save }));
  expect(await screen.findByText(/^Dismissed by Chen Yu, .*: Loans are included$/)).toBeTruthy();
});
