import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MadeRequest } from '#contract/requests/schemas.ts';
import { answerLabels } from '#web/features/requests/labels/index.ts';
import { AnswerPage } from '#web/features/requests/answer/answer-page.tsx';
import { TestBrowser } from '../../setup/api/accounts.ts';
import { cells, openRequests, type RequestApi } from '../../setup/api/requests.ts';
import { mountPageOn } from '../../setup/pages/mounted-page.tsx';

const t = answerLabels.en;
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2021-05-10T08:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  window.history.replaceState(null, '', '/');
});

/** Mounts the page of a company that opened its link. `change` prepares the request further. */
async function mountAnswer(change?: (api: RequestApi, request: MadeRequest) => Promise<unknown>) {
  let secret = '';
  const page = await mountPageOn(openRequests, AnswerPage, {
    address: '/r',
    before: async (_, api) => {
      const request = await api.ask({ language: 'en' });
      secret = request.secret;
      await change?.(api, request);
      window.history.replaceState(null, '', `/r#${secret}`);
    },
    signIn: async (api) => new TestBrowser(api),
  });
  return { ...page, secret };
}
const title = () => screen.findByRole('heading', { name: t.title({ month: 'April 2021' }) });
const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const jobs = /[Jj]obs/;
const paid = /[Pp]aid|[Cc]apital/;
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('the secret of a link leaves the address, and a reload needs none', async () => {
  const { unmount, secret } = await mountAnswer();
  await title();
  expect(window.location.hash).toBe('');
  expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain(secret);
  unmount();
  render(<AnswerPage />);
  await title();
});

test('a link that does not work can be pasted again', async () => {
  const { secret } = await mountAnswer();
  await title();
  window.location.hash = `#${secret.slice(0, -3)}aaa`;
  await screen.findByRole('heading', { name: t.unknown_title });
  await userEvent.type(
    screen.getByRole('textbox', { name: t.paste_label }),
    `https://headway.example/r#${secret}`,
  );
  await press(t.open);
  await title();
});

test('an empty form moves to its first field, and a part is sent only when named as a part', async () => {
  const { api } = await mountAnswer();
  await title();
  await press(t.send);
  expect(document.activeElement).toBe(field(jobs));
  expect(await api.proposals()).toEqual([]);
  await userEvent.type(field(jobs), '88');
  await press(t.send_some({ filled: 1, n: 4 }));
  await screen.findByText(t.received({ at: '' }).slice(0, 8), { exact: false });
  expect(await api.proposals()).toMatchObject([{ field: 'jobs_actual', value: '88' }]);
});

test('a text that is no number is named at its field and not sent', async () => {
  const { api } = await mountAnswer();
  await title();
  await userEvent.type(field(jobs), 'about 90');
  await press(t.send);
  expect(field(jobs).getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field(jobs));
  expect(await api.proposals()).toEqual([]);
});

test('a value of one month in the place of a total is offered as the total', async () => {
  const { api } = await mountAnswer();
  await title();
  // the total of March is 43.1 million
  await userEvent.type(field(paid), '25');
  const question = await screen.findByRole('alert');
  within(question).getByText(t.doubt_fell({ month: 'Mar' }));
  await userEvent.click(within(question).getByRole('button', { name: /^It is Apr alone/ }));
  expect(screen.queryByRole('alert')).toBeNull();
  await press(t.send);
  await press(t.send_some({ filled: 1, n: 4 }));
  await waitFor(async () =>
    expect(await api.proposals()).toMatchObject([{ field: 'amounts.paid_in', value: '68100000' }]),
  );
});

test('a doubtful value is sent with its reason only', async () => {
  const { api } = await mountAnswer();
  await title();
  await userEvent.type(field(jobs), '860');
  await userEvent.click(await screen.findByRole('button', { name: t.is_right }));
  await press(t.send);
  await screen.findByText(t.no_note);
  expect(await api.proposals()).toEqual([]);
  await userEvent.type(field(new RegExp(t.why)), 'a second shift');
  await press(t.send_some({ filled: 1, n: 4 }));
  await waitFor(async () =>
    expect(await api.proposals()).toMatchObject([{ value: '860', note: 'a second shift' }]),
  );
});

test('answers wait on the device without a connection, and are sent once when it is back', async () => {
  const { api, faults } = await mountAnswer();
  await title();
  await userEvent.type(field(jobs), '88');
  faults.set({ kind: 'offline' });
  await press(t.send);
  await press(t.send_some({ filled: 1, n: 4 }));
  await screen.findByText(t.waiting);
  expect(Object.values({ ...localStorage }).join()).toContain('88');
  faults.clear();
  window.dispatchEvent(new Event('online'));
  await screen.findByText(t.received({ at: '' }).slice(0, 8), { exact: false });
  expect(await api.proposals()).toMatchObject([{ value: '88' }]);
  expect(localStorage.length).toBe(0);
});

test('a returned answer shows its reason at the field, and its correction replaces it', async () => {
  const { api } = await mountAnswer(async (server, request) => {
    const company = await server.company(request);
    await server.answer(request.request.id, company, [{ key: cells.jobs, value: '88' }]);
    const ids = (await server.proposals()).map(({ id }) => id);
    const reason = 'April or March?';
    expect((await server.manage('POST', '/api/v1/proposals/return', { ids, reason })).ok).toBe(
      true,
    );
  });
  await title();
  const section = field(jobs).closest('section') as HTMLElement;
  within(section).getByText(t.returned({ reason: 'April or March?' }));
  await userEvent.clear(field(jobs));
  await userEvent.type(field(jobs), '90');
  await press(t.send_correction);
  await press(t.send_some({ filled: 1, n: 4 }));
  await waitFor(async () =>
    expect(
      (await api.proposals()).filter(({ state }) => state === 'open').map(({ value }) => value),
    ).toEqual(['90']),
  );
});

test('a link that the manager ended says when, and whom to ask', async () => {
  await mountAnswer(async (api, { request: { id } }) => {
    const etag = (await api.manage('GET', `/api/v1/requests/${id}`)).headers.get('etag') ?? '';
    const body = { state: 'cancelled' };
    const response = await api.manage('PATCH', `/api/v1/requests/${id}`, body, {
      'if-match': etag,
    });
    expect(response.status).toBe(200);
  });
  await screen.findByRole('heading', { name: /^This link/ });
  expect(screen.queryByRole('textbox', { name: jobs })).toBeNull();
});
