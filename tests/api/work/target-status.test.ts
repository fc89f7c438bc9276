import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schemas } from '#contract/schemas.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Report } from '#domain/report/report.ts';
import type { DeclaredStatus, ListedStatus } from '#domain/work/judgement.ts';
import type { Judgements } from '#contract/work/judgement-schemas.ts';
import { targetTable } from '#server/exports/tables/target-tables.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const url = '/api/v1/targets/companies/declared-status';
const viewer = { id: 'v', name: 'V', mode: 'account', role: 'viewer' } as const;
const waiting = { status: 'at_risk', reason: 'CANARY waits', until: '2190-01-01' } as const;

describe.each(engines)('the declared status of a target on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    const values = ['2021-03', '2021-04'].map((period) => ({
      indicator: 'companies',
      period,
      value: '3',
    }));
    await api.send('POST', '/api/v1/observations', { body: { values } });
  });
  afterEach(() => api.close());
  const read = async () => (await api.get<{ status?: DeclaredStatus }>(url)).status;
  const post = (body: object, to = url) => api.send('POST', to, { body });
  const declare = async (body: object): Promise<number> => {
    const response = await post(body);
    expect(response.status).toBe(200);
    const reply = (await response.json()) as { revision: number };
    expect(schemas.declareTargetStatus.reply.safeParse(reply).error).toBeUndefined();
    return reply.revision;
  };
  const row = async (query = '') =>
    (await api.get<Overview>(`/api/v1/overview${query}`)).targets.find(
      ({ indicator }) => indicator === 'companies',
    );

  test('the server signs it; it is replaced, withdrawn and undone', async () => {
    expect(await api.get(url)).toEqual({});
    const declaring = await declare(waiting);
    expect(await read()).toMatchObject({ ...waiting, by: 'local' });
    await declare({ status: 'behind', reason: 'The bank left' });
    const withdrawal = await declare({ status: null, reason: 'Settled' });
    expect(await read()).toBeUndefined();
    const undo = (id: number) => api.send('POST', `/api/v1/revisions/${id}/undo`, { body: {} });
    expect((await undo(declaring)).status).toBe(409);
    expect((await undo(withdrawal)).status).toBe(200);
    expect(await read()).toMatchObject({ status: 'behind', reason: 'The bank left', by: 'local' });
    expect(await verifyChain(api.db)).toMatchObject({ whole: true });
  });

  test('a wrong one is rejected, and stores nothing', async () => {
    for (const [body, status] of [
      [{ ...waiting, by: 'Someone' }, 400],
      [{ status: 'at_risk', reason: ' ' }, 400],
      [{ status: 'met', reason: 'x' }, 400],
      [{ ...waiting, until: '2001-01-01' }, 422],
    ] as const)
      expect([body, (await post(body)).status]).toEqual([body, status]);
    const unknown = '/api/v1/targets/unknown/declared-status';
    expect((await post(waiting, unknown)).status).toBe(404);
    expect((await api.send('GET', unknown)).status).toBe(404);
    expect(await read()).toBeUndefined();
  });

  test('it stands beside the verdict until its last day, and changes nothing else', async () => {
    const before = await row();
    await declare(waiting);
    const overview = await api.get<Overview>('/api/v1/overview');
    expect(schemas.overview.reply.safeParse(overview).error).toBeUndefined();
    const { declared, ...rest } = (await row()) ?? {};
    expect(rest).toEqual(before);
    expect(declared).toEqual(await read());
    const outlook = await api.get<Outlook>('/api/v1/outlook');
    expect(schemas.outlook.reply.safeParse(outlook).error).toBeUndefined();
    const ofOutlook = outlook.targets.find((one) => one.row.indicator === 'companies');
    expect(ofOutlook?.row.declared).toEqual(declared);
    expect((await row('?as_of=2190-01-01'))?.declared).toEqual(declared);
    expect(await row('?as_of=2190-01-02')).not.toHaveProperty('declared');
    const { targets } = await api.get<Overview>('/api/v1/overview');
    expect(targets.filter((one) => one.declared !== undefined)).toHaveLength(1);
  });

  // seen to fail: the pages of all earlier months had a status of today
  test('a page has it from the day of its figures on, and the former one before', async () => {
    const ofDay = async (query: string) => (await row(query))?.declared?.reason;
    await declare(waiting);
    expect((await read())?.as_of).toBe('2021-04-30');
    expect(await ofDay('?as_of=2021-04-29')).toBeUndefined();
    expect(await ofDay('?as_of=2021-04-30')).toBe(waiting.reason);
    const values = [{ indicator: 'companies', period: '2021-05', value: '4' }];
    await api.send('POST', '/api/v1/observations', { body: { values } });
    const later = await declare({ status: 'behind', reason: 'The bank left' });
    for (const [query, reason] of [
      ['', 'The bank left'],
      ['?as_of=2021-05-31', 'The bank left'],
      ['?as_of=2021-05-30', waiting.reason],
      ['?as_of=2021-04-30', waiting.reason],
      ['?as_of=2021-04-29', undefined],
    ] as const)
      expect([query, await ofDay(query)]).toEqual([query, reason]);
    await api.send('POST', `/api/v1/revisions/${later}/undo`, { body: {} });
    expect(await ofDay('?as_of=2021-05-31')).toBe(waiting.reason);
    expect(await ofDay('?as_of=2021-04-29')).toBeUndefined();
    await declare({ status: null, reason: 'Settled' });
    expect(await ofDay('?as_of=2021-04-30')).toBeUndefined();
  });

  test('one list has those of projects, another those of targets', async () => {
    const facts = { name: 'Heat pumps' };
    const body = { code: 'companies', stage: 'signed', valid_from: '2021-04-01', facts };
    await post(body, '/api/v1/projects');
    await declare(waiting);
    const list = async (query: string) =>
      (await api.get<{ statuses: readonly ListedStatus[] }>(`/api/v1/declared-statuses${query}`))
        .statuses;
    expect(await list('?subject=target')).toMatchObject([{ ...waiting, code: 'companies' }]);
    expect(await list('?subject=target&as_of=2190-01-02')).toEqual([]);
    expect(await list('')).toEqual([]);
    const ofProject = await api.get<Judgements>('/api/v1/projects/companies/judgements');
    expect(ofProject).toEqual({ blocked: [] });
  });

  test('the log names its target and its reason', async () => {
    const revision = await declare(waiting);
    const { items } = await api.get<{ items: readonly { id: number; reason: string }[] }>(
      '/api/v1/revisions',
    );
    expect(items.find(({ id }) => id === revision)).toMatchObject({
      kind: 'target_status',
      reason: 'companies final · CANARY waits',
    });
  });

  // seen to fail: no file had the declared status of a target
  test('files of targets have it beside the verdict, and an expired one is empty', async () => {
    await declare(waiting);
    const readRow = async (as_of: string) => {
      const overview = await api.get<Overview>(`/api/v1/overview?as_of=${as_of}`);
      const { columns, rows } = targetTable(await api.get('/api/v1/zone'), overview, 'en');
      const cells = rows.find(([key]) => key === 'companies') ?? [];
      const cell = (id: string) => cells[columns.findIndex((column) => column.id === id)];
      return ['declared_status', 'declared_reason', 'declared_by', 'declared_until'].map(cell);
    };
    expect(await readRow('2190-01-01')).toEqual(['at_risk', 'CANARY waits', 'local', '2190-01-01']);
    expect(await readRow('2190-01-02')).toEqual([null, null, null, null]);
  });

  test('the report has a table of it beside the verdict, until its last day', async () => {
    await declare(waiting);
    const readReport = async (as_of: string) =>
      (await api.send('GET', `/api/v1/report?lang=en&as_of=${as_of}`)).text();
    const { report } = JSON.parse(await readReport('2190-01-01')) as { report: Report };
    const tables = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
    );
    const declared = tables.find(({ caption }) => caption === 'Declared status');
    expect(declared?.table.rows).toHaveLength(1);
    expect(declared?.table.rows[0]?.slice(2)).toEqual([
      'At risk (This computer, 10 May 2021, valid until 1 Jan 2190)',
      'CANARY waits',
    ]);
    expect(declared?.table.columns[1]?.label).toBe('Verdict');
    expect(await readReport('2190-01-02')).not.toContain('CANARY');
  });

  // seen to fail: the file of the chart had the verdict only
  test('the file of the chart has it beside the verdict', async () => {
    await declare(waiting);
    const file = await (await api.send('GET', '/api/v1/charts/targets.csv?lang=en')).text();
    expect(file).toContain(',at_risk,At risk,CANARY waits,');
  });

  test('a viewer reads none, on pages and in files', async () => {
    await declare(waiting);
    const get = async (path: string) => api.send('GET', path, { env: { principal: viewer } });
    for (const path of [url, '/api/v1/declared-statuses?subject=target'])
      expect((await get(path)).status).toBe(403);
    for (const path of ['/api/v1/overview', '/api/v1/outlook', '/api/v1/report?lang=en']) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(await response.text()).not.toMatch(/CANARY|"declared"/);
    }
  });
});
