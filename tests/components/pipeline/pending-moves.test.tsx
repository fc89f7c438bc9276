import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '#contract/service/schemas.ts';
import type { Board } from '#contract/work/schemas.ts';
import type { Faults } from '#mocks/faults.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { forgetPendingMoves, keepMove, readPendingMoves } from '#web/data/pending-moves.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { PipelinePage } from '#web/features/pipeline/pipeline-page.tsx';
import { sendWith } from '#web/data/transport.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = pipelineLabels.en;
beforeEach(() => {
  sendWith();
  forgetPendingMoves();
});
const makeTwo = async (api: TestApi): Promise<void> => {
  for (const code of ['A-1', 'A-2'])
    await api.send('POST', '/api/v1/projects', {
      body: {
        code,
        stage: 'lead',
        facts: { name: `Project ${code}`, investor: 'Hokuto', site_mode: 'office' },
        valid_from: '2021-05-01',
      },
    });
};
const open = () =>
  mountPage(PipelinePage, {
    address: '/pipeline?layout=board',
    before: (_, api) => makeTwo(api),
  });
const column = (name: string) => screen.findByRole('region', { name: new RegExp(`^${name}`) });
const card = (code: string) =>
  screen.findByRole('button', { name: new RegExp(`^Project ${code}`) });
const press = async (code: string, keys: string) => {
  (await card(code)).focus();
  await userEvent.keyboard(keys);
};
const stageOf = async (api: TestApi, code: string) =>
  (await api.get<ProjectDetail>(`/api/v1/projects/${code}`)).stage;
const isMove = (request: Request) => request.method === 'POST';
const revisions = async (api: TestApi) =>
  (await api.get<{ items: { reason: string }[] }>('/api/v1/revisions')).items.length;

test('a move made while the server is away is stored, marked on its card and sent when it answers', async () => {
  const { api, faults } = await open();
  await card('A-1');
  faults.set({ kind: 'offline' });
  await press('A-1', 'm2');
  await screen.findByText(t.kept_title({ n: 1 }));
  const moved = within(await column('In negotiation'))
    .getByText('Project A-1')
    .closest('li');
  expect(moved?.textContent).toContain(t.card_unsaved);
  expect(localStorage.length).toBe(1);
  await press('A-2', 'm3');
  await screen.findByText(t.kept_title({ n: 2 }));
  expect(await stageOf(api, 'A-1')).toBe('lead');
  faults.clear();
  await userEvent.click(screen.getByRole('button', { name: t.kept_send }));
  await screen.findByText(t.kept_stored({ n: 2 }));
  expect([await stageOf(api, 'A-1'), await stageOf(api, 'A-2')]).toEqual(['negotiation', 'signed']);
  expect(screen.queryByText(t.card_unsaved)).toBeNull();
  expect(localStorage.length).toBe(0);
});

test('a pending move forward is sent once, from the version that the person saw, and a move back cancels it', async () => {
  const { api, faults } = await open();
  await card('A-1');
  const before = await revisions(api);
  faults.set({ kind: 'offline', where: isMove });
  await press('A-1', 'm2');
  await screen.findByText(t.kept_title({ n: 1 }));
  await press('A-1', 'm3');
  await within(await column('Signed')).findByText('Project A-1');
  expect(
    screen.getByText(t.kept_move({ name: 'Project A-1', from: 'Lead', to: 'Signed' })),
  ).toBeTruthy();
  await press('A-2', 'm2');
  await screen.findByText(t.kept_title({ n: 2 }));
  await press('A-2', 'm1');
  await screen.findByText(t.kept_title({ n: 1 }));
  faults.clear();
  await userEvent.click(screen.getByRole('button', { name: t.kept_send }));
  await screen.findByText(t.kept_stored({ n: 1 }));
  expect(await stageOf(api, 'A-1')).toBe('signed');
  expect(await revisions(api)).toBe(before + 1);
});

test('a move whose answer was lost is stored once', async () => {
  const { api, faults } = await open();
  await card('A-1');
  const before = await revisions(api);
  // the change is stored, and its answer never arrives
  let storing: Promise<Response> | undefined;
  const storeOnly = (request: Request): boolean => {
    if (!isMove(request)) return false;
    const { origin, host } = new URL(request.url);
    const headers = new Headers(request.headers);
    for (const [name, value] of Object.entries({ origin, host })) headers.set(name, value);
    storing ??= Promise.resolve(api.app.fetch(new Request(request.clone(), { headers })));
    return true;
  };
  faults.set({ kind: 'offline', where: storeOnly });
  await press('A-1', 'm2');
  await screen.findByText(t.kept_title({ n: 1 }));
  await storing;
  expect(await stageOf(api, 'A-1')).toBe('negotiation');
  faults.clear();
  await userEvent.click(screen.getByRole('button', { name: t.kept_send }));
  await screen.findByText(t.kept_stored({ n: 1 }));
  expect(await revisions(api)).toBe(before + 1);
});

