import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentList, ReportReply } from '#contract/exports/schemas.ts';
import type { ProjectPage } from '#contract/projects/project-schemas.ts';
import { putIssue } from '#server/projects/issues/store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const address = '/api/v1/documents';
const bytesOf = async (response: Response): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await response.arrayBuffer());
const linesOf = (text: string): readonly string[] => text.split('\r\n').slice(0, -1);
const viewer = { id: 'v', name: 'V', mode: 'account', role: 'viewer' } as const;

describe.each(engines)('documents on $name', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    // the sample is recorded now, so that what is recorded in a test comes after it
    api = await openApi(engine, { clock: () => new Date(Date.now() + 60_000) });
  });
  afterAll(() => api.close());
  const file = async (name: string, query = ''): Promise<Uint8Array<ArrayBuffer>> => {
    const response = await api.send('GET', `${address}/${name}${query}`);
    expect([name, query, response.status]).toEqual([name, query, 200]);
    return bytesOf(response);
  };

  // sums of bytes, since a difference of two archives is not worth printing
  const sumOf = async (name: string, query: string): Promise<string> =>
    createHash('sha256')
      .update(await file(name, query))
      .digest('hex');

  it('the workbook has the layouts of the field with typed cells: amounts, dates, and no formulas', async () => {
    const book = unzipSync(await file('workbook.xlsx', '?period=2021Q1&lang=zh-CN'));
    const workbook = strFromU8(book['xl/workbook.xml'] ?? new Uint8Array());
    for (const name of [
      '主要经济指标完成情况表',
      '项目台账',
      '重点项目月度进度表',
      '签约项目跟踪表',
      '问题清单',
      '项目全部字段',
      '口径与字段',
    ])
      expect(workbook).toContain(`name="${name}"`);
    const sheets = Object.keys(book).filter((name) => name.startsWith('xl/worksheets/'));
    const all = sheets.map((name) => strFromU8(book[name] ?? new Uint8Array())).join('');
    expect(all).not.toMatch(/<f(?!>[A-Z]+\d+\+[A-Z]+\d+<)[ >]/);
    expect(all).toContain('<v>900000000</v>');
    // 万元
    expect(all).toContain('<v>90000</v>');
    // 2020-01-10, the day on which A01 was signed
    expect(all).toContain('<v>43840</v>');
    const styles = strFromU8(book['xl/styles.xml'] ?? new Uint8Array());
    expect(styles).toContain('formatCode="#,##0"');
    expect(styles).not.toMatch(/formatCode="[^"]*[亿万]/);
    expect(all).toContain('示例数据（虚构）');
  });

  it('a repeated request gets 304, and the file name has the day and marks invented data', async () => {
    const first = await api.send('GET', `${address}/pack.zip?period=2021-03&lang=en`);
    await first.body?.cancel();
    const tag = first.headers.get('etag') ?? '';
    const again = await api.send('GET', `${address}/pack.zip?period=2021-03&lang=en`, {
      headers: { 'if-none-match': tag },
    });
    expect([again.status, (await bytesOf(again)).length]).toEqual([304, 0]);
    expect(first.headers.get('content-disposition')).toContain(
      'pack_2021-03-31_en_ILLUSTRATIVE.zip',
    );
    const head = await api.send('HEAD', `${address}/pack.zip?period=2021-03&lang=en`);
    expect([head.status, head.headers.get('etag')]).toEqual([200, tag]);
  });

  it('the pack has CSV with the row counts of its metadata, a workbook and a README in the requested language', async () => {
    const pack = unzipSync(await file('pack.zip', '?period=2021Q1&lang=ja'));
    const text = (name: string): string => strFromU8(pack[name] ?? new Uint8Array());
    const metadata = JSON.parse(text('datapackage.json')) as {
      as_of: string;
      compared_with: string;
      data_status: string;
      page: string;
      resources: {
        path: string;
        rows: number;
        bytes: number;
        schema: { fields: { name: string; type: string }[] };
      }[];
    };
    expect([metadata.as_of, metadata.compared_with, metadata.data_status]).toEqual([
      '2021-03-31',
      '2020-12-31',
      'illustrative',
    ]);
    // the page shows the rows of the pack, whatever is recorded later
    const [revision] = (await api.get<{ items: { recorded_at: string }[] }>('/api/v1/revisions'))
      .items;
    expect(metadata.page).toContain(`/projects?as_of=2021-03-31&known_at=${revision?.recorded_at}`);
    for (const { path, rows, bytes, schema } of metadata.resources) {
      const [head, ...body] = linesOf(text(path));
      expect([path, body.length, pack[path]?.length]).toEqual([path, rows, bytes]);
      expect(head).toBe(schema.fields.map(({ name }) => name).join(','));
    }
    expect(metadata.resources.map(({ path }) => path)).toContain('data/changes.csv');
    expect(text('README.md')).toContain('引用方法');
    expect(text('README.md')).toContain('架空データ');
    expect(Object.keys(unzipSync(pack['workbook.xlsx'] ?? new Uint8Array()))).toContain(
      'xl/workbook.xml',
    );
    expect(text('data/observations.csv')).toContain(
      '2021-01,industrial_output,,CNY,ytd,not_reported,illustrative',
    );
  });

  it.each([
    ['', ''],
    ['stage=negotiation&industry=eco,energy', 'stage=negotiation&industry=eco,energy'],
    ['status=active&zone=research', 'status=active&zone=research'],
    ['q=B1', 'q=B1'],
    ['q=%25', 'q=%25'],
  ])('takes the filters of the list of projects: %s', async (query, listed) => {
    const { total } = await api.get<ProjectPage>(`/api/v1/projects?as_of=2021-04-16&${listed}`);
    const lines = linesOf(strFromU8(await file('projects.csv', `?as_of=2021-04-16&${query}`)));
    expect(lines.length - 1).toBe(total);
    expect((await api.get<DocumentList>(`${address}?as_of=2021-04-16&${query}`)).projects).toBe(
      total,
    );
  });

  it('escapes formulas in CSV for Excel and leaves plain CSV unchanged', async () => {
    const [clean, excel] = [
      await file('projects.csv', '?lang=en'),
      await file('projects.csv', '?lang=en&csv=excel'),
    ];
    expect([...clean.slice(0, 4)]).toEqual([...'code'].map((c) => c.charCodeAt(0)));
    expect([...excel.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(strFromU8(excel)).toContain('Project ID,Project name');
    const words = strFromU8(await file('projects.csv', '?lang=ja&csv=excel'));
    expect(words).toContain(',操業中,');
    // seen to fail: operation below 段階
    expect(words).not.toMatch(/,(?:operation|active|illustrative|not_disclosed),/);
    const nameOf = async (query: string): Promise<string> =>
      (
        await api.send('HEAD', `${address}/projects.csv?lang=en&as_of=2021-04-16${query}`)
      ).headers.get('content-disposition') ?? '';
    expect(await nameOf('')).toContain('_projects_2021-04-16_en_ILLUSTRATIVE.csv');
    expect(await nameOf('&csv=excel')).toContain('_projects_2021-04-16_en_Excel_ILLUSTRATIVE.csv');
  });

  it.each([
    ['/nothing.csv', 404, 'workbook.xlsx, pack.zip'],
    ['/pack.zip?period=2021Q5', 400, '2021Q1'],
    ['/pack.zip?period=2021-13', 400, '2021-03'],
    ['/pack.zip?period=2019Q1', 404, '2019Q1'],
    ['/pack.zip?period=2022Q1', 404, '2022Q1'],
    ['/pack.zip?period=2021Q1&as_of=2021-03-31', 400, 'as_of'],
    ['/pack.zip?stage=none', 400, 'stage'],
    ['/report.pptx?stage=signed', 400, 'whole register'],
    ['/report.pdf?country=JPN&owner=Li', 400, 'owner, country: a report always covers the whole'],
    ['/report.pdf', 422, 'slides'],
    ['/pack.zip?sort=code', 400, 'period'],
    ['/workbook.xlsx?lang=fr', 400, 'lang'],
  ])('rejects %s with %i and the remedy', async (path, status, says) => {
    const response = await api.send('GET', address + path);
    expect([response.status, await response.text()]).toEqual([
      status,
      expect.stringContaining(says),
    ]);
  });

  it('lists the parts of each document and the periods, and a viewer exports no data', async () => {
    const list = await api.get<DocumentList>(`${address}?period=2021Q1`);
    expect([list.as_of, list.compare, list.projects, list.projects_total]).toEqual([
      '2021-03-31',
      '2020-12-31',
      30,
      30,
    ]);
    expect(list.quarters.slice(0, 2)).toEqual(['2021Q2', '2021Q1']);
    expect(list.months.slice(0, 2)).toEqual(['2021-04', '2021-03']);
    const response = await api.send('GET', `${address}/pack.zip`, { env: { principal: viewer } });
    expect([response.status, await response.text()]).toEqual([
      403,
      expect.stringContaining('analyst'),
    ]);
  });

  it('exports the report as slides and as JSON; a viewer’s report has no notes, authors and issues', async () => {
    const slides = unzipSync(await file('report.pptx', '?period=2021Q1&lang=zh-CN'));
    const text = Object.keys(slides)
      .filter((name) => name.startsWith('ppt/slides/slide'))
      .map((name) => strFromU8(slides[name] ?? new Uint8Array()))
      .join('');
    expect(text).toContain('2021年第一季度进展报告');
    expect(text).toContain('示例数据（虚构）');
    expect(Object.keys(slides).some((name) => name.startsWith('ppt/charts/chart'))).toBe(true);
    const { report } = await api.get<ReportReply>('/api/v1/report?period=2021Q1&lang=zh-CN');
    expect(report.title).toBe('中日（青岛）地方发展合作示范区2021年第一季度进展报告');
    const texts = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])),
    );
    expect(texts).toEqual(
      expect.arrayContaining([
        expect.stringContaining('已落户项目由6个变为7个。储备在谈项目20个，与期初持平。'),
      ]),
    );
    expect(report.sections.map(({ id }) => id)).not.toContain('log');
    const asViewer = await api.send('GET', '/api/v1/report?period=2021Q1&lang=zh-CN', {
      env: { principal: viewer },
    });
    const reply = (await asViewer.json()) as ReportReply;
    expect(reply.report.sections.map(({ id }) => id)).not.toContain('log');
    expect(reply.report.title).toBe(report.title);
    const deck = await api.send('GET', `${address}/report.pptx?period=2021Q1`, {
      env: { principal: viewer },
    });
    expect(deck.status).toBe(200);
  });

  it('the audit log records exports with their author', async () => {
    const analyst = { ...viewer, id: 'a', name: 'Aoi', role: 'analyst' } as const;
    await api.send('GET', `${address}/projects.csv`, { env: { principal: analyst } });
    const { items } = await api.get<{ items: readonly { kind: string }[] }>('/api/v1/audit');
    expect(items.map(({ kind }) => kind)).toContain('data_exported');
  });

  it('the workbook lists the issues of projects with their state on the day', async () => {
    const issue = {
      text: '=1+1 供电容量不足',
      severity: 'high',
      since: '2021-03-02',
      due: '2021-04-10',
      owner: '王',
    } as const;
    await writeRevision(
      api.db,
      { author: 'a', kind: 'issue', reason: 'r', origin: 'sample' },
      (trx, revision) => putIssue(trx, revision, { origin: 'sample', code: 'A05' }, 'i1', issue),
    );
    const book = unzipSync(await file('workbook.xlsx', '?as_of=2021-04-16&lang=zh-CN'));
    const all = Object.values(book)
      .map((bytes) => strFromU8(bytes))
      .join('');
    expect(all).toContain('=1+1 供电容量不足');
    expect(all).toContain('未办结，已超期');
    expect(all).not.toMatch(/<f(?!>[A-Z]+\d+\+[A-Z]+\d+<)[ >]/);
    const { report } = await api.get<ReportReply>('/api/v1/report?as_of=2021-04-16&lang=zh-CN');
    expect(JSON.stringify(report.sections.find(({ id }) => id === 'problems'))).toContain(
      '供电容量不足',
    );
  });

  it('equal requests give equal bytes, another language gives others, and known_at reproduces the bytes after a change', async () => {
    const query = '?as_of=2021-04-16&lang=ja';
    const [pack, book] = [await sumOf('pack.zip', query), await sumOf('workbook.xlsx', query)];
    expect(await sumOf('pack.zip', query)).toBe(pack);
    expect(await sumOf('workbook.xlsx', '?as_of=2021-04-16&lang=en')).not.toBe(book);
    const [{ recorded_at }] = (
      await api.get<{ items: [{ recorded_at: string }] }>('/api/v1/revisions')
    ).items as [{ recorded_at: string }];
    await new Promise((resolve) => setTimeout(resolve, 5));
    const value = { period: '2021-03', value: '44' };
    expect(
      (await api.send('POST', '/api/v1/indicators/companies/observations', { body: value })).status,
    ).toBe(201);
    expect(await sumOf('workbook.xlsx', query)).not.toBe(book);
    expect(
      await sumOf('workbook.xlsx', `${query}&known_at=${encodeURIComponent(recorded_at)}`),
    ).toBe(book);
  });
});
