import { afterEach, describe, expect, it } from 'vitest';
import type { Principal } from '#server/core/policy.ts';
import { analysisChartIds } from '#charts/labels/analysis-names.ts';
import { recordEvent } from '#server/audit/store.ts';
import { firstAdmin } from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { openReminderApi } from '../../setup/api/reminders.ts';
import { engines } from '../../setup/api/stores.ts';

let api: TestApi;
afterEach(() => api.close());

/** The keys of the data that a page is sent with, by the first word of each. */
async function startingKeys(path: string, role: Principal['role']): Promise<readonly string[]> {
  api = await openApi(undefined, {
    renderPage: async ({ queries }) => ({
      html: JSON.stringify(
        queries.map(([key]) => {
          const text = JSON.stringify(key);
          const period = /"period":"([^"]+)"/.exec(text)?.[1];
          if (period !== undefined) return `${key[0]} of ${period}`;
          return text.includes('owner') ? `${key[0]} of an owner` : key[0];
        }),
      ),
    }),
  });
  const principal: Principal = { id: role, name: role, mode: 'account', role };
  const response = await api.send('GET', path, { env: { principal } });
  expect(response.status).toBe(200);
  return (await response.json()) as readonly string[];
}

/** The sums of contracted, paid-in and completed money. */
const later = ['summary', 'summary', 'summary'];

