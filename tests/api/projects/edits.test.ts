import { compact } from '#domain/values/compact.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  EditedProject,
  ProjectConflict,
  ProjectVersion,
} from '#contract/projects/edit-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import type { FactChanges } from '#domain/projects/fields.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

type Headers = Readonly<Record<string, string>>;
interface Problem {
  readonly status: number;
  readonly code: string;
  readonly current?: ProjectConflict;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}
const yuan = (minor: string) => ({ money: { minor, currency: 'CNY' } });
const url = '/api/v1/projects/A-1';

describe.each(engines)('editing projects on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());
  const create = (more: object = {}, headers: Headers = {}) =>
    api.send('POST', '/api/v1/projects', {
      body: {
        code: 'A-1',
        stage: 'negotiation',
        facts: { name: 'Heat pumps', investor: 'Hokuto', jobs_plan: 0 },
        ...more,
      },
      headers,
    });
  const patch = (body: unknown, etag?: string, headers: Headers = {}) =>
    api.send('PATCH', url, {
      body,
      headers: { ...compact({ 'if-match': etag }), ...headers },
    });
  const facts = (changes: FactChanges, etag?: string) => patch({ facts: changes }, etag);
  const move = (body: unknown, headers: Headers = {}) =>
    api.send('POST', `${url}/stage`, { body, headers });
  const turn = (body: unknown) => api.send('POST', `${url}/status`, { body });
  const readTag = async () => {
    const response = await api.send('GET', url);
    return {
      project: (await response.json()) as ProjectDetail,
      etag: response.headers.get('etag') ?? '',
    };
  };
  const read = async <T>(response: Response): Promise<T> => (await response.json()) as T;
  const refusal = async (response: Response): Promise<Problem> => ({
    ...(await read<Problem>(response)),
    status: response.status,
  });
  const history = async () =>
    (await api.get<{ items: readonly ProjectVersion[] }>(`${url}/history`)).items;
  const revisions = async () =>
    (await api.get<{ items: readonly unknown[] }>('/api/v1/revisions?limit=500')).items.length;

  test('the first own project starts the own register today and reserves its code', async () => {
    const response = await create();
    const project = await read<EditedProject>(response);
    expect([response.status, schemas.createProject.reply.safeParse(project).success]).toEqual([
      201,
      true,
    ]);
    expect(project.project).toMatchObject({
      code: 'A-1',
      origin: 'own',
      stage: 'negotiation',
      stage_since: '2021-05-10',
      status: 'active',
    });
    expect((await readTag()).project).toEqual(project.project);
    expect(await refusal(await create())).toMatchObject({
      status: 409,
      code: 'conflict',
      errors: [{ path: 'code' }],
    });
    expect(await api.get<object>('/api/v1/projects')).toMatchObject({ total: 1 });
    await api.send('POST', `/api/v1/revisions/${project.revision}/undo`, { body: {} });
    expect(await api.get<object>('/api/v1/session')).toMatchObject({ origin: 'sample' });
  });

  test('example projects are read-only, and the problem explains how to start a register', async () => {
    const code =
      (await api.get<{ items: readonly { code: string }[] }>('/api/v1/projects?limit=1')).items[0]
        ?.code ?? '';
    const response = await api.send('PATCH', `/api/v1/projects/${code}`, {
      body: { facts: { name: 'x' } },
      headers: { 'if-match': '"v1"' },
    });
    expect(await refusal(response)).toMatchObject({ status: 409, code: 'conflict' });
    expect(await revisions()).toBe(1);
  });

  test('a change needs the editor’s version, and a stale version gets both versions', async () => {
    await create();
    const { etag } = await readTag();
    expect((await facts({ name: 'x' })).status).toBe(428);
    for (const tag of ['*', `W/${etag}`, '"v999"', '"x"', 'v9'])
      expect([tag, [412, 428].includes((await facts({ name: 'x' }, tag)).status)]).toEqual([
        tag,
        true,
      ]);
    const first = await facts({ owner: 'Li', 'amounts.paid_in': yuan('9007199254740993') }, etag);
    expect(first.status).toBe(200);
    expect((await read<EditedProject>(first)).project).toMatchObject({
      owner: 'Li',
      jobs_plan: 0,
      amounts: { paid_in: yuan('9007199254740993') },
    });
    const stale = await refusal(await facts({ owner: 'Sato' }, etag));
    expect(stale).toMatchObject({
      status: 412,
      code: 'precondition_failed',
      current: { now: { owner: 'Li' } },
    });
    const { conflict } = schemas.changeProject;
    expect(conflict[412].safeParse(stale.current).error?.issues ?? []).toEqual([]);
    expect(stale.current?.seen).toMatchObject({ name: 'Heat pumps' });
    expect(stale.current?.seen?.owner).toBeUndefined();
    expect((await facts({ owner: 'Sato' }, first.headers.get('etag') ?? '')).status).toBe(200);
  });

  test('changing a project back or undoing makes a new version', async () => {
    await create();
    const start = await readTag();
    const a = await facts({ name: 'B' }, start.etag);
    await facts({ name: 'Heat pumps' }, a.headers.get('etag') ?? '');
    expect((await facts({ name: 'C' }, start.etag)).status).toBe(412);
    const again = await readTag();
    const { revision } = await read<EditedProject>(await facts({ name: 'D' }, again.etag));
    expect(
      (await api.send('POST', `/api/v1/revisions/${revision}/undo`, { body: {} })).status,
    ).toBe(200);
    expect((await readTag()).project.name).toBe('Heat pumps');
    expect((await facts({ name: 'E' }, again.etag)).status).toBe(412);
  });

  test('a change without effect makes no revision; null removes a value; 0 is a value', async () => {
    await create();
    const before = await revisions();
    const { etag } = await readTag();
    const same = await read<EditedProject>(await facts({ name: 'Heat pumps', jobs_plan: 0 }, etag));
    expect([same.revision, await revisions()]).toEqual([null, before]);
    const { project } = await read<EditedProject>(
      await facts({ investor: null, jobs_plan: 5 }, etag),
    );
    expect([project.investor, project.jobs_plan]).toEqual([undefined, 5]);
  });

  test('a change holds from a past day on, and earlier days stay', async () => {
    await create({ valid_from: '2021-03-01' });
    const { etag } = await readTag();
    expect((await patch({ facts: { name: 'x' }, valid_from: '2021-05-11' }, etag)).status).toBe(
      400,
    );
    expect((await facts({ 'milestones.start.actual': '2021-05-11' }, etag)).status).toBe(400);
    expect(
      (
        await patch(
          { facts: { name: 'New name' }, valid_from: '2021-04-01', reason: 'renamed' },
          etag,
        )
      ).status,
    ).toBe(200);
    const at = async (day: string) => (await api.get<ProjectDetail>(`${url}?as_of=${day}`)).name;
    expect([
      await at('2021-03-31'),
      await at('2021-04-01'),
      (await readTag()).project.name,
    ]).toEqual(['Heat pumps', 'New name', 'New name']);
    expect(
      (await patch({ facts: { name: 'x' }, valid_from: '2021-03-15' }, (await readTag()).etag))
        .status,
    ).toBe(400);
  });

  // seen to fail: a company of Italy could not be registered without a Chinese credit code
  test('a zone outside China requires no Chinese code to register a company', async () => {
    const zone = { name: { en: 'Harbour' }, base_currency: 'EUR' };
    expect((await api.send('POST', '/api/v1/zone', { body: zone })).status).toBe(201);
    const facts = { name: 'Heat pumps', site_mode: 'land' };
    expect((await create({ stage: 'signed', facts, valid_from: '2021-03-01' })).status).toBe(201);
    expect((await move({ stage: 'registered', date: '2021-04-01' })).status).toBe(200);
  });

  test('a move requires the facts of its stage, and a move back a reason', async () => {
    await create({ valid_from: '2021-03-01' });
    const lacking = await refusal(await move({ stage: 'signed', date: '2021-04-01' }));
    expect([lacking.status, lacking.errors?.map((e) => e.path)]).toEqual([
      422,
      [
        'facts.amounts.total_investment',
        'facts.agreement_type',
        'facts.milestones.start.plan',
        'facts.milestones.operation.plan',
      ],
    ]);
    const needed = {
      agreement_type: 'contract',
      'amounts.total_investment': yuan('3500'),
      'milestones.start.plan': '2021-06-01',
      'milestones.operation.plan': '2022-06-01',
    };
    const project = await read<EditedProject>(
      await move({ stage: 'signed', date: '2021-04-01', facts: needed }),
    );
    expect(project.project).toMatchObject({ stage: 'signed', stage_since: '2021-04-01' });
    expect(project.project.milestones[0]).toEqual({
      type: 'start',
      baseline: '2021-06-01',
      plan: '2021-06-01',
    });
    expect((await refusal(await move({ stage: 'lead' }))).errors?.[0]?.path).toBe('reason');
    expect((await move({ stage: 'negotiation', reason: 'the contract fell through' })).status).toBe(
      422,
    );
    const back = {
      stage: 'negotiation',
      reason_code: 'financing',
      reason: 'the contract fell through',
    };
    const returned = await read<EditedProject>(await move(back));
    expect(returned.project.stage_events.at(-1)).toEqual({ ...back, date: '2021-05-10' });
    expect((await move({ stage: 'negotiation' })).status).toBe(409);
    expect((await move({ stage: 'signed', date: '2021-04-15' })).status).toBe(422);
    expect((await move({ stage: 'signed', date: '2021-05-11' })).status).toBe(400);
    expect((await history()).map((v) => [v.kind, v.reason])).toEqual([
      ['project_stage', 'the contract fell through'],
      ['project_stage', ''],
      ['project', ''],
    ]);
    expect((await history())[0]?.changes).toContainEqual({
      field: 'stage',
      from: 'signed',
      to: 'negotiation',
    });
  });

  test('holding a project needs a reason, keeps its stage and deletes nothing', async () => {
    await create();
    expect((await turn({ status: 'lost' })).status).toBe(400);
    expect((await turn({ status: 'lost', reason: '  ' })).status).toBe(400);
    expect((await turn({ status: 'lost', reason: 'went to Suzhou' })).status).toBe(422);
    expect(
      (await turn({ status: 'lost', reason: 'went to Suzhou', reason_code: 'fate' })).status,
    ).toBe(400);
    expect((await turn({ status: 'closed', reason: 'x', reason_code: 'market' })).status).toBe(422);
    const { project } = await read<EditedProject>(
      await turn({
        status: 'on_hold',
        reason_code: 'travel_restriction',
        reason: 'travel restrictions',
      }),
    );
    expect(project).toMatchObject({
      stage: 'negotiation',
      status: 'on_hold',
      status_date: '2021-05-10',
      status_reason: 'travel restrictions',
      status_reason_code: 'travel_restriction',
    });
    expect((await move({ stage: 'lead', reason: 'x', reason_code: 'other' })).status).toBe(422);
    expect((await turn({ status: 'active', reason: 'travel is possible again' })).status).toBe(200);
    expect((await api.send('DELETE', url)).status).toBe(405);
    const items = await history();
    expect(schemas.projectHistory.reply.safeParse({ items }).success).toBe(true);
    expect(items.map((v) => v.kind)).toEqual(['project_status', 'project_status', 'project']);
    // older versions are on the next page
    const [newest, , oldest] = items.map((v) => v.revision);
    const older = await api.get<{ items: readonly ProjectVersion[]; next?: number }>(
      `${url}/history?before=${newest}`,
    );
    expect([older.items.length, older.items.at(-1)?.revision, older.next]).toEqual([
      2,
      oldest,
      undefined,
    ]);
    expect(
      (await api.get<{ items: readonly unknown[] }>(`${url}/history?before=${oldest}`)).items,
    ).toEqual([]);
    const changes = await api.get<{ items: readonly { id: number }[] }>(
      `/api/v1/revisions?limit=1&before=${newest}`,
    );
    expect(changes.items.map((one) => one.id)).toEqual([(newest ?? 0) - 1]);
    expect((await api.send('GET', `${url}/history?before=0`)).status).toBe(400);
    expect((await api.send('GET', '/api/v1/projects/none/history')).status).toBe(404);
  });
});
