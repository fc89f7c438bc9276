import { afterEach, describe, expect, test } from 'vitest';
import type { Overview } from '#domain/overview/overview.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('targets beside the facts of projects on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());

  test('projects, their jobs and their investment are the value of no target', async () => {
    api = await openApi(engine);
    for (const at of [1, 2, 3]) {
      const facts = {
        name: `Pumps ${at}`,
        company: `Pumps ${at} Ltd`,
        investor: `Pumps group ${at}`,
        jobs_plan: 900,
        jobs_actual: 300,
        'amounts.total_investment': { money: { minor: '700000000', currency: 'CNY' } },
      };
      const body = { code: `P-${at}`, stage: 'operation', valid_from: '2021-04-01', facts };
      const response = await api.send('POST', '/api/v1/projects', { body });
      expect(response.status, await response.clone().text()).toBe(201);
    }
    const { targets, strip } = await api.get<Overview>('/api/v1/overview');
    expect(strip.groups.find(({ group }) => group === 'established')?.count).toBe(3);
    for (const id of ['companies', 'jobs', 'industrial_output']) {
      const row = targets.find(({ indicator }) => indicator === id);
      expect([id, row?.now, row?.completion, row?.gap]).toEqual([
        id,
        undefined,
        undefined,
        undefined,
      ]);
      expect(row?.missing).toBe('not_reported');
    }
  });
});
