import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProjectDetail } from '#domain/projects/project.ts';
import {
  attachmentsLabels,
  projectLabels,
  undoLabels,
} from '#web/features/projects/labels/index.ts';
import { sendWith } from '#web/data/transport.ts';
import { ProjectPage } from '#web/features/projects/project-page.tsx';
import { ProjectsPage } from '#web/features/projects/projects-page.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = projectLabels.en;
const url = '/api/v1/projects/A-1';
// jsdom's XMLHttpRequest, which an upload takes, can't send a form of Node's
beforeEach(() => {
  sessionStorage.clear();
  sendWith((request) => fetch(request));
});
afterEach(() => sendWith());
const make = async (api: TestApi, more: object = {}) => {
  const facts = {
    name: 'Heat pumps',
    'amounts.total_investment': { money: { minor: '35000000000', currency: 'CNY' } },
  };
  const body = { code: 'A-1', stage: 'negotiation', facts, valid_from: '2021-05-01', ...more };
  expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
};
const open = async (before?: (api: TestApi) => Promise<void>) =>
  mountPage(ProjectPage, {
    address: '/projects/A-1',
    before: async (_, api) => {
      await make(api);
      await before?.(api);
    },
  });
const click = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const field = async (name: RegExp | string) => screen.findByLabelText(name);
const refill = async (name: RegExp | string, text: string) => {
  await userEvent.clear(await field(name));
  await userEvent.type(await field(name), text);
};
const elsewhere = async (api: TestApi, facts: object) => {
  const etag = (await api.send('GET', url)).headers.get('etag') ?? '';
  expect(
    (await api.send('PATCH', url, { body: { facts }, headers: { 'if-match': etag } })).status,
  ).toBe(200);
};
const readProject = (api: TestApi) => api.get<ProjectDetail>(url);

test('stores money in the reader’s unit exactly, lists it in the history, and undoes it in one step', async () => {
  const { api } = await open();
  await click(t.edit);
  await refill(/^Planned investment/, '0.40000001');
  await screen.findByText(t.read_as({ amount: 'CN¥400.00 mn' }).replace(/CN.*/, ''), {
    exact: false,
  });
  await userEvent.type(await field(t.reason_optional), 'second phase');
  await click(t.save);
  await screen.findByText(t.saved, { exact: false });
  expect((await readProject(api)).amounts.total_investment?.money).toEqual({
    minor: '40000001000',
    currency: 'CNY',
  });
  await screen.findByText('second phase');
  await click(t.undo);
  await screen.findByText(t.undo_done, { exact: false });
  expect((await readProject(api)).amounts.total_investment?.money?.minor).toBe('35000000000');
});

test('offers countries by name, stores their codes, and keeps the word of a source as a choice', async () => {
  const { api } = await open((server) => elsewhere(server, { country: '日资' }));
  await click(t.edit);
  const country = (await field('Country')) as HTMLSelectElement;
  expect(country.value).toBe('日资');
  await userEvent.selectOptions(country, 'Poland');
  await click(t.save);
  await screen.findByText(t.saved, { exact: false });
  expect((await readProject(api)).country).toBe('POL');
});

test('the history names the example data in words, not by id', async () => {
  await mountPage(ProjectPage, { address: '/projects/A01' });
  const history = await screen.findByRole('table', { name: t.history });
  await within(history).findByText('Headway');
  expect(within(history).getByText('Example data')).toBeTruthy();
  expect(within(history).queryByText('sample')).toBeNull();
});

test('a draft survives a reload and a failed save', async () => {
  const { faults, unmount } = await open();
  await click(t.edit);
  await refill('Owner', 'Li');
  faults.set({ kind: 'internal', where: (request) => request.method === 'PATCH' });
  await click(t.save);
  await waitFor(() => expect(screen.getAllByRole('alert').length).toBeGreaterThan(0));
  expect(((await field('Owner')) as HTMLInputElement).value).toBe('Li');
  unmount();
  expect(JSON.parse(sessionStorage.getItem('headway.project.A-1') ?? '{}')).toMatchObject({
    texts: { owner: 'Li' },
  });
});

