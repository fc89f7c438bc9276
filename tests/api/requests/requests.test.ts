import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MadeRequest } from '#contract/requests/schemas.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { cells, openRequests, type RequestApi } from '../../setup/api/requests.ts';
import { engines } from '../../setup/api/stores.ts';

type Headers = Readonly<Record<string, string>>;
interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly value?: string }[];
}
const day = 24 * 60 * 60 * 1000;
const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`);
const upload = (text = 'test run', name = 'test-run.pdf'): FormData => {
  const form = new FormData();
  form.append('file', new File([pdf(text)], name));
  return form;
};

describe.each(engines)('requests for values on $name', (engine) => {
  let api: RequestApi;
  let request: MadeRequest;
  let company: Headers;
  beforeEach(async () => {
    api = await openRequests(engine);
    request = await api.ask();
    company = await api.company(request);
  });
  afterEach(() => api.close());

  const send = (answers: readonly object[]) => api.answer(request.request.id, company, answers);
  const problemOf = async (response: Response) => (await response.json()) as Problem;
  const project = () => api.get<ProjectDetail>('/api/v1/projects/A-1?as_of=2021-05-10');
  const idsOf = async () =>
    (await api.proposals()).filter(({ state }) => state === 'open').map(({ id }) => id);
  const accept = (ids: readonly string[], reason?: string) =>
    api.manage('POST', '/api/v1/proposals/accept', {
      ids,
      reason,
    });
  const closeApril = async () => {
    const closing = await api.manage('POST', '/api/v1/periods/2021-04/close', {});
    expect(closing.status).toBe(201);
  };

  test('a company sees its own cells with the month before, and nothing else', async () => {
    const page = await api.readPage(request.request.id, company);
    expect(page).toMatchObject({ month: '2021-04', unit: 'Hokuto (Binjiang)', sender: 'local' });
    expect(page.cells.map(({ key, last, unit, planned }) => [key, last, unit, planned])).toEqual([
      [cells.jobs, '86', 'jobs', undefined],
      [cells.paid, '43100000', 'CNY', undefined],
      [cells.output, '62500000', 'CNY', undefined],
      [cells.operation, undefined, undefined, '2021-04-20'],
    ]);
    const text = JSON.stringify(page);
    for (const secret of ['SECRET', '987654', '123454321', '7000000000', 'Hokuto"'])
      expect(text).not.toContain(secret);
  });

  test('the secret is given once, and the address has it after the #', async () => {
    expect(request.address).toBe(`/r#${request.secret}`);
    expect(request.secret).toMatch(/^hwr_[\w-]{49}$/);
    expect(JSON.stringify([await api.requests(), await api.proposals()])).not.toContain(
      request.secret.slice(4, 40),
    );
  });

  test('the manager sees whether a request was sent, opened and answered', async () => {
    const [first] = await api.requests();
    expect(first).toMatchObject({
      state: 'open',
      sent_at: '2021-05-10T08:00:00.000Z',
      opened_at: '2021-05-10T08:00:00.000Z',
      answered: 0,
    });
    await send([{ key: cells.jobs, value: '92' }]);
    expect((await api.requests())[0]).toMatchObject({ state: 'open', answered: 1 });
    api.pass(3 * day);
    expect((await api.requests())[0]?.state).toBe('overdue');
  });

  test('an answer is a proposal that no figure uses until it is accepted as one revision', async () => {
    const before = await project();
    const response = await send([
      { key: cells.jobs, value: '92' },
      { key: cells.paid, value: '47080000' },
      { key: cells.operation, outcome: 'done', value: '2021-04-22' },
    ]);
    expect(response.status).toBe(200);
    expect(await project()).toEqual(before);
    const { items: past } = await api.get<{ items: { id: number }[] }>('/api/v1/revisions');
    const accepted = await accept(await idsOf());
    expect(accepted.status).toBe(200);
    const { revision } = (await accepted.json()) as { revision: number };
    expect(revision).toBe((past[0]?.id ?? 0) + 1);
    const after = await project();
    expect(after.jobs_actual).toBe(92);
    expect(after.amounts.paid_in?.money).toEqual({ minor: '4708000000', currency: 'CNY' });
    expect(after.milestones.find(({ type }) => type === 'operation')?.actual).toBe('2021-04-22');
    const { items } = await api.get<{ items: { reason: string; kind: string }[] }>(
      '/api/v1/revisions',
    );
    expect(items[0]).toMatchObject({
      kind: 'proposal',
      reason: '2021-04: Hokuto (Binjiang)',
    });
  });

  test('undoing the revision restores the figures and opens the proposals again', async () => {
    await send([{ key: cells.jobs, value: '92' }]);
    const { revision } = (await (await accept(await idsOf())).json()) as { revision: number };
    expect(await idsOf()).toEqual([]);
    const undo = await api.manage('POST', `/api/v1/revisions/${revision}/undo`, {});
    expect(undo.status).toBe(200);
    expect((await project()).jobs_actual).toBe(86);
    expect(await idsOf()).toHaveLength(1);
    expect((await accept(await idsOf())).status).toBe(200);
    expect((await project()).jobs_actual).toBe(92);
  });

  test('an answered indicator is stored with its source', async () => {
    const one = await api.ask({ unit: '区税务局', cells: [{ indicator: 'companies' }] });
    const tax = await api.company(one);
    const key = 'indicator companies';
    const { last } = (await api.readPage(one.request.id, tax)).cells[0] ?? {};
    const value = String(Number(last ?? 40) + 1);
    const response = await api.answer(one.request.id, tax, [{ key, value, is_provisional: true }]);
    expect(await response.json()).toMatchObject({ cells: [{ answer: { value, state: 'open' } }] });
    expect((await accept(await idsOf())).status).toBe(200);
    const { items } = await api.get<{ items: { period: string; source?: string }[] }>(
      '/api/v1/indicators/companies/observations',
    );
    expect(items.find(({ period }) => period === '2021-04')).toMatchObject({
      value,
      source: '区税务局',
      data_status: 'provisional',
    });
  });

  test('a sum that falls and ten times the jobs raise questions, and need a note', async () => {
    const doubtful = { key: cells.paid, value: '3980000' };
    for (const more of [{}, { confirm: true }, { confirm: true, note: ' ' }]) {
      const response = await send([
        { key: cells.jobs, value: '90' },
        { ...doubtful, ...more },
      ]);
      const problem = await problemOf(response);
      expect([response.status, problem.code]).toEqual([422, 'jump_needs_confirmation']);
      expect(problem.errors).toMatchObject([{ path: 'answers.1.value', value: 'fell' }]);
    }
    expect(await api.proposals()).toEqual([]);
    await send([{ ...doubtful, confirm: true, note: '上月误将设备预付款计入。' }]);
    expect(await api.proposals()).toMatchObject([
      { doubt: 'fell', note: '上月误将设备预付款计入。', last: '43100000' },
    ]);
    const jump = await send([{ key: cells.jobs, value: '860' }]);
    expect((await problemOf(jump)).errors).toMatchObject([{ value: 'jump' }]);
  });

  test('a returned answer shows its reason to the company and can be corrected', async () => {
    await send([{ key: cells.jobs, value: '92' }]);
    const ids = await idsOf();
    await api.manage('POST', '/api/v1/proposals/return', { ids, reason: '请核对临时工人数。' });
    api.pass(4 * day);
    const page = await api.readPage(request.request.id, await api.company(request));
    expect(page.cells[0]).toMatchObject({
      is_open: true,
      answer: { state: 'returned', returned: '请核对临时工人数。' },
    });
    expect((await accept(ids)).status).toBe(412);
    company = await api.company(request);
    expect((await send([{ key: cells.jobs, value: '88' }])).status).toBe(200);
    expect((await api.proposals()).map(({ state, value }) => [state, value])).toEqual([
      ['corrected', '92'],
      ['open', '88'],
    ]);
  });

  test('an answer can be corrected until the deadline, and given for the first time after it', async () => {
    await send([{ key: cells.jobs, value: '92' }]);
    expect((await send([{ key: cells.jobs, value: '93' }])).status).toBe(200);
    api.pass(4 * day);
    company = await api.company(request);
    expect((await send([{ key: cells.jobs, value: '94' }])).status).toBe(409);
    expect((await send([{ key: cells.paid, value: '47080000' }])).status).toBe(200);
    expect(
      (await api.readPage(request.request.id, company)).cells.map(({ is_open }) => is_open),
    ).toEqual([false, false, true, true]);
  });

  test('after the close an answer is a correction, and accepting it needs a reason', async () => {
    await send([{ key: cells.jobs, value: '92' }]);
    await closeApril();
    await send([{ key: cells.jobs, value: '93' }]);
    const ids = await idsOf();
    expect((await api.proposals()).at(-1)).toMatchObject({ is_correction: true, value: '93' });
    const refusal = await accept(ids);
    expect([refusal.status, (await problemOf(refusal)).errors?.[0]?.path]).toEqual([422, 'reason']);
    expect((await project()).jobs_actual).toBe(86);
    expect((await accept(ids, 'The company counted again.')).status).toBe(200);
    expect((await project()).jobs_actual).toBe(93);
  });

  test('two managers who accept the same proposal write it once', async () => {
    await send([{ key: cells.jobs, value: '92' }]);
    const ids = await idsOf();
    const replies = await Promise.all([accept(ids), accept(ids)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect((await api.proposals()).map(({ state }) => state)).toEqual(['accepted']);
  });

  test('a postponed milestone keeps its first planned day', async () => {
    await send([{ key: cells.operation, outcome: 'planned', value: '2021-06-15' }]);
    expect((await accept(await idsOf())).status).toBe(200);
    expect((await project()).milestones.find(({ type }) => type === 'operation')).toMatchObject({
      plan: '2021-06-15',
      baseline: '2021-04-20',
    });
  });

  test('a file of the company proves the milestone that it reports as done', async () => {
    const files = `/api/v1/open-requests/${request.request.id}/files`;
    const addition = await api.send('POST', files, { body: upload(), headers: company });
    expect(addition.status).toBe(201);
    expect((await api.send('POST', files, { body: upload(), headers: company })).status).toBe(409);
    const fake = await api.send('POST', files, {
      body: upload('x', 'photo.jpg'),
      headers: company,
    });
    expect(fake.status).toBe(422);
    await send([{ key: cells.operation, outcome: 'done', value: '2021-04-22' }]);
    const [proposal] = await api.proposals();
    const file = proposal?.files[0];
    expect(file).toMatchObject({ name: 'test-run.pdf', type: 'pdf' });
    const response = await api.manage(
      'GET',
      `/api/v1/requests/${request.request.id}/files/${file?.id ?? ''}`,
    );
    expect([response.status, response.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('attachment'),
    ]);
    await accept(await idsOf());
    expect(await api.get('/api/v1/projects/A-1/evidence')).toMatchObject({
      items: [{ of: 'milestone', which: 'operation', file: 'test-run.pdf' }],
    });
    const removal = `${files}/${file?.id ?? ''}/removal`;
    expect((await api.send('POST', removal, { body: {}, headers: company })).status).toBe(409);
  });

  test('a manager enters values on behalf of a unit, and the source names the manager', async () => {
    const response = await api.manage('POST', `/api/v1/requests/${request.request.id}/answers`, {
      answers: [{ key: cells.jobs, value: '92' }],
    });
    expect(response.status).toBe(200);
    expect(await api.proposals()).toMatchObject([{ entered_by: 'local', state: 'open' }]);
    expect((await accept(await idsOf())).status).toBe(200);
    expect((await project()).jobs_actual).toBe(92);
    const { items } = await api.get<{ items: { reason: string }[] }>('/api/v1/revisions');
    expect(items[0]?.reason).toBe('2021-04: Hokuto (Binjiang) · local');
  });

  test('a corrected answer replaces the previous one, of its own cell only', async () => {
    await send([
      { key: cells.jobs, value: '92' },
      { key: cells.paid, value: '47080000' },
    ]);
    const { revision } = (await (await accept(await idsOf())).json()) as { revision: number };
    expect((await api.manage('POST', `/api/v1/revisions/${revision}/undo`, {})).status).toBe(200);
    await send([{ key: cells.jobs, value: '95' }]);
    const states = (await api.proposals()).map(({ key, value, state }) => [key, value, state]);
    expect(states.toSorted()).toEqual(
      [
        [cells.paid, '47080000', 'open'],
        [cells.jobs, '92', 'corrected'],
        [cells.jobs, '95', 'open'],
      ].toSorted(),
    );
  });

  test('last month’s list is copied without existing requests', async () => {
    const times = { from: '2021-04', month: '2021-05', deadline: '2021-06-10' };
    const copied = await api.manage('POST', '/api/v1/requests/copy', times);
    expect(await copied.json()).toMatchObject({
      items: [{ request: { month: '2021-05', unit: 'Hokuto (Binjiang)', person: 'Li Min' } }],
    });
    expect((await api.manage('POST', '/api/v1/requests/copy', times)).status).toBe(409);
  });

  test('a change needs the version that its sender saw', async () => {
    const path = `/api/v1/requests/${request.request.id}`;
    const body = { deadline: '2021-05-20' };
    expect((await api.manage('PATCH', path, body)).status).toBe(428);
    const etag = (await api.manage('GET', path)).headers.get('etag') ?? '';
    const first = await api.manage('PATCH', path, body, { 'if-match': etag });
    expect(await first.json()).toMatchObject({ deadline: '2021-05-20' });
    expect((await api.manage('PATCH', path, body, { 'if-match': etag })).status).toBe(412);
  });
});
