import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { readEpoch } from '#server/db/epoch.ts';
import { versionTag } from '#server/http/etag.ts';
import { noteServerDay } from '#web/data/server-clock.ts';
import { sendWith } from '#web/data/transport.ts';
import { PipelinePage } from '#web/features/pipeline/pipeline-page.tsx';
import type { Decision } from '#domain/work/decision.ts';
import { decisionLabels } from '#web/features/work/labels/index.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = decisionLabels.en;
beforeEach(() => {
  sendWith();
  noteServerDay('2021-05-05', 'UTC');
});
const fill = async (api: TestApi) => {
  const project = { code: 'A-1', stage: 'lead', facts: { name: 'Heat pumps' } };
  await api.send('POST', '/api/v1/projects', { body: { ...project, valid_from: '2021-05-01' } });
  const decision = { subject: 'project', subject_id: 'A-1', decided_on: '2021-04-01' };
  for (const [text, due] of [
    ['Move the substation', '2021-04-20'],
    ['Name a bank', '2199-01-01'],
  ])
    await api.send('POST', '/api/v1/decisions', { body: { ...decision, text, due } });
};
const open = () => mountPage(PipelinePage, { address: '/pipeline', before: (_, api) => fill(api) });

test('the list opens with open decisions, and completing takes one click', async () => {
  await open();
  const list = await screen.findByRole('region', { name: t.title });
  await within(list).findByText(t.open({ n: '2', overdue: '1' }));
  expect(within(list).getByText(/^Overdue by/)).toBeTruthy();
  await userEvent.click(
    within(list).getByRole('button', { name: t.mark_done_of({ text: 'Move the substation' }) }),
  );
  await within(list).findByText(t.open({ n: '1', overdue: '' }));
  expect(within(list).queryByText('Move the substation')).toBeNull();
  await userEvent.click(within(list).getByRole('button', { name: t.show_done({ n: '1' }) }));
  await within(list).findByText('Move the substation');
});

test('a decision that another person changed first is shown in its stored version', async () => {
  const { api } = await open();
  const list = await screen.findByRole('region', { name: t.title });
  const button = await within(list).findByRole('button', {
    name: t.mark_done_of({ text: 'Name a bank' }),
  });
  const { items } = await api.get<{ items: readonly Decision[] }>('/api/v1/decisions');
  const decision = items.find(({ text }) => text === 'Name a bank');
  const tag = versionTag('i', decision?.revision ?? 0, await readEpoch(api.db));
  const response = await api.send('PATCH', `/api/v1/decisions/${decision?.id}`, {
    body: { text: 'Name two banks' },
    headers: { 'if-match': `"${tag}"` },
  });
  expect(response.status).toBe(200);
  await userEvent.click(button);
  await within(list).findByText(t.changed({ text: 'Name two banks' }));
});

test('the form of a decision gets the focus, moves it to a missing field, and returns it at the end', async () => {
  await open();
  const list = await screen.findByRole('region', { name: t.title });
  await userEvent.click(await within(list).findByRole('button', { name: t.add }));
  expect(document.activeElement).toBe(within(list).getByLabelText(t.subject));
  await userEvent.click(within(list).getByRole('button', { name: t.save }));
  const text = within(list).getByLabelText(t.text);
  expect(document.activeElement).toBe(text);
  await userEvent.type(text, 'Open the north gate{Enter}');
  await within(list).findByText('Open the north gate');
  await waitFor(() =>
    expect(document.activeElement).toBe(within(list).getByRole('button', { name: t.add })),
  );
});
