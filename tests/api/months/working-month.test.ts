import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schemas } from '#contract/schemas.ts';
import type { Problem } from '#contract/core/problem-schemas.ts';
import type { PeriodState } from '#contract/targets/schemas.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const march = '/api/v1/periods/2021-03';
const cell = (value: string | null, more: object = {}) => ({
  indicator: 'companies',
  period: '2021-03',
  value,
  ...more,
});

describe.each(engines)('a working month on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());
  const post = (path: string, body: unknown) => api.send('POST', path, { body });
  const save = (values: readonly unknown[], more: object = {}) =>
    post('/api/v1/observations', { values, ...more });
  const read = () => api.get<PeriodState>(march);
  const problemOf = async (response: Response) => (await response.json()) as Problem;
  const companies = async () =>
    (
      await api.get<{ items: readonly Observation[] }>('/api/v1/indicators/companies/observations')
    ).items.find(({ period }) => period === '2021-03');
  const draft = (values: readonly unknown[]) => post(`${march}/drafts`, { values });
  const accept = (body: object) => post(`${march}/drafts/accept`, body);

  test('a draft is in no figure until it is accepted, as one revision with its source', async () => {
    await save([cell('39', { period: '2021-02' })]);
    const before = await api.get<Overview>('/api/v1/overview?as_of=2021-03-31');
    const response = await draft([
      { indicator: 'companies', value: '41', source: '统计月报3月.xlsx' },
      { indicator: 'jobs', value: null, missing: 'not_disclosed' },
    ]);
    expect([response.status, await response.json()]).toEqual([
      201,
      { revision: expect.any(Number), changed: 2 },
    ]);
    const after = await api.get<Overview>('/api/v1/overview?as_of=2021-03-31');
    expect(after.targets).toEqual(before.targets);
    const state = await read();
    expect(schemas.period.reply.safeParse(state).error).toBeUndefined();
    expect(state.drafts).toMatchObject([
      { indicator: 'companies', value: '41', source: '统计月报3月.xlsx', author: 'local' },
      { indicator: 'jobs', missing: 'not_disclosed' },
    ]);
    expect(state.points).toContainEqual({ kind: 'draft', of: ['companies', 'jobs'] });
    const accepted = await accept({ indicators: ['companies', 'jobs'] });
    expect([accepted.status, await accepted.json()]).toMatchObject([201, { changed: 2 }]);
    expect(await companies()).toMatchObject({ value: '41', source: '统计月报3月.xlsx' });
    expect((await read()).drafts).toEqual([]);
    expect((await accept({ indicators: ['companies'] })).status).toBe(409);
  });

  test('accepting asks about a jump as typing does, and nothing is lost', async () => {
    await save([cell('39', { period: '2021-02' })]);
    await draft([{ indicator: 'companies', value: '410' }]);
    expect((await problemOf(await accept({ indicators: ['companies'] }))).code).toBe(
      'jump_needs_confirmation',
    );
    expect((await read()).drafts).toHaveLength(1);
    const sure = { indicators: ['companies'], confirm: ['companies'] };
    expect((await accept(sure)).status).toBe(201);
  });

  test('of two drafts or values written at once, the second gets a conflict with the name of the first', async () => {
    const base = { seen: 0 };
    expect((await draft([{ indicator: 'jobs', value: '5', ...base }])).status).toBe(201);
    const late = await draft([{ indicator: 'jobs', value: '6', ...base }]);
    const problem = await problemOf(late);
    expect([late.status, problem.current]).toMatchObject([
      409,
      [{ indicator: 'jobs', value: '5' }],
    ]);
    await draft([{ indicator: 'jobs', value: null }]);
    expect((await read()).drafts).toEqual([]);

    expect((await save([cell('41', base)])).status).toBe(201);
    const second = await save([cell('42', base), cell('39', { period: '2021-02' })]);
    expect([second.status, (await problemOf(second)).current]).toMatchObject([
      409,
      [{ indicator: 'companies', value: '41' }],
    ]);
    expect((await companies())?.value).toBe('41');
  });

  test('a value keeps its source until another one is given', async () => {
    await save([cell('41', { source: '商务局函' })]);
    await save([cell('42')]);
    expect(await companies()).toMatchObject({ value: '42', source: '商务局函' });
    await save([cell('42', { source: '' })]);
    expect(await companies()).not.toHaveProperty('source');
  });

  test('a closed month changes only with a reason, by any path', async () => {
    await save([cell('41')]);
    const saved = (await (await save([cell('43')])).json()) as { readonly revision: number };
    expect((await post(`${march}/close`, {})).status).toBe(201);
    const undo = `/api/v1/revisions/${saved.revision}/undo`;
    await draft([{ indicator: 'companies', value: '44' }]);
    const one = '/api/v1/indicators/companies/observations';
    const answers = [
      await save([cell('44')]),
      await save([cell('44')], { reason: ' ' }),
      await post(one, { period: '2021-03', value: '44' }),
      await accept({ indicators: ['companies'] }),
      await post(undo, {}),
    ];
    for (const answer of answers) {
      const { code, detail } = await problemOf(answer);
      expect([answer.status, code, detail]).toEqual([
        422,
        'month_closed',
        'Nothing was stored. 2021-03 is closed: say in reason why its value changes.',
      ]);
    }
    expect((await companies())?.value).toBe('43');
    // the source may be completed, and other months change as before
    expect((await save([cell('43', { source: '统计局' })])).status).toBe(201);
    expect((await save([cell('45', { period: '2021-04' })])).status).toBe(201);

    const reason = '统计局更正';
    expect((await post(one, { period: '2021-03', value: '44', reason })).status).toBe(201);
    const { closed } = await read();
    expect(closed?.changed).toEqual([
      {
        indicator: 'companies',
        period: '2021-03',
        before: '43',
        now: '44',
        author: 'local',
        recorded_at: '2021-05-10T08:00:00.000Z',
        reason,
      },
    ]);
    const overview = await api.get<Overview>('/api/v1/overview?as_of=2021-04-30');
    expect(overview.closed?.changed).toEqual([
      { indicator: 'companies', period: '2021-03', before: '43', now: '44' },
    ]);
    // the stored value ended the draft; a new one is accepted with a reason
    expect((await accept({ indicators: ['companies'], reason: 'checked' })).status).toBe(409);
    await draft([{ indicator: 'companies', value: '46' }]);
    expect((await accept({ indicators: ['companies'], reason: 'checked' })).status).toBe(201);
    expect((await companies())?.value).toBe('46');
  });

  test('an import changes a closed month only with a reason', async () => {
    await save([cell('41')]);
    await post(`${march}/close`, {});
    const form = new FormData();
    form.set('file', new File(['month,companies\n2021-03,42\n'], 'march.csv'));
    const preview = (await (await api.send('POST', '/api/v1/imports', { body: form })).json()) as {
      readonly id: string;
    };
    const commit = (more: object) =>
      post(`/api/v1/imports/${preview.id}/commit`, { answers: {}, ...more });
    const refusal = await commit({});
    expect([refusal.status, (await problemOf(refusal)).code]).toEqual([422, 'month_closed']);
    expect((await commit({ reason: 'Corrected by the office' })).status).toBe(200);
    expect((await read()).closed?.changed).toMatchObject([{ before: '41', now: '42' }]);
  });

  test('causes, next steps and achievements are stored separately, and an outdated save overwrites none', async () => {
    const notes = [
      {
        indicator: 'jobs',
        cause: '两宗用地迟交',
        next_step: '11月20日前完成交地',
        owner: '周婷',
        due: '2021-05-20',
        seen: '',
      },
    ];
    const achievement = { text: '实际使用外资提前完成全年目标', seen: '' };
    expect((await post(`${march}/notes`, { notes, achievement })).status).toBe(201);
    const state = await read();
    expect(schemas.period.reply.safeParse(state).error).toBeUndefined();
    expect([state.notes, state.achievement]).toMatchObject([
      [
        {
          indicator: 'jobs',
          text: '两宗用地迟交',
          next_step: '11月20日前完成交地',
          owner: '周婷',
          due: '2021-05-20',
        },
      ],
      { text: '实际使用外资提前完成全年目标' },
    ]);
    const late = await post(`${march}/notes`, { achievement: { text: 'mine', seen: '' } });
    expect([late.status, (await problemOf(late)).current]).toMatchObject([
      409,
      { text: '实际使用外资提前完成全年目标' },
    ]);
    const noteTime = state.achievement?.recorded_at;
    expect(
      (await post(`${march}/notes`, { achievement: { text: '', seen: noteTime } })).status,
    ).toBe(201);
    expect(await read()).not.toHaveProperty('achievement');
  });

  test('bad input is refused and nothing is stored', async () => {
    await save([cell('41')]);
    const note = { indicator: 'jobs', cause: 'x' };
    const answers = [
      await draft([{ indicator: 'companies', value: '1.5' }]),
      await draft([{ indicator: 'nothing', value: '1' }]),
      await post('/api/v1/periods/2031-01/drafts', { values: [{ indicator: 'jobs', value: '1' }] }),
      await draft([{ indicator: 'jobs', value: '1e5' }]),
      await draft([{ indicator: 'jobs', value: '1', missing: 'not_reported' }]),
      await draft([{ indicator: 'jobs', value: '1', source: 'a\u0000' }]),
      await draft([
        { indicator: 'jobs', value: '1' },
        { indicator: 'jobs', value: '2' },
      ]),
      await draft([]),
      await accept({ indicators: [] }),
      await post('/api/v1/periods/2021-13/drafts', { values: [] }),
      await post(`${march}/notes`, {}),
      await post(`${march}/notes`, { notes: [{ ...note, due: '2021-02-30' }] }),
      await post(`${march}/notes`, { notes: [{ ...note, cause: 'x'.repeat(501) }] }),
      await post(`${march}/notes`, { notes: [{ ...note, indicator: 'nothing' }] }),
      await post(`${march}/notes`, { notes: [note, note] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([
      422, 422, 422, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 422, 400,
    ]);
    const state = await read();
    expect([state.drafts, state.notes]).toEqual([[], []]);
  });
});
