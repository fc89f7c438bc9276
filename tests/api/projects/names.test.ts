import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { EditedProject, ProjectVersion } from '#contract/projects/edit-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Breakdown } from '#domain/analysis/breakdown.ts';
import type { MoneyLadder } from '#domain/analysis/money-ladder.ts';
import type { Explanation } from '#contract/measures/schemas.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import type { Summary } from '#contract/projects/project-schemas.ts';
import type { Drawing, DrawRequest } from '#server/core/deps.ts';
import type { ChartFile } from '#server/exports/figure/to-json.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const url = '/api/v1/projects/A-1';
const requests: DrawRequest[] = [];
const draw = async (request: DrawRequest) => {
  requests.push(request);
  return { content: '<svg xmlns="http://www.w3.org/2000/svg"/>', missing: [] };
};
const drawing: Drawing = {
  svg: draw,
  png: async () => ({ content: new Uint8Array(), missing: [] }),
  pdf: async () => ({ content: new Uint8Array(), missing: [] }),
};
const named = {
  name: '热泵项目',
  'names.ja': 'ヒートポンプ事業',
  'names.en': 'Heat pumps',
  investor: '北斗能源',
  'investor_names.en': 'Hokuto Energy',
};

describe.each(engines)('names in several languages on $name', (engine) => {
  let api: TestApi;
  let newProject: EditedProject;
  let now: string;
  beforeEach(async () => {
    now = '2021-05-10T08:00:00Z';
    api = await openApi(engine, { clock: () => new Date(now), drawing });
    const response = await api.send('POST', '/api/v1/projects', {
      body: { code: 'A-1', stage: 'construction', facts: named },
    });
    newProject = (await response.json()) as EditedProject;
  });
  afterEach(() => api.close());
  const patch = async (facts: object) => {
    const etag = (await api.send('GET', url)).headers.get('etag') ?? '';
    return api.send('PATCH', url, { body: { facts }, headers: { 'if-match': etag } });
  };
  const project = () => api.get<ProjectDetail>(url);

  test('a project keeps its original name with the translations of it', async () => {
    expect(await project()).toMatchObject({
      name: '热泵项目',
      names: { ja: 'ヒートポンプ事業', en: 'Heat pumps' },
      investor: '北斗能源',
      investor_names: { en: 'Hokuto Energy' },
    });
    expect(schemas.project.reply.safeParse(await project()).error).toBeUndefined();
  });

  test('groups by investor have its names, beside the original that identifies them', async () => {
    const one = { key: '北斗能源', names: { en: 'Hokuto Energy' } };
    const summary = await api.get<Summary>('/api/v1/summary?by=investor');
    expect(summary.groups).toEqual([expect.objectContaining(one)]);
    expect(schemas.summary.reply.safeParse(summary).error).toBeUndefined();
    const [breakdown, ladder] = await Promise.all([
      api.get<Breakdown>('/api/v1/analysis/breakdown?by=investor&measure=count'),
      api.get<MoneyLadder>('/api/v1/analysis/money-ladder?by=investor'),
    ]);
    expect(breakdown.groups).toEqual([expect.objectContaining(one)]);
    expect(ladder.groups).toEqual([expect.objectContaining(one)]);
    const readPicture = async (lang: string) =>
      (
        await api.send('GET', `/api/v1/charts/breakdown.csv?by=investor&measure=count&lang=${lang}`)
      ).text();
    expect(await readPicture('en')).toContain('Hokuto Energy');
    expect(await readPicture('ja')).toContain('北斗能源');
    expect(await readPicture('ja')).not.toContain('Hokuto');
    const byStage = await api.get<Breakdown>('/api/v1/analysis/breakdown?by=stage&measure=count');
    expect(JSON.stringify(byStage)).not.toContain('Hokuto');
  });

  test('charts and files name the investors of filters and comparisons in their language', async () => {
    await patch({ 'investor_names.ja': '北斗エネルギー' });
    const other = { name: 'X', investor: 'Acme', 'investor_names.zh-CN': '顶峰' };
    const body = { code: 'A-2', stage: 'operation', facts: other };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
    const filter = `investor=${encodeURIComponent('北斗能源')}`;
    const versus = 'versus=investor:Acme';
    const names = {
      'zh-CN': ['投资方：北斗能源', '北斗能源', '顶峰'],
      ja: ['投資者：北斗エネルギー', '北斗エネルギー', 'Acme'],
      en: ['Investor: Hokuto Energy', 'Hokuto Energy', 'Acme'],
    };
    for (const [lang, [words = '', first = '', second = '']] of Object.entries(names)) {
      const query = `by=stage&measure=count&lang=${lang}&${filter}`;
      const { notes } = await api.get<ChartFile>(`/api/v1/charts/breakdown.json?${query}`);
      expect(notes[0]).toContain(words);
      expect((await api.send('GET', `/api/v1/charts/breakdown.svg?${query}`)).status).toBe(200);
      expect(requests.at(-1)?.options.filters).toContain(words);
      const pair = await api.get<ChartFile>(`/api/v1/charts/breakdown.json?${query}&${versus}`);
      expect(pair.title).toContain(first);
      expect(pair.title).toContain(second);
      const csv = await api.send('GET', `/api/v1/charts/breakdown.csv?${query}&${versus}`);
      expect(await csv.text()).toContain(second);
      const file = `/api/v1/documents/workbook.xlsx?lang=${lang}&${filter}`;
      const book = new Uint8Array(await (await api.send('GET', file)).arrayBuffer());
      const sheets = Object.values(unzipSync(book)).map((part) => new TextDecoder().decode(part));
      expect(sheets.some((text) => text.includes(words))).toBe(true);
    }
    const scope = `by=stage&${filter}&${versus}`;
    const { subject } = await api.get<Explanation>(`/api/v1/explanations/breakdown_count?${scope}`);
    expect(subject?.en).toContain('Hokuto Energy − Acme');
    expect(subject?.ja).toContain('北斗エネルギー − Acme');
    const group = `by=investor&key=${encodeURIComponent('北斗能源')}`;
    const explained = await api.get<Explanation>(`/api/v1/explanations/breakdown_count?${group}`);
    expect(explained.subject?.ja).toContain('北斗エネルギー');
  });

  test('a change of one translation leaves the others, and null removes one', async () => {
    expect((await patch({ 'names.en': 'Heat pump works' })).status).toBe(200);
    expect((await project()).names).toEqual({ ja: 'ヒートポンプ事業', en: 'Heat pump works' });
    await patch({ 'names.ja': null });
    await patch({ 'names.en': null, 'investor_names.en': null });
    const last = await project();
    expect([last.names, last.investor_names, last.name]).toEqual([
      undefined,
      undefined,
      '热泵项目',
    ]);
    const { items } = await api.get<{ items: readonly ProjectVersion[] }>(`${url}/history`);
    expect(items[0]?.changes).toContainEqual({ field: 'names.en', from: 'Heat pump works' });
    expect(items.at(-1)?.changes).toContainEqual({ field: 'names.ja', to: 'ヒートポンプ事業' });
  });

  test('undoing a change brings a translation back and keeps a later one of another', async () => {
    const changed = (await (await patch({ 'names.en': 'Other' })).json()) as EditedProject;
    await patch({ 'names.zh-CN': '热泵' });
    const undo = await api.send('POST', `/api/v1/revisions/${changed.revision}/undo`, {
      body: {},
    });
    expect(undo.status).toBe(200);
    expect((await project()).names).toEqual({
      'zh-CN': '热泵',
      ja: 'ヒートポンプ事業',
      en: 'Heat pumps',
    });
  });

  test.each(['热泵', 'rebeng', 'heat pumps', 'ﾋｰﾄﾎﾟﾝﾌﾟ', 'hokuto', '北斗'])(
    'a search for %s finds the project by any of its names',
    async (q) => {
      expect(await api.get(`/api/v1/projects?q=${encodeURIComponent(q)}`)).toMatchObject({
        items: [{ code: 'A-1' }],
      });
    },
  );

  test('a removed translation is found no more', async () => {
    await patch({ 'names.en': null });
    expect(await api.get('/api/v1/projects?q=heat%20pumps')).toMatchObject({ items: [] });
  });

  test('every list names the project in each language', async () => {
    const names = named['names.en'];
    now = '2021-05-20T08:00:00Z';
    const moved = await api.send('POST', `${url}/stage`, {
      body: { stage: 'operation', complete_later: true },
    });
    expect(moved.status).toBe(200);
    const overview = await api.get<Overview>(
      '/api/v1/overview?compare=2021-05-10&as_of=2021-05-20',
    );
    const dots = overview.strip.groups.flatMap(({ rows }) => rows.flatMap((row) => row.dots));
    expect(dots[0]?.names?.en).toBe(names);
    expect(overview.undisclosed?.projects[0]?.names?.en).toBe(names);
    expect(overview.established[0]?.names?.en).toBe(names);
    expect(overview.changes?.items[0]?.names?.en).toBe(names);
    for (const path of [
      '/api/v1/pipeline?compare=2021-05-10&as_of=2021-05-20',
      '/api/v1/board?as_of=2021-05-20',
      '/api/v1/changes?from=2021-05-10&to=2021-05-20',
      '/api/v1/analysis/stage-time?as_of=2021-05-20',
      '/api/v1/analysis/timeline?as_of=2021-05-20',
      '/api/v1/projects',
      '/api/v1/explanations/established_projects?as_of=2021-05-20',
    ])
      expect([path, JSON.stringify(await api.get(path)).includes(`"en":"${names}"`)]).toEqual([
        path,
        true,
      ]);
  });

  test('files name the project in their language, and the list of every field has all names', async () => {
    const take = async (lang: string) =>
      (await api.send('GET', `/api/v1/charts/timeline.csv?lang=${lang}`)).text();
    expect(await take('en')).toContain('Heat pumps');
    expect(await take('ja')).toContain('ヒートポンプ事業');
    expect(await take('zh-CN')).toContain('热泵项目');
    const csv = await (await api.send('GET', '/api/v1/documents/projects.csv?lang=en')).text();
    expect(csv).toContain('code,name,name_zh,name_ja,name_en,investor,investor_zh');
    expect(csv).toContain('A-1,热泵项目,,ヒートポンプ事業,Heat pumps,北斗能源,,,Hokuto Energy');
  });

  test('the forms of a workbook are in its language and import without renaming', async () => {
    const response = await api.send('GET', '/api/v1/documents/workbook.xlsx?lang=en');
    const book = new Uint8Array(await response.arrayBuffer());
    const parts = unzipSync(book);
    const text = Object.values(parts)
      .map((part) => new TextDecoder().decode(part))
      .join('');
    for (const name of ['Heat pumps', 'Hokuto Energy', '热泵项目', 'ヒートポンプ事業'])
      expect([name, text.includes(name)]).toEqual([name, true]);
    const before = await project();
    const namesOf = ({ name, names, investor, investor_names }: ProjectDetail) => ({
      name,
      names,
      investor,
      investor_names,
    });
    for (const sheet of ['Project register', 'Projects, every field']) {
      const form = new FormData();
      form.set('file', new File([book], 'workbook.xlsx'));
      const response = await api.send('POST', '/api/v1/imports', { body: form });
      const { id, tables } = (await response.json()) as ImportPreview;
      const table = tables.find((one) => one.sheet === sheet)?.id;
      const answers = { file_kind: 'own_register', table };
      const outcome = await api.send('POST', `/api/v1/imports/${id}/commit`, { body: { answers } });
      expect([sheet, outcome.status]).toEqual([sheet, 200]);
      expect(namesOf(await project())).toEqual(namesOf(before));
    }
  });

  test('a change of the original leaves every translation', async () => {
    await patch({ name: '热泵二期' });
    const { name, names } = await project();
    expect([name, names]).toEqual(['热泵二期', newProject.project.names]);
    const { items } = await api.get<{ items: readonly ProjectVersion[] }>(`${url}/history`);
    expect(items[0]?.changes).toEqual([{ field: 'name', from: '热泵项目', to: '热泵二期' }]);
  });

  test.each([
    ['blank', { 'names.en': '  ' }, 'facts.names.en'],
    ['too long', { 'names.ja': 'あ'.repeat(301) }, 'facts.names.ja'],
    ['with a control character', { 'names.en': 'a\u0000b' }, 'facts.names.en'],
    ['with a broken surrogate', { 'investor_names.en': 'a\ud800' }, 'facts.investor_names.en'],
    ['a number', { 'names.en': 5 }, 'facts.names.en'],
    ['a list', { 'names.en': ['x'] }, 'facts.names.en'],
    ['in an unknown language', { 'names.fr': 'Pompes' }, 'facts'],
    ['as one object', { names: { en: 'x' } }, 'facts'],
    ['of the prototype', { 'names.__proto__': 'x' }, 'facts'],
  ])('rejects a name that is %s', async (_, facts, path) => {
    const refusal = await patch(facts);
    const { errors } = (await refusal.json()) as { errors: readonly { path: string }[] };
    expect([refusal.status, errors[0]?.path.startsWith(path)]).toEqual([400, true]);
    expect((await project()).revision).toBe(newProject.revision);
  });
});
