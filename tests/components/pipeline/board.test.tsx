import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import { PipelinePage } from '#web/features/pipeline/pipeline-page.tsx';
import { sendWith } from '#web/data/transport.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = pipelineLabels.en;
// another store has another epoch, which the tags of versions hold
beforeEach(() => sendWith());
const make = async (api: TestApi, code: string, stage: string, name = `Project ${code}`) => {
  const facts = { name, investor: 'Hokuto', site_mode: 'office', next_step: 'visit' };
  expect(
    (
      await api.send('POST', '/api/v1/projects', {
        body: { code, stage, facts, valid_from: '2021-05-01' },
      })
    ).status,
  ).toBe(201);
};
const open = (fill: (api: TestApi) => Promise<void>) =>
  mountPage(PipelinePage, { address: '/pipeline?layout=board', before: (_, api) => fill(api) });
const column = (name: string) => screen.findByRole('region', { name: new RegExp(`^${name}`) });
const card = (name: RegExp) => screen.findByRole('button', { name: new RegExp(`^${name.source}`) });
const stageOf = async (api: TestApi, code: string) =>
  (await api.get<ProjectDetail>(`/api/v1/projects/${code}`)).stage;
const two = async (api: TestApi) => {
  await make(api, 'A-1', 'lead');
  await make(api, 'A-2', 'lead');
  await make(api, 'B-1', 'signed');
};
test('each stage has a column with its count, and arrow keys go from card to card', async () => {
  await open(two);
  await within(await column('Lead')).findByText('2');
  (await card(/Project A-1/)).focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('Project A-2');
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement?.textContent).toContain('Project B-1');
  await userEvent.keyboard('{ArrowLeft}{Home}');
  expect(document.activeElement?.textContent).toContain('Project A-1');
});

// seen to fail: the computer of local mode, which had sent a request, was the owner "local"
test('owners are people, not the computer that sent a request', async () => {
  await open(async (api) => {
    await two(api);
    const facts = { name: 'Project A-3', owner: 'Chen Yu' };
    const project = { code: 'A-3', stage: 'lead', facts, valid_from: '2021-05-01' };
    await api.send('POST', '/api/v1/projects', { body: project });
    const request = {
      unit: 'Hokuto',
      language: 'ja',
      cells: [{ code: 'A-1', field: 'jobs_actual' }],
    };
    const response = await api.send('POST', '/api/v1/requests', {
      body: { month: '2021-04', deadline: '2021-06-01', requests: [request] },
    });
    expect(response.status).toBe(201);
  });
  await screen.findByRole('option', { name: 'Chen Yu' });
  expect(screen.queryByRole('option', { name: 'local' })).toBeNull();
});

test('a key stores a move at once, asks for the fields of the stage, and the move can be undone', async () => {
  const { api } = await open(two);
  (await card(/Project A-1/)).focus();
  await userEvent.keyboard('m2');
  await screen.findByText(t.moved({ name: 'Project A-1', stage: 'In negotiation' }));
  expect(await stageOf(api, 'A-1')).toBe('negotiation');
  const moved = await within(await column('In negotiation')).findByText('Project A-1');
  expect(moved.closest('li')?.className).toContain('moved');
  expect(screen.getByText(t.asks({ n: 1 }), { exact: false })).toBeTruthy();
  await userEvent.click(screen.getByRole('heading', { level: 3, name: /Lead/ }));
  await userEvent.keyboard('z');
  await screen.findByText(t.undone_move({ name: 'Project A-1' }));
  expect(await stageOf(api, 'A-1')).toBe('lead');
});

test('the open fields of a move are on the card and are entered there', async () => {
  const { api } = await open(two);
  (await card(/Project A-1/)).focus();
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await screen.findByText(t.moved({ name: 'Project A-1', stage: 'In negotiation' }));
  await userEvent.click(screen.getByRole('button', { name: t.later }));
  const lacks = await within(await column('In negotiation')).findByRole('button', {
    name: /^To complete: Owner/,
  });
  await userEvent.click(lacks);
  await userEvent.type(await screen.findByLabelText(/Owner/, { selector: 'input' }), 'Chen Yu');
  await userEvent.click(screen.getByRole('button', { name: t.save }));
  await screen.findByText(t.completed({ name: 'Project A-1' }));
  expect((await api.get<ProjectDetail>('/api/v1/projects/A-1')).owner).toBe('Chen Yu');
});

