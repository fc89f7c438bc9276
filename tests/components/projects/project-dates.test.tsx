import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { sendWith } from '#web/data/transport.ts';
import { projectLabels, projectListLabels } from '#web/features/projects/labels/index.ts';
import { ProjectPage } from '#web/features/projects/project-page.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = projectLabels.en;
const url = '/api/v1/projects/A-1';
beforeEach(() => {
  sessionStorage.clear();
  sendWith((request) => fetch(request));
});
afterEach(() => sendWith());

/** The page of a project that was added on 1 May 2021; it is 10 May. */
const open = async (before: (api: TestApi) => Promise<void>) =>
  mountPage(ProjectPage, {
    address: '/projects/A-1',
    before: async (_, api) => {
      const body = {
        code: 'A-1',
        stage: 'negotiation',
        facts: { name: 'Heat pumps' },
        valid_from: '2021-05-01',
      };
      expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
      await before(api);
    },
  });
const change = async (api: TestApi, facts: object): Promise<void> => {
  const etag = (await api.send('GET', url)).headers.get('etag') ?? '';
  expect(
    (await api.send('PATCH', url, { body: { facts }, headers: { 'if-match': etag } })).status,
  ).toBe(200);
};
const click = async (name: string): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name }));

test('a new plan date needs a reason and keeps the original date and the slippage', async () => {
  const { api } = await open((server) =>
    change(server, { 'milestones.operation.plan': '2021-09-01' }),
  );
  await click(t.edit);
  const plan = await screen.findByLabelText(/^Operation · Current plan/);
  await userEvent.clear(plan);
  await userEvent.type(plan, '2021-12-01');
  await screen.findByText(t.replan_needs_reason);
  expect(screen.getByRole('button', { name: t.save })).toHaveProperty('disabled', true);
  await userEvent.type(await screen.findByLabelText(t.reason_replan), 'land came late');
  await click(t.save);
  await screen.findByText(t.saved, { exact: false });
  await screen.findByText('91 days later than first planned');
  await screen.findByText('First plan known, 10 May 2021');
  expect((await api.get<ProjectDetail>(url)).milestones).toEqual([
    {
      type: 'operation',
      plan: '2021-12-01',
      first_plan: { date: '2021-09-01', known: '2021-05-10' },
    },
  ]);
});

test('shows the closed month, applies a change to the latest day and then shows that day', async () => {
  const { api } = await open(async (server) => {
    const earlier = {
      code: 'A-0',
      stage: 'lead',
      facts: { name: 'Boilers' },
      valid_from: '2021-04-01',
    };
    expect((await server.send('POST', '/api/v1/projects', { body: earlier })).status).toBe(201);
    await server.send('POST', '/api/v1/periods/2021-04/close', { body: {} });
  });
  expect((await api.get<{ as_of: string }>('/api/v1/overview')).as_of).toBe('2021-04-30');
  // the project is of 1 May: it is not in the register of the closed month
  await screen.findByText(projectListLabels.en.not_found);
  await click(t.latest);
  await screen.findByText(/^State of /);
  await click(t.edit);
  await userEvent.type(await screen.findByLabelText('Owner'), 'Li');
  await click(t.save);
  await screen.findByText(t.saved, { exact: false });
  await waitFor(() => expect(screen.getAllByText('Li').length).toBeGreaterThan(0));
});

test('a milestone is overdue by the day of the page, not by today', async () => {
  await open(async (server) => {
    await change(server, { 'milestones.operation.plan': '2021-04-01' });
  });
  // the last day of the register is 10 May
  await screen.findByText('1 Apr 2021 (39 days)');
});

// seen to fail: "On schedule" beside "Overdue since 20 May 2025 (498 days)"
test('an overdue milestone whose plan was never changed is not on schedule', async () => {
  await open((server) => change(server, { 'milestones.operation.plan': '2021-05-05' }));
  await screen.findByText(/\(5 days\)/);
  screen.getByText(projectListLabels.en.plan_unchanged);
  expect(screen.queryByText(projectListLabels.en.on_time)).toBeNull();
});
