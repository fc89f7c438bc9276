import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { Problem } from '#contract/core/problem-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const header = '项目编号,项目名称,项目阶段,总投资（万元）,最近更新';
const rows = [
  'B01,甲项目,开工在建,90000,2021-05-08',
  'B02,乙项目,在谈,60000,2021-05-08',
  'B03,丙项目,已签约,,2021-05-08',
];
const register = (lines: readonly string[] = rows): string => [header, ...lines].join('\r\n');

describe.each(engines)('imports on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());

  const upload = (content: BlobPart, name = '台账.csv', part = 'file') => {
    const form = new FormData();
    form.set(part, new File([content], name));
    return api.send('POST', '/api/v1/imports', { body: form });
  };
  const preview = async (content: BlobPart): Promise<ImportPreview> => {
    const response = await upload(content);
    const reply = (await response.json()) as ImportPreview;
    expect([response.status, schemas.previewImport.reply.safeParse(reply).error?.issues]).toEqual([
      201,
      undefined,
    ]);
    return reply;
  };
  const answer = (id: string, answers: unknown, what = 'commit') =>
    api.send('POST', `/api/v1/imports/${id}/${what}`, { body: { answers } });
  const state = async () => [await api.get('/api/v1/overview'), await api.get('/api/v1/revisions')];

  test('a preview changes nothing and asks for the kind of file; its import is one revision that undo reverts', async () => {
    const before = await state();
    const { id, rows, questions } = await preview(register());
    expect(rows).toMatchObject({ total: 3, new: 3, rejected: 0 });
    expect(questions.map((q) => q.id)).toContain('file_kind');
    expect(await state()).toEqual(before);
    const refusal = await answer(id, {});
    const open = (await refusal.json()) as Problem;
    expect([refusal.status, open.code]).toEqual([422, 'import_questions_open']);
    expect(open.errors?.map((e) => e.path)).toContain('answers.file_kind');
    expect(await state()).toEqual(before);
    const outcome = await answer(id, { file_kind: 'own_register' });
    const commit = (await outcome.json()) as ImportCommit;
    expect([outcome.status, commit.revision, commit.rows.new]).toEqual([200, 2, 3]);
    expect(await api.get<Overview>('/api/v1/overview')).toMatchObject({
      origin: 'own',
      projects_total: 3,
      headline: { established: { value: '1' }, established_investment: { value: '900000000' } },
    });
    expect((await answer(id, { file_kind: 'own_register' })).status).toBe(404);
    expect((await api.send('POST', '/api/v1/revisions/2/undo', { body: {} })).status).toBe(200);
    expect(await api.get<Overview>('/api/v1/overview')).toMatchObject({
      origin: 'sample',
      projects_total: 30,
    });
  });

  test('the same file changes nothing the second time and reports it', async () => {
    const first = await preview(register());
    await answer(first.id, { file_kind: 'own_register' });
    const again = await preview(register());
    expect(again.rows).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect(((await (await answer(again.id, {})).json()) as ImportCommit).revision).toBe(2);
  });

  test('a project that a later edition lists first is new on the day of that edition', async () => {
    const of = (day: string, ...more: readonly string[]) =>
      register([...rows.map((row) => row.replace('2021-05-08', day)), ...more]);
    await answer((await preview(of('2021-03-31'))).id, {
      file_kind: 'own_register',
      as_of: '2021-03-31',
    });
    const later = of('2021-04-30', 'B04,丁项目,在谈,100,2021-04-30');
    const second = await preview(later);
    expect(second.rows).toMatchObject({ new: 1, unchanged: 0 });
    await answer(second.id, { as_of: '2021-04-30' });
    const changes = await api.get<RegisterChanges>('/api/v1/changes?from=2021-03-31&to=2021-04-30');
    expect(changes.counts).toMatchObject({ new: 1, advanced: 0 });
    expect(changes.moves).toMatchObject([
      { code: 'B04', kinds: ['new'], to: { stage: 'negotiation' }, date: '2021-04-30' },
    ]);
    expect(await api.get('/api/v1/overview?as_of=2021-03-31')).toMatchObject({ projects_total: 3 });
    expect(await api.get('/api/v1/overview?as_of=2021-04-30')).toMatchObject({ projects_total: 4 });
    expect((await preview(later)).rows).toMatchObject({ new: 0, changed: 0, unchanged: 4 });
    // after the undo the register's editions begin again, and before them nothing is known
    await api.send('POST', '/api/v1/revisions/3/undo', { body: {} });
    await api.send('POST', '/api/v1/revisions/2/undo', { body: {} });
    await answer((await preview(later)).id, { file_kind: 'own_register', as_of: '2021-04-30' });
    const before = await api.get<Overview>('/api/v1/overview?as_of=2021-03-31');
    expect([before.first_known_day, before.projects_total]).toEqual(['2021-04-30', undefined]);
  });

  test('a commit returns a new preview and stores nothing when the register has changed', async () => {
    const first = await preview(register());
    await answer(first.id, { file_kind: 'own_register' });
    const slow = await preview(register([...rows, 'B04,丁项目,在谈,100,2021-05-08']));
    const quick = await preview(register([...rows, 'B04,丁项目,在谈,200,2021-05-08']));
    expect((await answer(quick.id, {})).status).toBe(200);
    const late = await answer(slow.id, {});
    const problem = (await late.json()) as Problem;
    expect([late.status, problem.code]).toEqual([409, 'import_register_changed']);
    expect((problem.current as ImportPreview).rows).toMatchObject({ changed: 1 });
    expect((await answer(slow.id, {})).status).toBe(200);
  });

  test('other answers replace the preview under the same id', async () => {
    const { id } = await preview(register());
    const json = (await (
      await answer(id, { file_kind: 'other_zone', zone_name: '测试区' }, 'answers')
    ).json()) as ImportPreview;
    expect(json.id).toBe(id);
    expect(await api.get(`/api/v1/imports/${id}`)).toEqual(json);
  });

  test('a change between two editions has a "by" day in the moves, the overview and the file', async () => {
    const lines = (stage: string) =>
      `Project ID,Project name,Stage,Total investment (USD mn)\r\nP1,Mill,${stage},9\r\nP2,Port,Lead,5`;
    const { id } = await preview(lines('Lead'));
    expect(
      (await answer(id, { file_kind: 'other_zone', zone_name: 'Riverside', as_of: '2021-03-31' }))
        .status,
    ).toBe(200);
    const later = await preview(lines('Signed'));
    expect((await answer(later.id, { as_of: '2021-04-30' })).status).toBe(200);
    const { moves } = await api.get<RegisterChanges>(
      '/api/v1/changes?from=2021-03-31&to=2021-04-30',
    );
    expect(moves).toMatchObject([
      { code: 'P1', kinds: ['advanced'], date: '2021-04-30', by: true },
    ]);
    const { changes } = await api.get<Overview>('/api/v1/overview?compare=2021-03-31');
    expect(changes?.items).toMatchObject([
      { code: 'P1', kind: 'stage', date: '2021-04-30', by: true },
    ]);
    const moved = { stage: 'lead', valid_from: '2021-05-05', reason: 'talks began' };
    const response = await api.send('POST', '/api/v1/projects', {
      body: { code: 'N1', facts: { name: 'New' }, ...moved },
    });
    expect(response.status, await response.clone().text()).toBe(201);
    const after = await api.get<RegisterChanges>('/api/v1/changes?from=2021-04-30&to=2021-05-09');
    expect(after.moves.map(({ code, date, by }) => [code, date, by])).toEqual([
      ['N1', '2021-05-05', undefined],
    ]);
    const pack = await api.send(
      'GET',
      '/api/v1/documents/pack.zip?as_of=2021-04-30&compare=2021-03-31',
    );
    const parts = unzipSync(new Uint8Array(await pack.arrayBuffer()));
    const file = Object.entries(parts).find(
      ([name]) => name.endsWith('/changes.csv') || name === 'changes.csv',
    );
    const rows = strFromU8(file?.[1] ?? new Uint8Array()).split(/\r?\n/);
    expect(rows.slice(0, 2).map((line) => line.split(',').slice(3, 5))).toEqual([
      ['move_date', 'date_by'],
      ['2021-04-30', 'true'],
    ]);
  });

  // Seen to fail: a nightly job that always names its zone replaced the register each night.
  test('a file that names the own zone as the other one is an edition of its register', async () => {
    const lines = (stage: string) =>
      `Project ID,Project name,Stage,Total investment (USD mn)\r\nP1,Mill,${stage},9\r\nP2,Port,Lead,5`;
    const answersWith = (name: string, day: string) => ({
      file_kind: 'other_zone',
      zone_name: name,
      as_of: day,
    });
    const { id } = await preview(lines('Lead'));
    expect((await answer(id, answersWith('Riverside', '2021-03-31'))).status).toBe(200);
    const later = await preview(lines('Signed'));
    const response = await answer(later.id, answersWith(' riverside', '2021-04-30'));
    expect(response.status, await response.clone().text()).toBe(200);
    const { moves } = await api.get<RegisterChanges>(
      '/api/v1/changes?from=2021-03-31&to=2021-04-30',
    );
    expect(moves).toMatchObject([{ code: 'P1', kinds: ['advanced'], date: '2021-04-30' }]);
  });

  // Seen to fail: the month of another zone required companies and output, as the example defines
  // them.
  test('another zone keeps no indicator of the example', async () => {
    const { id } = await preview(
      'Project ID,Project name,Stage,Total investment (CLP mn)\r\nP1,Mina,Signed,900000\r\nP2,Puerto,Signed,5000',
    );
    const outcome = await answer(id, { file_kind: 'other_zone', zone_name: 'Antofagasta' });
    expect(outcome.status, await outcome.clone().text()).toBe(200);
    const zone = await api.get<{ base_currency: string; indicators: unknown[] }>('/api/v1/zone');
    expect([zone.base_currency, zone.indicators]).toEqual(['CLP', []]);
  });

  test.each([
    ['an empty file', ''],
    ['a header only', header],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['an open quote', `${header}\r\n"B01,甲`],
    ['zip with nothing in it', 'PK\u0003\u0004nonsense'],
  ])('rejects %s by name and changes nothing', async (_what, content) => {
    const before = await state();
    const response = await upload(content, 'x.xlsx');
    const problem = (await response.json()) as Problem;
    expect(response.status).toBe(422);
    expect(['import_unreadable', 'import_refused']).toContain(problem.code);
    expect(problem.errors?.[0]).toMatchObject({ file: 'x.xlsx' });
    expect(await state()).toEqual(before);
    expect(api.log).toEqual([]);
  });

  test('a file name is a label and never a path', async () => {
    for (const name of [
      '../../etc/passwd',
      'C:\\x\\台账.csv',
      '\u202ecsv.exe',
      `${'长'.repeat(300)}.csv`,
    ]) {
      const { file } = (await (await upload(register(), name)).json()) as ImportPreview;
      expect(file).not.toMatch(/[\\/\u202e]/);
      expect(file.length).toBeLessThanOrEqual(200);
    }
  });

  test('rejects a request without exactly one file and explains the upload', async () => {
    expect((await upload(register(), 'a.csv', 'other')).status).toBe(400);
    const two = new FormData();
    two.append('file', new File(['a'], 'a.csv'));
    two.append('file', new File(['b'], 'b.csv'));
    expect((await api.send('POST', '/api/v1/imports', { body: two })).status).toBe(400);
    const text = new FormData();
    text.set('file', 'only text');
    expect((await api.send('POST', '/api/v1/imports', { body: text })).status).toBe(400);
    expect((await api.send('POST', '/api/v1/imports', { body: '{}' })).status).toBe(415);
    expect(
      (
        await api.send('POST', '/api/v1/imports', {
          body: 'no parts',
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
        })
      ).status,
    ).toBe(400);
    const declared = {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(50 * 1024 * 1024 + 1),
    };
    expect(
      (await api.send('POST', '/api/v1/imports', { body: '--x', headers: declared })).status,
    ).toBe(413);
  });

  test('rejects answers of a wrong shape with 400', async () => {
    const { id } = await preview(register());
    for (const body of [
      {},
      { answers: null },
      { answers: [] },
      { answers: { file_kind: 1 } },
      { answers: { file_kind: { a: { b: 'c' } } } },
      { answers: { file_kind: 'a\u0000' } },
      { answers: {}, id: 'x' },
    ]) {
      expect([
        body,
        (await api.send('POST', `/api/v1/imports/${id}/commit`, { body })).status,
      ]).toEqual([body, 400]);
    }
    const nonsense = await answer(id, { file_kind: 'nonsense' });
    expect([nonsense.status, ((await nonsense.json()) as Problem).errors?.[0]]).toEqual([
      422,
      {
        path: 'answers.file_kind',
        value: 'nonsense',
        message: 'must be one of own_register, other_zone',
      },
    ]);
  });
});
