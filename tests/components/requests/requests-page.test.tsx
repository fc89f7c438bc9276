import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi, afterEach } from 'vitest';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { RequestsPage } from '#web/features/requests/manage/requests-page.tsx';
import { cells, openRequests, type RequestApi } from '../../setup/api/requests.ts';
import { mountPageOn } from '../../setup/pages/mounted-page.tsx';

const t = manageLabels.en;
const usualAnswers = [
  { key: cells.jobs, value: '88' },
  { key: cells.paid, value: '43500000' },
];
beforeEach(
  () => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2021-05-10T08:00:00Z') }),
);
afterEach(() => vi.useRealTimers());

/** Mounts the page of April 2021 for a manager, after a company has answered. */
async function mountRequests(
  answers: readonly object[] = usualAnswers,
  before?: (api: RequestApi) => Promise<unknown>,
) {
  const page = await mountPageOn(openRequests, RequestsPage, {
    address: '/requests?month=2021-04',
    before: async (_, api) => {
      await before?.(api);
      if (answers.length === 0) return;
      const request = await api.ask();
      const company = await api.company(request);
      const response = await api.answer(request.request.id, company, answers);
      expect(response.status, await response.clone().text()).toBeLessThan(300);
    },
  });
  await screen.findByRole('heading', { name: new RegExp(t.proposals) });
  return page;
}
const tickOf = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const jobs = /^Hokuto \(Binjiang\), .*[Jj]obs/;
const paid = /^Hokuto \(Binjiang\), .*(?:[Pp]aid|[Cc]apital)/;
const statesOf = async (api: RequestApi) =>
  Object.fromEntries((await api.proposals()).map(({ field, state }) => [field, state]));

test('a month without requests says so and offers to ask', async () => {
  await mountRequests([]);
  await screen.findByText(t.none_sent);
  await screen.findByText(t.no_proposals);
  screen.getByRole('button', { name: t.new_request });
  expect(screen.queryByRole('button', { name: t.copy_last({ month: 'March 2021' }) })).toBeNull();
});

test('a request without a value is not sent, and says what is missing', async () => {
  const { api } = await mountRequests([]);
  await userEvent.click(await screen.findByRole('button', { name: t.new_request }));
  await userEvent.type(await screen.findByRole('textbox', { name: t.unit }), 'Harbour office');
  await userEvent.click(screen.getByRole('button', { name: t.send }));
  await screen.findByText(t.add_cells);
  expect(await api.requests()).toEqual([]);
});

test('keys tick and accept the row in focus, and the next row has the focus', async () => {
  const { api } = await mountRequests();
  await userEvent.keyboard('a');
  expect(document.activeElement, 'the first key only moves to the list').toBe(tickOf(jobs));
  await userEvent.keyboard('x');
  expect(tickOf(jobs).checked).toBe(false);
  await userEvent.keyboard('a');
  await screen.findByText(t.accepted({ n: 1 }));
  expect(document.activeElement).toBe(tickOf(paid));
  expect(await statesOf(api)).toEqual({ jobs_actual: 'accepted', 'amounts.paid_in': 'open' });
});

test('a doubtful value is not among those that one press accepts', async () => {
  const { api } = await mountRequests([
    { key: cells.jobs, value: '860', confirm: true, note: 'a second shift' },
    { key: cells.paid, value: '43500000' },
  ]);
  screen.getByText(t.doubt_jump, { exact: false });
  expect([tickOf(jobs).checked, tickOf(paid).checked]).toEqual([false, true]);
  await userEvent.click(screen.getByRole('button', { name: t.accept_all({ n: 1 }) }));
  await screen.findByText(t.accepted({ n: 1 }));
  expect(await statesOf(api)).toEqual({ jobs_actual: 'open', 'amounts.paid_in': 'accepted' });
});

test('an answer that another manager decided on meanwhile is not accepted again', async () => {
  const { api } = await mountRequests();
  const [first] = await api.proposals();
  const response = await api.manage('POST', '/api/v1/proposals/return', {
    ids: [first?.id],
    reason: 'Please check.',
  });
  expect(response.status).toBeLessThan(300);
  await userEvent.click(screen.getByRole('button', { name: t.accept_all({ n: 2 }) }));
  await screen.findByText(t.changed_meanwhile);
  await screen.findByRole('button', { name: t.accept_all({ n: 1 }) });
  expect(Object.values(await statesOf(api)).toSorted()).toEqual(['open', 'returned']);
});

test('an accepted batch is undone by its button, and waits again', async () => {
  const { api } = await mountRequests();
  await userEvent.click(screen.getByRole('button', { name: t.accept_all({ n: 2 }) }));
  await screen.findByText(t.no_proposals);
  await userEvent.click(screen.getByRole('button', { name: t.undo }));
  await screen.findByRole('button', { name: t.accept_all({ n: 2 }) });
  expect(new Set(Object.values(await statesOf(api)))).toEqual(new Set(['open']));
});

test('a returned answer needs a sentence, leaves the list and gives the focus to the next', async () => {
  const { api } = await mountRequests();
  const row = tickOf(jobs).closest('tr') as HTMLElement;
  await userEvent.click(within(row).getByRole('button', { name: t.return }));
  const reason = screen.getByRole('textbox', { name: t.return_reason });
  expect(document.activeElement).toBe(reason);
  await userEvent.type(reason, '  ');
  await userEvent.click(screen.getByRole('button', { name: t.send_return }));
  expect(new Set(Object.values(await statesOf(api)))).toEqual(new Set(['open']));
  await userEvent.type(reason, 'Is this the end of April?');
  await userEvent.click(screen.getByRole('button', { name: t.send_return }));
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: jobs })).toBeNull());
  expect(document.activeElement).toBe(tickOf(paid));
  expect(await statesOf(api)).toEqual({ jobs_actual: 'returned', 'amounts.paid_in': 'open' });
});

test('a value for a closed month is accepted with a reason only', async () => {
  const { api } = await mountRequests();
  expect((await api.manage('POST', '/api/v1/periods/2021-04/close', {})).status).toBe(201);
  await userEvent.click(screen.getByRole('button', { name: t.accept_all({ n: 2 }) }));
  const reason = await screen.findByRole('textbox', { name: t.reason_closed });
  const box = reason.closest('[role=status]') as HTMLElement;
  await userEvent.click(within(box).getByRole('button', { name: t.accept }));
  expect(new Set(Object.values(await statesOf(api)))).toEqual(new Set(['open']));
  await userEvent.type(reason, 'reported late');
  await userEvent.click(within(box).getByRole('button', { name: t.accept }));
  await screen.findByText(t.accepted({ n: 2 }));
  expect(new Set(Object.values(await statesOf(api)))).toEqual(new Set(['accepted']));
});
