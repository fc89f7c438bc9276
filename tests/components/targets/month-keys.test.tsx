import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { afterEach, expect, test } from 'vitest';
import type { MadeRequest, Proposal } from '#contract/requests/schemas.ts';
import { languages } from '#domain/values/language.ts';
import { sendWith } from '#web/data/transport.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { MonthPage } from '#web/features/months/month-page.tsx';
import { RequestsPage } from '#web/features/requests/manage/requests-page.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

afterEach(() => sendWith());
const closeMarch = async (api: TestApi) => {
  const values = [{ indicator: 'companies', period: '2021-03', value: '3' }];
  await api.send('POST', '/api/v1/observations', { body: { values } });
  const closing = await api.send('POST', '/api/v1/periods/2021-03/close', { body: {} });
  expect(closing.status).toBe(201);
};
/** The page of a viewer. */
const asViewer = (api: TestApi): void =>
  sendWith((request) => {
    const { pathname, search } = new URL(request.url);
    return api.send('GET', pathname + search, {
      env: { principal: { id: 'v', name: 'Vera', mode: 'account', role: 'viewer' } },
    });
  });

test.each(languages)('%s: a viewer reads closed months and sees no form', async (language) => {
  await mountPage(MonthPage, {
    address: '/month',
    language,
    before: async (_, api) => {
      await closeMarch(api);
      asViewer(api);
    },
  });
  const month = { en: 'March 2021', ja: '2021年3月', 'zh-CN': '2021年3月' }[language];
  const line = await screen.findByText((_, element) =>
    element?.tagName === 'P' ? element.textContent.includes(month) : false,
  );
  expect(line.textContent).toMatch(/10 May 2021|2021年5月10日/);
  expect(screen.queryAllByRole('textbox')).toEqual([]);
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('a viewer sees that no month is closed', async () => {
  await mountPage(MonthPage, { address: '/month', before: (_, api) => asViewer(api) });
  await screen.findByText(monthLabels.en.viewer_none);
});

/** A page with its address beside it. */
const withAddress = (Page: () => React.ReactNode) =>
  function MonthView() {
    return (
      <>
        <output aria-label="address">{useLocation().search}</output>
        <Page />
      </>
    );
  };
const month = () => new URLSearchParams(screen.getByLabelText('address').textContent).get('month');

test('[ and ] go from month to month, and not past the newest', async () => {
  await mountPage(withAddress(MonthPage), { address: '/month?month=2021-04' });
  await screen.findByRole('button', { name: monthLabels.en.save_draft });
  await userEvent.keyboard('[[');
  await waitFor(() => expect(month()).toBe('2021-03'));
  await userEvent.keyboard(']');
  await waitFor(() => expect(month()).toBe('2021-04'));
});

test('A accepts the row in focus, X ticks it, Shift A accepts the rest', async () => {
  const { api, container } = await mountPage(RequestsPage, {
    address: '/requests?month=2021-04',
    before: async (_, server) => {
      const post = async (path: string, body: object) =>
        (await server.send('POST', path, { body })).json();
      const units = { 'A-1': 'Hokuto', 'A-2': 'Minami', 'A-3': 'Nishi' };
      for (const code of Object.keys(units))
        await post('/api/v1/projects', {
          code,
          stage: 'construction',
          valid_from: '2021-03-31',
          facts: { name: code, jobs_actual: 86, 'milestones.start.actual': '2021-03-01' },
        });
      const { items } = (await post('/api/v1/requests', {
        month: '2021-04',
        deadline: '2021-05-12',
        requests: Object.entries(units).map(([code, unit]) => ({
          unit,
          language: 'en',
          cells: [{ code, field: 'jobs_actual' }],
        })),
      })) as { items: MadeRequest[] };
      for (const [at, { request }] of items.entries())
        await post(`/api/v1/requests/${request.id}/answers`, {
          answers: [{ key: `project A-${at + 1} jobs_actual`, value: String(92 + at) }],
        });
    },
  });
  const states = async () =>
    (await api.get<{ items: Proposal[] }>('/api/v1/proposals?month=2021-04')).items
      .map(({ state }) => state)
      .toSorted();
  const rows = () => [...container.querySelectorAll<HTMLInputElement>('[data-proposal] input')];
  await waitFor(() => expect(rows()).toHaveLength(3));
  // nothing is accepted before a row is in focus
  await userEvent.keyboard('a');
  expect(document.activeElement).toBe(rows()[0]);
  expect(await states()).toEqual(['open', 'open', 'open']);
  expect(rows()[0]?.checked).toBe(true);
  await userEvent.keyboard('x');
  expect(rows()[0]?.checked).toBe(false);
  await userEvent.keyboard('a');
  await waitFor(async () => expect(await states()).toEqual(['accepted', 'open', 'open']));
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(document.activeElement).toBe(rows()[0]);
  await userEvent.keyboard('{Shift>}A{/Shift}');
  await waitFor(async () => expect(await states()).toEqual(['accepted', 'accepted', 'accepted']));
});
