import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Overview } from '#domain/overview/overview.ts';
import { schemas } from '#contract/schemas.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const viewer = { id: 'v', name: 'V', mode: 'account', role: 'viewer' } as const;

describe.each(engines)('decisions as marks of a chart on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    const values = ['2021-03', '2021-04'].map((period) => ({
      indicator: 'companies',
      period,
      value: '3',
    }));
    await api.send('POST', '/api/v1/observations', { body: { values } });
    const body = {
      subject: 'target',
      subject_id: 'companies',
      text: 'CANARY suppliers',
      decided_on: '2021-04-20',
    };
    expect((await api.send('POST', '/api/v1/decisions', { body })).status).toBe(201);
  });
  afterEach(() => api.close());
  const read = async (path: string) => (await api.send('GET', path)).text();

  test('the overview has the mark for its target, up to the day', async () => {
    const overview = JSON.parse(await read('/api/v1/overview')) as Overview;
    expect(schemas.overview.reply.safeParse(overview).error).toBeUndefined();
    expect(overview.targets.find(({ indicator }) => indicator === 'companies')?.marks).toEqual([
      { kind: 'decision', date: '2021-04-20', text: 'CANARY suppliers' },
    ]);
    expect(await read('/api/v1/overview?as_of=2021-04-19')).not.toContain('CANARY');
  });

  test('files of the chart have it unless it is turned off', async () => {
    const path = '/api/v1/charts/progress.csv?measure=companies&lang=en';
    expect(await read(path)).toContain('CANARY');
    expect(await read(`${path}&marks=off`)).not.toContain('CANARY');
    const refusal = await api.send('GET', `${path}&marks=on`);
    expect(refusal.status).toBe(400);
  });

  test('a viewer gets none, on the overview and in the report', async () => {
    for (const path of ['/api/v1/overview', '/api/v1/report?lang=en']) {
      const response = await api.send('GET', path, { env: { principal: viewer } });
      expect([path, response.status]).toEqual([path, 200]);
      expect([path, (await response.text()).includes('CANARY')]).toEqual([path, false]);
    }
  });
});