test('a dropped card is stored at once, and a move back asks for its reason afterwards', async () => {
  const { api } = await open(two);
  const from = (await card(/Project B-1/)).closest('li') as HTMLElement;
  const data = { setData: () => undefined, effectAllowed: '' };
  fireEvent.dragStart(from, { dataTransfer: data });
  const to = await column('In negotiation');
  fireEvent.dragOver(to, { dataTransfer: data });
  fireEvent.drop(to, { dataTransfer: data });
  await screen.findByText(t.asks_reason, { exact: false });
  expect(await stageOf(api, 'B-1')).toBe('negotiation');
  await userEvent.selectOptions(screen.getByLabelText(projectLabels.en.reason_code), 'financing');
  await userEvent.type(screen.getByLabelText(t.reason), 'the bank withdrew');
  await userEvent.click(screen.getByRole('button', { name: t.save }));
  await screen.findByText(t.completed({ name: 'Project B-1' }));
  const { stage_events } = await api.get<ProjectDetail>('/api/v1/projects/B-1');
  expect(stage_events.at(-1)).toMatchObject({ stage: 'negotiation', reason: 'the bank withdrew' });
});

test('a card that another person moved first returns to its former column, with the name of that person', async () => {
  const { api } = await open(two);
  const a1 = await card(/Project A-1/);
  const moved = await api.send('POST', '/api/v1/projects/A-1/stage', {
    body: { stage: 'signed', complete_later: true },
    env: { principal: { id: 's', name: 'Sato Emi', mode: 'account', role: 'manager' } },
  });
  expect(moved.status).toBe(200);
  a1.focus();
  await userEvent.keyboard('m2');
  await screen.findByText(/^Sato Emi changed Project A-1 first; it is in Signed/);
  await within(await column('Signed')).findByText('Project A-1');
  expect(await stageOf(api, 'A-1')).toBe('signed');
});

test('a column shows the largest three, and the others in place', async () => {
  await open(async (api) => {
    for (let i = 10; i < 16; i += 1) await make(api, `P-${i}`, 'lead');
  });
  const lead = await column('Lead');
  expect(within(lead).queryByText('Project P-13')).toBeNull();
  await userEvent.click(
    await within(lead).findByRole('button', { name: t.column_more({ n: '3' }) }),
  );
  await within(lead).findByText('Project P-15');
  await userEvent.click(within(lead).getByRole('button', { name: t.column_fewer }));
  expect(within(lead).queryByText('Project P-15')).toBeNull();
});

test('the slash moves to the search, which filters the board and its counts', async () => {
  await open(two);
  (await card(/Project A-1/)).focus();
  await userEvent.keyboard('/');
  await userEvent.type(screen.getByRole('searchbox'), 'B-1');
  await screen.findByText(t.matching({ n: '1', total: '3' }));
  await userEvent.click(screen.getByRole('button', { name: t.clear }));
  await screen.findByText('3 projects');
});

test('an earlier day states that moves are made on the latest, and links there', async () => {
  await mountPage(PipelinePage, {
    address: '/pipeline?layout=board&as_of=2021-05-02',
    before: (_, api) => two(api),
  });
  await screen.findByText(t.board_past({ day: '2 May 2021' }), { exact: false });
  (await card(/Project A-1/)).focus();
  await userEvent.keyboard('m');
  expect(screen.queryByText(t.choose_stage({ name: 'Project A-1' }))).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: t.to_latest }));
  await screen.findByRole('button', { name: t.move_of({ name: 'Project A-1' }) });
});

test('example cards can’t be moved', async () => {
  await mountPage(PipelinePage, { address: '/pipeline?layout=board' });
  await screen.findByText(t.board_example, { exact: false });
  (await card(/Project B04/)).focus();
  await userEvent.keyboard('m');
  expect(screen.queryByRole('button', { name: /^Move / })).toBeNull();
  expect(screen.queryByText(/^Move Project B04 to/)).toBeNull();
});
