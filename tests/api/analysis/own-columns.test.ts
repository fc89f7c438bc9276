import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { breakdownTable } from '#charts/breakdown/data/table.ts';
import type { CellFilters } from '#charts/kit/table.ts';
import type { ProjectPage } from '#contract/projects/project-schemas.ts';
import type { Breakdown } from '#domain/analysis/breakdown.ts';
import type { MoneyLadder } from '#domain/analysis/money-ladder.ts';
import type { OwnColumns } from '#domain/analysis/own-columns.ts';
import type { Explanation } from '#contract/measures/schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { writeColumnValue } from '#domain/projects/fields/own-column.ts';
import { joinItems } from '#domain/overview/register-filter.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { cny, record } from '../../setup/api/store-records.ts';

const viewer = {
  env: { principal: { id: 'v', name: 'v', mode: 'account', role: 'viewer' } },
} as const;
const manager = {
  env: { principal: { id: 'm', name: 'm', mode: 'account', role: 'manager' } },
} as const;
const heading = 'Risk class: 2021, 100%';
const by = `by=${encodeURIComponent(`column:${heading}`)}`;
const column = (...values: readonly string[]): string =>
  encodeURIComponent(joinItems(values.map((value) => writeColumnValue({ heading, value }))) ?? '');
const risks = [
  'High, "very"',
  'High, "very"',
  "Low' or 1=1 --",
  '',
  'High, "very"',
  "Low' or 1=1 --",
];