test('merges another editor’s change of another field without a question', async () => {
  const { api } = await open();
  await click(t.edit);
  await refill('Owner', 'Li');
  await elsewhere(api, { investor: 'Hokuto' });
  await click(t.save);
  await screen.findByText(t.merged, { exact: false });
  expect(await readProject(api)).toMatchObject({ owner: 'Li', investor: 'Hokuto' });
});

test('shows three values of a field that two editors changed, and lets the reader choose', async () => {
  const { api } = await open();
  await click(t.edit);
  await refill('Owner', 'Li');
  await refill('Investor', 'Minami');
  await elsewhere(api, { owner: 'Sato' });
  await click(t.save);
  const group = await screen.findByRole('group', { name: 'Owner' });
  expect(group.textContent).toContain(`${t.base} ${t.none}`);
  expect((await readProject(api)).owner).toBe('Sato');
  await userEvent.click(within(group).getByLabelText(/Sato/));
  await click(t.save_merged);
  await screen.findByText(t.saved, { exact: false });
  expect(await readProject(api)).toMatchObject({ owner: 'Sato', investor: 'Minami' });
});

test('a move needs the facts of its stage, and a move back needs a reason', async () => {
  const { api } = await open();
  await click(t.move);
  const dialog = await screen.findByRole('dialog');
  const submit = within(dialog).getByRole('button', { name: t.do_move });
  const date = within(dialog).getByLabelText(t.date);
  await userEvent.clear(date);
  await userEvent.type(date, '2021-05-10');
  expect(submit).toHaveProperty('disabled', true);
  await userEvent.selectOptions(within(dialog).getByLabelText('Agreement type'), 'contract');
  await userEvent.type(within(dialog).getByLabelText(/Start of works/), '2021-09-01');
  await userEvent.type(within(dialog).getByLabelText(/Operation/), '2022-09-01');
  await userEvent.click(submit);
  await screen.findByText(t.saved, { exact: false });
  const project = await readProject(api);
  expect([project.stage, project.milestones[0]?.baseline]).toEqual(['signed', '2021-09-01']);
  await click(t.move);
  const again = await screen.findByRole('dialog');
  await userEvent.selectOptions(within(again).getByLabelText(t.to_stage), 'lead');
  expect(within(again).getByText(t.back)).toBeTruthy();
  expect(within(again).getByRole('button', { name: t.do_move })).toHaveProperty('disabled', true);
});

test('puts a project on hold with a reason and resumes it', async () => {
  const { api } = await open();
  await click(t.turn);
  const dialog = await screen.findByRole('dialog');
  const date = within(dialog).getByLabelText(t.date);
  await userEvent.clear(date);
  await userEvent.type(date, '2021-05-10');
  expect(within(dialog).getByRole('button', { name: t.save })).toHaveProperty('disabled', true);
  await userEvent.type(within(dialog).getByLabelText(t.reason), 'travel restrictions');
  expect(within(dialog).getByRole('button', { name: t.save })).toHaveProperty('disabled', true);
  await userEvent.selectOptions(within(dialog).getByLabelText(t.reason_code), 'travel_restriction');
  await userEvent.click(within(dialog).getByRole('button', { name: t.save }));
  await screen.findByRole('button', { name: t.resume });
  expect(await readProject(api)).toMatchObject({
    status: 'on_hold',
    status_reason: 'travel restrictions',
    status_reason_code: 'travel_restriction',
    stage: 'negotiation',
  });
});

test('example projects and earlier days are read-only', async () => {
  const { api } = await mountPage(ProjectPage, { address: '/projects/A01' });
  await screen.findByText(t.example);
  expect(screen.queryByRole('button', { name: t.edit })).toBeNull();
  expect((await api.get<{ items: readonly unknown[] }>('/api/v1/revisions')).items).toHaveLength(1);
});

test('adds a project with its own code and names a taken code', async () => {
  const { api } = await mountPage(ProjectsPage, {
    address: '/projects',
    before: (_, server) => make(server),
  });
  await click(t.add);
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(within(dialog).getByLabelText(t.code), 'A-1');
  await userEvent.type(within(dialog).getByLabelText('Project name'), 'Wind blades');
  await userEvent.type(within(dialog).getByLabelText(t.valid_from), '2021-05-10');
  await userEvent.click(within(dialog).getByRole('button', { name: t.do_add }));
  await within(dialog).findByText(t.code_taken);
  await userEvent.type(within(dialog).getByLabelText(t.code), '2');
  await userEvent.click(within(dialog).getByRole('button', { name: t.do_add }));
  await waitFor(async () =>
    expect((await api.send('GET', '/api/v1/projects/A-12')).status).toBe(200),
  );
});

