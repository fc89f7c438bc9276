import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import { PipelinePage } from '#web/features/pipeline/pipeline-page.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = pipelineLabels.en;
beforeEach(() => sessionStorage.clear());
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
const saveMove = async () => {
  const date = await screen.findByLabelText(projectLabels.en.date);
  const dialog = screen.getByRole('dialog');
  await userEvent.clear(date);
  await userEvent.type(date, '2021-05-10');
  await userEvent.click(within(dialog).getByRole('button', { name: projectLabels.en.do_move }));
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

test('a key moves a card with the data its stage requires, and the move can be undone', async () => {
  const { api } = await open(two);
  (await card(/Project A-1/)).focus();
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await saveMove();
  await screen.findByText(t.moved({ name: 'Project A-1', stage: 'In negotiation' }), {
    exact: false,
  });
  expect(await stageOf(api, 'A-1')).toBe('negotiation');
  await within(await column('In negotiation')).findByText('Project A-1');
  await userEvent.click(screen.getByRole('button', { name: t.undo }));
  await screen.findByText(t.undone);
  expect(await stageOf(api, 'A-1')).toBe('lead');
});

test('the board shows the day of the view', async () => {
  const { api } = await open(async (filled) => {
    await make(filled, 'A-1', 'lead');
    const values = [{ indicator: 'companies', period: '2021-04', value: '3' }];
    expect((await filled.send('POST', '/api/v1/observations', { body: { values } })).status).toBe(
      201,
    );
    const late = {
      code: 'A-2',
      stage: 'lead',
      facts: { name: 'Project A-2', investor: 'Hokuto' },
      valid_from: '2021-05-08',
    };
    expect((await filled.send('POST', '/api/v1/projects', { body: late })).status).toBe(201);
    expect((await filled.send('POST', '/api/v1/periods/2021-04/close', { body: {} })).status).toBe(
      201,
    );
  });
  await screen.findByText(t.state_of({ day: '30 April 2021' }), { exact: false });
  expect(screen.queryByRole('button', { name: /^Project A-/ })).toBeNull();
  expect((await api.get<{ as_of: string }>('/api/v1/pipeline')).as_of).toBe('2021-04-30');
});

test('moving a card on a board of an earlier day links to today', async () => {
  await open(async (api) => {
    await make(api, 'A-1', 'lead');
  });
  await screen.findByText(t.state_of({ day: '1 May 2021' }), { exact: false });
  (await card(/Project A-1/)).focus();
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await saveMove();
  await screen.findByText(t.state_of({ day: '10 May 2021' }), { exact: false });
  await within(await column('In negotiation')).findByText('Project A-1');
});

test('dropping a card on an earlier stage asks for a reason', async () => {
  const { api } = await open(two);
  const from = (await card(/Project B-1/)).closest('li') as HTMLElement;
  const data = { setData: () => undefined, effectAllowed: '' };
  fireEvent.dragStart(from, { dataTransfer: data });
  const to = await column('In negotiation');
  fireEvent.dragOver(to, { dataTransfer: data });
  fireEvent.drop(to, { dataTransfer: data });
  await screen.findByText(projectLabels.en.back);
  const dialog = screen.getByRole('dialog');
  await userEvent.selectOptions(
    within(dialog).getByLabelText(projectLabels.en.reason_code),
    'financing',
  );
  await userEvent.type(within(dialog).getByLabelText(projectLabels.en.reason), 'the bank withdrew');
  await saveMove();
  await waitFor(async () => expect(await stageOf(api, 'B-1')).toBe('negotiation'));
});

test('a column shows one page at a time', async () => {
  await open(async (api) => {
    for (let i = 10; i < 40; i += 1) await make(api, `P-${i}`, 'lead');
  });
  const lead = await column('Lead');
  await userEvent.click(await within(lead).findByRole('button', { name: t.load_more({ n: '5' }) }));
  await within(lead).findByText('Project P-39');
  expect(within(lead).queryByRole('button', { name: /Load more/ })).toBeNull();
});

test('example cards can’t be moved', async () => {
  await mountPage(PipelinePage, { address: '/pipeline?layout=board' });
  await screen.findByText(t.board_example);
  (await card(/Project B04/)).focus();
  await userEvent.keyboard('m');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Move / })).toBeNull();
});