test('a pending move that meets a change of another person names the change, and can be made again', async () => {
  const { api, faults } = await open();
  await card('A-1');
  faults.set({ kind: 'offline' });
  await press('A-1', 'm2');
  await screen.findByText(t.kept_title({ n: 1 }));
  const principal = { id: 's', name: 'Sato Emi', mode: 'account', role: 'manager' } as const;
  const etag = (await api.send('GET', '/api/v1/projects/A-1')).headers.get('etag') ?? '';
  await api.send('PATCH', '/api/v1/projects/A-1', {
    body: { facts: { owner: 'Chen Yu' } },
    headers: { 'if-match': etag },
    env: { principal },
  });
  await api.send('POST', '/api/v1/projects/A-1/stage', {
    body: { stage: 'signed', complete_later: true },
    env: { principal },
  });
  faults.clear();
  await userEvent.click(screen.getByRole('button', { name: t.kept_send }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain(t.kept_conflict({ by: 'Sato Emi', stage: 'Signed' }));
  expect(alert.textContent).toContain(t.kept_fields({ fields: 'Owner, Last updated' }));
  expect(await stageOf(api, 'A-1')).toBe('signed');
  await within(await column('Signed')).findByText('Project A-1');
  await userEvent.click(
    screen.getByRole('button', { name: t.kept_again({ to: 'In negotiation' }) }),
  );
  await screen.findByText(t.kept_stored({ n: 1 }));
  expect(await stageOf(api, 'A-1')).toBe('negotiation');
  expect((await api.get<ProjectDetail>('/api/v1/projects/A-1')).owner).toBe('Chen Yu');
});

describe('a page that opens with pending moves', () => {
  const openAs = async (name?: string) => {
    const keep = async (_: Faults, api: TestApi) => {
      await makeTwo(api);
      const { mode, origin, name: own } = await api.get<Session>('/api/v1/session');
      const { columns } = await api.get<Board>('/api/v1/board');
      const [card] = columns.flatMap(({ cards }) => cards);
      const match = (await api.send('GET', '/api/v1/projects/A-1')).headers.get('etag') ?? '';
      if (card === undefined) throw new Error('The board has no card.');
      const move = {
        card,
        from: 'lead',
        to: 'signed',
        on: '2021-05-02',
        match,
        key: 'k1',
      } as const;
      keepMove([mode, origin, name ?? own].join('.'), move);
    };
    return (await mountPage(PipelinePage, { address: '/pipeline?layout=board', before: keep })).api;
  };
  test('sends those of this person, with the day on which they were made', async () => {
    const api = await openAs();
    await screen.findByText(t.kept_stored({ n: 1 }));
    const { stage, stage_since } = await api.get<ProjectDetail>('/api/v1/projects/A-1');
    expect([stage, stage_since]).toEqual(['signed', '2021-05-02']);
  });
  test('neither shows nor sends those of another person', async () => {
    const api = await openAs('Sato Emi');
    await card('A-1');
    expect(screen.queryByText(t.kept_title({ n: 1 }))).toBeNull();
    expect(await stageOf(api, 'A-1')).toBe('lead');
    expect(localStorage.length).toBe(1);
  });
});

test('unreadable and half-written moves count as none', () => {
  for (const text of ['', '{', '[]', '[null, 7, {"card":{"code":"A"}}]', '{"card":{}}', '"x"']) {
    localStorage.setItem('headway.board-moves.me', text);
    expect(readPendingMoves('me')).toEqual([]);
  }
});

test('a discarded move is removed, and a sign-out removes those of everyone', async () => {
  const { api, faults } = await open();
  await card('A-1');
  faults.set({ kind: 'offline' });
  await press('A-1', 'm2');
  await press('A-2', 'm3');
  await screen.findByText(t.kept_title({ n: 2 }));
  const discard = t.kept_discard_of({ name: 'Project A-1' });
  await userEvent.click(await screen.findByRole('button', { name: discard }));
  await screen.findByText(t.kept_title({ n: 1 }));
  await within(await column('Lead')).findByText('Project A-1');
  localStorage.setItem('headway.board-moves.someone', '[]');
  act(forgetPendingMoves);
  expect(localStorage.length).toBe(0);
  expect(screen.queryByText(t.card_unsaved)).toBeNull();
  expect(await stageOf(api, 'A-2')).toBe('lead');
});