const attachments = attachmentsLabels.en;
/** Chooses a file in the dialog and sends it. */
const send = (dialog: HTMLElement, text: string) => {
  fireEvent.change(within(dialog).getByLabelText(attachments.file), {
    target: { files: [new File([text], 'minutes.pdf')] },
  });
  fireEvent.submit(within(dialog).getByRole('button', { name: attachments.keep }));
};
test('stores a file as evidence with its hash, and withdraws it with a reason', async () => {
  const { api } = await open();
  await userEvent.click(
    (await screen.findAllByRole('button', { name: attachments.add }))[0] as HTMLElement,
  );
  const dialog = await screen.findByRole('dialog');
  const keep = within(dialog).getByRole('button', { name: attachments.keep });
  expect(keep).toHaveProperty('disabled', true);
  send(dialog, '%PDF-1.7\nminutes\n%%EOF');
  await screen.findByRole('button', { name: attachments.save_as({ file: 'minutes.pdf' }) });
  expect((await screen.findAllByText(/SHA-256 [0-9a-f]{16}…/)).length).toBeGreaterThan(0);
  await click(attachments.withdraw);
  const second = await screen.findByRole('dialog');
  await userEvent.type(within(second).getByLabelText(attachments.reason), 'wrong meeting');
  await userEvent.click(within(second).getByRole('button', { name: attachments.withdraw }));
  await screen.findByText(/^Withdrawn by .*wrong meeting$/);
  expect(await api.get(`${url}/evidence`)).toMatchObject({
    items: [{ file: 'minutes.pdf', withdrawn: { reason: 'wrong meeting' } }],
  });
});

test('rejects a file whose content does not match its name', async () => {
  await open();
  await userEvent.click(
    (await screen.findAllByRole('button', { name: attachments.add }))[0] as HTMLElement,
  );
  const dialog = await screen.findByRole('dialog');
  send(dialog, '<html>');
  await within(dialog).findByText(attachments.not_taken);
});

test('adds an issue and closes it with its outcome', async () => {
  const { api } = await open();
  await click(attachments.add_issue);
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(within(dialog).getByLabelText('Issue'), 'No power line');
  await userEvent.selectOptions(within(dialog).getByLabelText('Severity'), 'high');
  const since = within(dialog).getByLabelText('Since');
  await userEvent.clear(since);
  await userEvent.type(since, '2021-05-02');
  await userEvent.click(within(dialog).getByRole('button', { name: attachments.save }));
  await click(`${attachments.close}: No power line`);
  const second = await screen.findByRole('dialog');
  const submit = within(second)
    .getAllByRole('button', { name: attachments.close })
    .at(-1) as HTMLElement;
  const day = within(second).getByLabelText('Closed on');
  await userEvent.clear(day);
  await userEvent.type(day, '2021-05-10');
  expect(submit).toHaveProperty('disabled', true);
  await userEvent.type(within(second).getByLabelText('Outcome'), 'Line built');
  await userEvent.click(submit);
  await screen.findByText(/Closed 10 May 2021/);
  expect(await api.get(`${url}/issues?as_of=2021-05-10`)).toMatchObject({
    items: [{ text: 'No power line', closed_on: '2021-05-10' }],
  });
});

test('an undo shows conflicting later values and undoes the rest', async () => {
  const { api } = await open(async (server) => {
    await elsewhere(server, { owner: 'Sato', investor: 'Hokuto' });
    await elsewhere(server, { owner: 'Tanaka' });
  });
  const rows = await screen.findAllByRole('button', { name: /^Undo change/ });
  await userEvent.click(rows[1] as HTMLElement);
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('Heat pumps · Owner').closest('tr')?.textContent).toMatch(
    /none.*Sato.*Tanaka/,
  );
  await userEvent.click(within(dialog).getByRole('button', { name: undoLabels.en.keep_later }));
  await waitFor(async () => expect(await readProject(api)).not.toHaveProperty('investor'));
  expect(await readProject(api)).toMatchObject({ owner: 'Tanaka' });
});
