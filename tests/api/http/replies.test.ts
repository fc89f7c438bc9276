import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Overview } from '#domain/overview/overview.ts';
import type { Summary } from '#contract/projects/project-schemas.ts';
import { summaryKeys } from '#domain/projects/project.ts';
import { activeProjects } from '#domain/overview/active-projects.ts';
import { documentFiles } from '#contract/exports/constants.ts';
import { endpoints } from '#contract/endpoints.ts';
import type { ProjectPage } from '#contract/projects/project-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { z } from '#contract/core/zod.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { draft, maker } from '../../setup/api/links.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('the API on $name', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  const reads = [
    ['health', '/api/v1/health'],
    ['session', '/api/v1/session'],
    ['zone', '/api/v1/zone'],
    ['overview', '/api/v1/overview'],
    ['overview', '/api/v1/overview?as_of=2020-12-31&compare=yoy&plan=straight'],
    ['overview', '/api/v1/overview?as_of=2025-12-31&compare=none'],
    ['listProjects', '/api/v1/projects'],
    ['project', '/api/v1/projects/A01'],
    ['summary', '/api/v1/summary?by=stage'],
    ['listIndicators', '/api/v1/indicators'],
    ['listObservations', '/api/v1/indicators/companies/observations'],
    ['listRevisions', '/api/v1/revisions'],
    ['listCharts', '/api/v1/charts?lang=ja'],
  ] as const;
  test.each(reads)('%s responds to %s as its schema describes', async (id, path) => {
    const reply: z.ZodType = schemas[id].reply;
    const result = reply.safeParse(await api.get(path));
    expect(result.error?.issues ?? []).toEqual([]);
  });

  test('the overview holds the six figures of the mission with their labels', async () => {
    const { headline, targets } = await api.get<Overview>('/api/v1/overview');
    expect(headline.established).toMatchObject({ value: '7', data_status: 'reported' });
    expect(headline.established_investment).toMatchObject({
      value: '2800000000',
      unit: 'CNY',
      qualifier: 'about',
      data_status: 'reported',
    });
    expect(headline.pipeline).toMatchObject({ value: '20', data_status: 'reported' });
    const target = (id: string) => targets.find((row) => row.indicator === id);
    expect(target('companies')).toMatchObject({ target: '200', comparator: '>' });
    expect(target('industrial_output')).toMatchObject({ target: '35000000000', comparator: '>' });
    expect(target('jobs')?.target).toBe('35000');
    expect(targets).toHaveLength(4);
  });

  test('paging returns every project once, in each order', async () => {
    for (const sort of ['code', '-total_investment', 'name', '-last_update', 'stage', '-status']) {
      const pageCodes: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: ProjectPage = await api.get(
          `/api/v1/projects?limit=10&sort=${sort}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        expect(page.total).toBe(30);
        pageCodes.push(...page.items.map((p) => p.code));
        cursor = page.nextCursor;
      }
      expect(new Set(pageCodes).size).toBe(30);
      expect(pageCodes).toHaveLength(30);
    }
  });

  test('the groups of every grouping add up to the total, and money is an integer in a string', async () => {
    for (const by of summaryKeys) {
      const { groups, total } = await api.get<Summary>(`/api/v1/summary?by=${by}`);
      expect(groups.reduce((sum, g) => sum + g.count, 0)).toBe(27);
      expect(total?.count).toBe(27);
      const sum = groups.flatMap((g) => g.amounts).reduce((s, m) => s + BigInt(m.minor), 0n);
      expect(total?.amounts).toEqual([{ currency: 'CNY', minor: String(sum) }]);
    }
  });

  test('a summary counts active projects or the requested status, and lists the others by status', async () => {
    const { total, left_out } = await api.get<Summary>('/api/v1/summary?by=stage');
    expect(total).toMatchObject({
      count: 27,
      undisclosed: 3,
      amounts: [{ currency: 'CNY', minor: '792000000000' }],
    });
    expect(left_out).toEqual([
      {
        key: 'on_hold',
        count: 1,
        undisclosed: 0,
        amounts: [{ currency: 'CNY', minor: '40000000000' }],
      },
      {
        key: 'withdrawn',
        count: 1,
        undisclosed: 0,
        amounts: [{ currency: 'CNY', minor: '9000000000' }],
      },
      {
        key: 'lost',
        count: 1,
        undisclosed: 0,
        amounts: [{ currency: 'CNY', minor: '28000000000' }],
      },
    ]);
    expect(activeProjects(await api.get<Overview>('/api/v1/overview'))).toBe(total?.count);
    const summary = await api.get<Summary>('/api/v1/summary?by=stage&status=lost');
    expect([summary.total?.count, summary.left_out]).toEqual([1, []]);
    const leads = await api.get<Summary>('/api/v1/summary?by=status&stage=lead');
    expect([leads.groups.map(({ key }) => key), leads.left_out.map(({ key }) => key)]).toEqual([
      ['active'],
      ['on_hold', 'withdrawn'],
    ]);
  });

  test('an unknown code, indicator, revision or address is a 404 that names the valid ones', async () => {
    for (const path of [
      '/api/v1/projects/nope',
      '/api/v1/indicators/nope/observations',
      '/api/v1/imports/nope',
      '/api/v1/charts/nope.png',
      '/api/v2',
      '/api/v1/charts/targets.gif',
    ]) {
      const response = await api.send('GET', path);
      expect([path, response.status, response.headers.get('content-type')]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
      ]);
      expect(((await response.json()) as { detail: string }).detail.length).toBeGreaterThan(10);
    }
  });

  test('the document describes every endpoint', async () => {
    const { openapi, paths } = await api.get<{
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    }>('/api/openapi.json');
    expect(openapi).toBe('3.1.0');
    for (const { method, path } of Object.values(endpoints))
      expect(paths[path.replace(/:([a-z]+)/g, '{$1}')]?.[method.toLowerCase()]).toBeDefined();
  });

  test('the document gives the status and the media type of each reply', async () => {
    type Schemas = Record<
      string,
      Record<string, { responses: Record<string, { content: Record<string, unknown> }> }>
    >;
    const { paths } = await api.get<{ paths: Schemas }>('/api/openapi.json');
    const of = ({ method, path }: { readonly method: string; readonly path: string }) =>
      paths[path.replace(/:([a-z]+)/g, '{$1}')]?.[method.toLowerCase()]?.responses ?? {};
    const link = await api.send('POST', endpoints.createLink.path, {
      body: { name: 'Ministry', ...draft },
      env: maker,
    });
    const statuses = Object.keys(of(endpoints.createLink));
    expect([link.status, statuses.filter((status) => status.startsWith('2'))]).toEqual([
      201,
      ['201'],
    ]);
    expect(statuses).toEqual(expect.arrayContaining(['400', '401', '403', 'default']));
    for (const file of documentFiles.filter((name) => !name.startsWith('report'))) {
      const { headers } = await api.send('GET', endpoints.document.path.replace(':file', file));
      expect(Object.keys(of(endpoints.document)['200']?.content ?? {})).toContain(
        headers.get('content-type')?.split(';')[0],
      );
    }
  });
});
