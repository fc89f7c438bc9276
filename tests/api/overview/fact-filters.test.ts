import { afterEach, describe, expect, test } from 'vitest';
import { breakdownTable } from '#charts/breakdown/data/table.ts';
import type { CellFilters } from '#charts/kit/table.ts';
import type { ProjectPage } from '#contract/projects/project-schemas.ts';
import type { Breakdown } from '#domain/analysis/breakdown.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Explanation } from '#contract/measures/schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { joinItems } from '#domain/overview/register-filter.ts';
import type { Pipeline } from '#domain/projects/pipeline.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const viewer = {
  env: { principal: { id: 'v', name: 'v', mode: 'account', role: 'viewer' } },
} as const;
const fair = 'Fair, "Qingdao 100%"';
const facts = [
  ['F1', 'negotiation', { source_channel: fair, agreement_type: 'framework' }],
  ['F2', 'negotiation', { source_channel: ` ${fair} `, agreement_type: 'framework' }],
  ['F3', 'lead', { source_channel: 'Bank', agreement_type: 'memorandum' }],
  ['F4', 'signed', { source_channel: 'Bank', agreement_type: 'contract' }],
  ['F5', 'lead', {}],
] as const;
const writeQuery = (filters: CellFilters): string =>
  Object.entries(filters)
    .map(([name, values]) => `${name}=${encodeURIComponent(joinItems(values) ?? '')}`)
    .join('&');

describe.each(engines)('a filter by channel and agreement on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const open = async () => {
    api = await openApi(engine);
    for (const [code, stage, own] of facts) {
      const body = { code, stage, valid_from: '2021-01-04', facts: { name: code, ...own } };
      expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
    }
    const etag = (await api.send('GET', '/api/v1/projects/F1')).headers.get('etag') ?? '';
    const body = { facts: { agreement_type: 'contract' }, valid_from: '2021-03-01' };
    const headers = { 'if-match': etag };
    expect((await api.send('PATCH', '/api/v1/projects/F1', { body, headers })).status).toBe(200);
  };
  const list = async (query: string): Promise<string[]> => {
    const { items } = await api.get<ProjectPage>(`/api/v1/projects?${query}&limit=500`);
    return items.map(({ code }) => code).toSorted();
  };

  test('finds a contract that followed a framework agreement, on its day and as it was known', async () => {
    await open();
    expect(await list('agreement=framework_contract')).toEqual(['F1']);
    expect(await list('agreement=framework')).toEqual(['F2']);
    expect(await list('agreement=contract')).toEqual(['F4']);
    expect(await list('agreement=framework&as_of=2021-02-15')).toEqual(['F1', 'F2']);
    expect(await list(`channel=${encodeURIComponent(joinItems([fair]) ?? '')}`)).toEqual([
      'F1',
      'F2',
    ]);
    expect(await list('channel=Bank&agreement=memorandum,contract')).toEqual(['F3', 'F4']);
    expect(await list("channel=' or 1=1 --")).toEqual([]);
  });

  test.each(['channel', 'agreement'])(
    'every cell of a breakdown by %s links to the projects that it counts',
    async (by) => {
      await open();
      const [overview, breakdown] = await Promise.all([
        api.get<Overview>('/api/v1/overview'),
        api.get<Breakdown>(`/api/v1/analysis/breakdown?measure=count&by=${by}&stack=stage`),
      ]);
      const { columns, rows, leads, row_of } = breakdownTable(overview, breakdown, 'en');
      let checks = 0;
      for (const [row, cells] of rows.entries())
        for (const [at, { id }] of columns.entries()) {
          const lead = leads?.[row]?.[at];
          if (lead === null || lead === undefined || id === 'group') continue;
          expect([id, await list(writeQuery(lead))]).toHaveLength(2);
          expect((await list(writeQuery(lead))).length).toBe(Number(cells[at]));
          checks += 1;
        }
      expect(checks).toBeGreaterThan(5);
      expect(row_of?.some((of) => of?.['key'] !== undefined && of['key'] !== '')).toBe(true);
    },
  );

  test('narrows overview, pipeline, changes and explanations to the same projects', async () => {
    await open();
    const query = 'agreement=framework,framework_contract';
    const overview = await api.get<Overview>(`/api/v1/overview?${query}`);
    expect([overview.projects_total, overview.filtered?.of]).toEqual([2, 5]);
    const pipeline = await api.get<Pipeline>(`/api/v1/pipeline?${query}`);
    expect(pipeline.pipeline?.count).toBe(2);
    const changes = await api.get<RegisterChanges>(`/api/v1/changes?from=2021-02-15&${query}`);
    expect(changes.bridge.groups.map(({ steps }) => steps.at(-1)?.count)).toContain(2);
    const rows = await api.get<Explanation>(
      `/api/v1/explanations/stage_projects?stage=pipeline&${query}`,
    );
    expect(rows.rows).toMatchObject({ kind: 'projects', total: 2 });
    for (const part of ['breakdown?measure=count&by=stage&', 'stage-time?', 'completeness?']) {
      const answer = await api.get<object>(`/api/v1/analysis/${part}${query}`);
      const whole = await api.get<object>(`/api/v1/analysis/${part}`);
      expect(JSON.stringify(answer)).not.toBe(JSON.stringify(whole));
    }
  });

  test('a viewer can filter by agreement and never by channel', async () => {
    await open();
    const status = async (address: string) =>
      (await api.send('GET', address, viewer as never)).status;
    expect(await status('/api/v1/charts/pipeline.svg?channel=Bank')).toBe(403);
    for (const path of ['overview', 'pipeline', 'projects', 'summary']) {
      const more = path === 'summary' ? 'by=stage&' : '';
      expect([path, await status(`/api/v1/${path}?${more}channel=Bank`)]).toEqual([path, 403]);
      expect([path, await status(`/api/v1/${path}?${more}agreement=framework`)]).toEqual([
        path,
        200,
      ]);
    }
  });
});