describe.each(engines)('a column that is no field on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    const records = risks.map((risk, at) => ({
      ...record(`X${at}`, {
        total: cny(BigInt(at + 1) * 1_000_000n),
        events: [{ stage: 'signed', date: '2021-01-04' }],
        extra: {
          ...(risk === '' ? {} : { [heading]: risk }),
          Remark: `a remark of its own ${at}`,
          'Entered on': at < 4 ? '2021-01-04' : '2021-01-05',
          'a "quoted" one': 'x',
        },
      }),
      origin: 'sample' as const,
    }));
    const note = { author: 'test', kind: 'import', reason: 'test', origin: 'sample' } as const;
    await writeRevision(api.db, note, (trx, id) => putProjects(trx, id, records));
  });
  afterEach(() => api.close());
  const list = async (query: string): Promise<string[]> => {
    const { items } = await api.get<ProjectPage>(`/api/v1/projects?${query}&limit=500`);
    return items.map(({ code }) => code).toSorted();
  };

  test('is offered if its texts are few, and remarks and days are not', async () => {
    const { columns, others } = await api.get<OwnColumns>('/api/v1/analysis/columns');
    expect(columns.find((one) => one.heading === heading)).toEqual({
      heading,
      count: 5,
      values: ['High, "very"', "Low' or 1=1 --"],
    });
    expect(others).toEqual(expect.arrayContaining(['Remark', 'Entered on', 'a "quoted" one']));
    const early = await api.get<OwnColumns>('/api/v1/analysis/columns?as_of=2020-12-31');
    expect((early.columns ?? []).map((one) => one.heading)).not.toContain(heading);
  });

  test('groups a breakdown and the ladder, with projects without a text last', async () => {
    const breakdown = await api.get<Breakdown>(
      `/api/v1/analysis/breakdown?measure=total_investment&stack=stage&${by}`,
    );
    const groups = breakdown.groups.map(({ key, total }) => [key, total.sums[0]?.value]);
    expect(groups.slice(0, 2)).toEqual([
      ["Low' or 1=1 --", '9000000'],
      ['High, "very"', '8000000'],
    ]);
    expect(breakdown.groups.at(-1)?.key).toBe('');
    const ladder = await api.get<MoneyLadder>(`/api/v1/analysis/money-ladder?${by}`);
    expect(ladder.groups.map(({ key, count }) => [key, count]).slice(0, 2)).toEqual([
      ["Low' or 1=1 --", 2],
      ['High, "very"', 3],
    ]);
  });

  test('filters the list and every chart that takes a filter, also by no text', async () => {
    expect(await list(`column=${column('High, "very"')}`)).toEqual(['X0', 'X1', 'X4']);
    const all = await list('');
    expect(await list(`column=${column('')}`)).toEqual(
      all.filter((code) => !['X0', 'X1', 'X2', 'X4', 'X5'].includes(code)),
    );
    expect(await list(`column=${column('High, "very"', "Low' or 1=1 --")}&stage=signed`)).toEqual([
      'X0',
      'X1',
      'X2',
      'X4',
      'X5',
    ]);
    const narrow = `column=${column("Low' or 1=1 --")}`;
    for (const path of [
      'breakdown?measure=count&by=stage&',
      'money-ladder?',
      'distribution?',
      'stage-time?',
      'timeline?by=all&',
      'completeness?',
      'series?measure=projects&',
      'funnel?event=signed_registered&',
    ]) {
      const [whole, some] = await Promise.all([
        api.get<object>(`/api/v1/analysis/${path}`),
        api.get<object>(`/api/v1/analysis/${path}${narrow}`),
      ]);
      expect([path, JSON.stringify(some) === JSON.stringify(whole)]).toEqual([path, false]);
    }
  });

  test('every cell leads to its projects, and is explained by them', async () => {
    const query = `measure=count&stack=stage&${by}`;
    const [overview, breakdown] = await Promise.all([
      api.get<Overview>('/api/v1/overview'),
      api.get<Breakdown>(`/api/v1/analysis/breakdown?${query}`),
    ]);
    const { columns, rows, leads } = breakdownTable(overview, breakdown, 'en');
    const write = (filters: CellFilters): string =>
      Object.entries(filters)
        .map(([name, values]) => `${name}=${encodeURIComponent(joinItems(values) ?? '')}`)
        .join('&');
    for (const [row, cells] of rows.entries())
      for (const [at, { id }] of columns.entries()) {
        const lead = leads?.[row]?.[at];
        if (lead === null || lead === undefined || id === 'group') continue;
        expect([row, id, (await list(write(lead))).length]).toEqual([row, id, Number(cells[at])]);
      }
    expect(leads?.flat().filter((lead) => lead?.['column'] !== undefined).length).toBeGreaterThan(
      5,
    );
    const key = encodeURIComponent('High, "very"');
    const explained = await api.get<Explanation>(
      `/api/v1/explanations/breakdown_count?counted=count&stack=stage&${by}&key=${key}`,
    );
    expect(explained.rows).toMatchObject({ kind: 'projects', total: 3 });
  });

  test('is in files of the chart', async () => {
    const csv = await (
      await api.send('GET', `/api/v1/charts/breakdown.csv?measure=count&${by}`, manager as never)
    ).text();
    expect(csv).toContain('High, ""very""');
    const filtered = await api.send(
      'GET',
      `/api/v1/charts/money_ladder.json?column=${column('High, "very"')}`,
      manager as never,
    );
    expect(await filtered.text()).toContain('Risk class: 2021');
    const workbook = `/api/v1/charts/breakdown.xlsx?${by}`;
    expect((await api.send('GET', workbook, manager as never)).status).toBe(200);
  });

  test('is not shown to a reader who sees no notes', async () => {
    for (const path of [
      'analysis/columns',
      `analysis/breakdown?${by}`,
      `analysis/money-ladder?${by}`,
      `analysis/stage-time?column=${column('')}`,
      `projects?column=${column('')}`,
      `summary?by=stage&column=${column('')}`,
      `charts/breakdown.svg?${by}`,
      `charts/stage_time.svg?versus=column:${column('')}`,
      `explanations/breakdown_count?counted=count&stack=stage&${by}`,
      `explanations/breakdown_count?counted=count&by=stage&stack=none&column=${column('')}`,
    ])
      expect([path, (await api.send('GET', `/api/v1/${path}`, viewer as never)).status]).toEqual([
        path,
        403,
      ]);
  });

  test('that is gone is named by the report in place of its saved chart', async () => {
    const save = async ({
      title,
      ...view
    }: {
      readonly title: string;
      readonly [name: string]: string;
    }) => {
      const body = {
        title,
        is_shared: true,
        is_pinned: false,
        is_in_report: true,
        view: { chart: 'breakdown', ...view },
      };
      expect((await api.send('POST', '/api/v1/saved-charts', { body })).status).toBe(201);
    };
    await save({ title: 'By risk', by: `column:${heading}` });
    await save({ title: 'By programme', by: 'column:Programme' });
    await save({ title: 'Of a programme', column: 'Programme:A' });
    const report = JSON.stringify(await api.get<object>('/api/v1/report?lang=en'));
    for (const [title, isGone] of [
      ['By risk', false],
      ['By programme', true],
      ['Of a programme', true],
    ] as const)
      expect([title, report.includes(`“${title}” can’t be drawn any more`)]).toEqual([
        title,
        isGone,
      ]);
  });
});