describe('the starting data of a page', () => {
  it.each([
    [
      '/pipeline',
      [
        'session',
        'overview',
        'pipeline',
        ...later,
        'zone',
        'listDecisions',
        'listDeclaredStatuses',
      ],
    ],
    ['/changes', ['session', 'overview', 'changes']],
    ['/outlook', ['session', 'overview', 'outlook', 'forecasts']],
    ['/figures', ['session', 'overview', 'changes']],
    ['/forecasts', ['session', 'overview', 'forecasts']],
    ['/report', ['session', 'overview', 'report', 'zone']],
    ['/report?period=2021Q1', ['session', 'overview', 'report of 2021Q1', 'zone']],
    ['/zone', ['session', 'overview', 'zone', 'listMeasures', 'summary']],
    [
      '/projects',
      [
        ...['session', 'overview', 'listProjects', 'summary', 'zone', ...later, 'listOwners'],
        'listDeclaredStatuses',
      ],
    ],
    [
      '/projects/A01',
      [
        ...['session', 'overview', 'seenProject', 'listEvidence', 'listIssues', 'judgements'],
        ...['listDecisions', 'projectHistory', 'zone'],
      ],
    ],
    [
      '/months',
      [
        ...['session', 'overview', 'zone', 'listPeriods'],
        ...['listObservations', 'listObservations', 'listObservations'],
      ],
    ],
    [
      '/month?month=2021-03',
      [
        ...['session', 'overview', 'listRequests', 'listProposals', 'listRequests', 'zone'],
        ...['listObservations', 'listObservations', 'listObservations', 'period', 'overview'],
        ...['doubts', 'listValueEvidence', 'listOwners'],
      ],
    ],
    [
      '/requests?month=2021-03',
      ['session', 'overview', 'listRequests', 'listProposals', 'listRequests', 'zone'],
    ],
    ['/exports', ['session', 'overview', 'listDocuments', 'listExchangeRates']],
    ['/exports?industry=bio', ['session', 'overview']],
    [
      '/exports?period=2021-03',
      ['session', 'overview', 'listDocuments of 2021-03', 'listExchangeRates'],
    ],
    [
      '/import',
      ['session', 'overview', 'listImportRecipes', 'listRevisions', 'zone', 'listIndicators'],
    ],
    ['/setup', ['session', 'overview', 'zone']],
    ['/settings/targets', ['session', 'overview', 'zone']],
    ['/settings/zone', ['session', 'overview', 'zone', 'zoneVersions']],
    ['/settings/areas', ['session', 'overview', 'zone', 'zoneVersions', 'summary']],
    ['/settings/rates', ['session', 'overview', 'zone', 'listExchangeRates', 'listRemovedRates']],
    ['/settings/report', ['session', 'overview', 'zone', 'zoneVersions', 'reportFiles']],
    ['/settings/reminders', ['session', 'overview', 'zone']],
    ['/import?import=1', ['session', 'overview']],
    ['/links', ['session', 'overview', 'listLinks']],
    ['/audit', ['session', 'overview', 'audit', 'listIndicators']],
    ['/projects/%E0%A4%A', ['session', 'overview', 'zone']],
    ['/projects/no-such-code', ['session', 'overview', 'listDecisions', 'zone']],
    [
      '/pipeline?as_of=2021-02-30',
      [
        'session',
        'overview',
        'pipeline',
        ...later,
        'zone',
        'listDecisions',
        'listDeclaredStatuses',
      ],
    ],
  ])('of %s are those that the page reads first', async (path, keys) => {
    expect(await startingKeys(path, 'manager')).toEqual(keys);
  });

  it.each([
    ['/', ['listSavedCharts', ...later], ['listDeclaredStatuses']],
    ['/pipeline', ['pipeline', ...later, 'zone'], ['listDecisions', 'listDeclaredStatuses']],
    ['/changes', ['changes'], []],
  ])('of %s have nothing of owners for a viewer, who may not see them', async (path, own, more) => {
    const keys = ['session', 'overview', ...own];
    expect(await startingKeys(`${path}?owner=Li`, 'viewer')).toEqual(keys);
    await api.close();
    expect(await startingKeys(`${path}?owner=Li`, 'manager')).toEqual(
      [...keys, ...more].map((key) =>
        ['overview', 'pipeline', 'summary', 'changes'].includes(key) ? `${key} of an owner` : key,
      ),
    );
  });

  it.each([
    ['/people', 'manager', ['listOwners', 'listTokens']],
    ['/audit', 'viewer', ['listIndicators']],
    ['/month', 'viewer', ['zone', 'listPeriods']],
    ['/links', 'viewer', []],
    ['/settings/rules', 'viewer', ['zone']],
    ['/requests', 'viewer', ['zone']],
  ] as const)('of %s are only what a %s may read', async (path, role, own) => {
    expect(await startingKeys(path, role)).toEqual(['session', 'overview', ...own]);
  });

  it.each(engines)(
    'of the own account and of the reminders are read with its session on $name',
    async (engine) => {
      api = await openReminderApi(engine, {
        renderPage: async ({ queries }) => ({
          html: JSON.stringify(queries.map(([key]) => key.join(' '))),
        }),
      });
      const ada = await firstAdmin(api);
      const own = ['account', 'account second-step', 'own-digest', 'listTokens'];
      expect(await ada.json<string[]>('GET', '/account')).toEqual(expect.arrayContaining(own));
      expect(await ada.json<string[]>('GET', '/settings/reminders')).toContain('reminders');
      expect((await ada.send('GET', '/account')).headers.get('cache-control')).toBe('no-store');
    },
  );

  it('of a page whose data have no revision are read for each request, and not kept', async () => {
    api = await openApi(undefined, {
      renderPage: async ({ queries }) => ({
        html: JSON.stringify(queries.find(([key]) => key[0] === 'audit')?.[1]),
      }),
    });
    const principal: Principal = { id: 'ada', name: 'Ada', mode: 'account', role: 'manager' };
    const read = () => api.send('GET', '/audit', { env: { principal } });
    const before = await read();
    expect(before.headers.get('cache-control')).toBe('no-store');
    await api.db.write((trx) =>
      recordEvent(trx, { at: '2026-01-01T00:00:00Z', actor: principal, kind: 'signed_out' }),
    );
    expect(await before.text()).not.toContain('signed_out');
    expect(await (await read()).text()).toContain('signed_out');
  });

  it.each(analysisChartIds)('of the chart %s have what it draws', async (chart) => {
    const hasFilters = !['outlook', 'forecast_record'].includes(chart);
    const filters = hasFilters ? ['summary', 'summary', 'listOwners'] : [];
    // the register's own columns; the channels and agreements that the filters offer
    const parts = hasFilters ? ['analysis', 'analysis', 'analysis'] : ['analysis'];
    expect(await startingKeys(`/charts?chart=${chart}`, 'manager')).toEqual([
      ...['session', 'overview', ...parts, ...filters, 'analysis', 'listSavedCharts', 'zone'],
    ]);
  });

  it('of a chart are stored under its supported options and filters', async () => {
    const read = async (query: string, role: Principal['role']) => {
      api = await openApi(undefined, {
        renderPage: async ({ queries }) => ({
          html: JSON.stringify(queries.flatMap(([key]) => (key[0] === 'analysis' ? [key] : []))),
        }),
      });
      const principal: Principal = { id: role, name: role, mode: 'account', role };
      const reply = await api.send('GET', `/charts?${query}`, { env: { principal } });
      const keys: unknown = await reply.json();
      await api.close();
      return keys;
    };
    const query =
      'chart=breakdown&m=count&by=stage&stack=nonsense&form=grouped&industry=bio,%20bio';
    const offer = (by: string) => [
      ...['analysis', 'breakdown_groups'],
      { measure: 'count', by, stack: 'none' },
    ];
    const columns = ['analysis', 'columns', {}];
    expect(await read(query, 'manager')).toEqual([
      columns,
      offer('channel'),
      offer('agreement'),
      ['analysis', 'breakdown', { measure: 'count', by: 'stage', industry: 'bio' }],
    ]);
    expect(await read('chart=outlook&by=stage&scenario=delay:12', 'manager')).toEqual([
      columns,
      ['analysis', 'outlook', { scenario: 'delay:12' }],
    ]);
    expect(await read('chart=breakdown&by=owner', 'viewer')).toEqual([
      offer('agreement'),
      ['analysis', 'breakdown', {}],
    ]);
  });

  it('of the overview include a newly pinned chart', async () => {
    api = await openApi(undefined, {
      renderPage: async ({ queries }) => ({
        html: JSON.stringify(queries.find(([key]) => key[0] === 'listSavedCharts')?.[1]),
      }),
    });
    const principal: Principal = { id: 'ada', name: 'Ada', mode: 'account', role: 'manager' };
    const env = { principal };
    const read = async () => (await api.send('GET', '/', { env })).text();
    expect(await read()).not.toContain('Gap');
    const view = { chart: 'outlook' };
    const flags = { is_shared: true, is_pinned: true, is_in_report: false };
    const body = { title: 'Gap', view, ...flags };
    expect((await api.send('POST', '/api/v1/saved-charts', { env, body })).status).toBe(201);
    expect(await read()).toContain('Gap');
  });
});
