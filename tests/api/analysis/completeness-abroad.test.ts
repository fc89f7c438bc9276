import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Completeness } from '#domain/analysis/completeness.ts';
import type { Explanation } from '#contract/measures/schemas.ts';
import { isApplicable } from '#domain/projects/fields/chinese-fields.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('completeness of a zone abroad on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());

  // seen to fail: registers of Mexico and Italy lacked credit codes, national codes and areas in mu
  test('a zone abroad lacks no code of China and no area in mu', async () => {
    await api.send('POST', '/api/v1/samples', { body: { sample: 'none' } });
    const zone = { name: { en: 'Harbour' }, base_currency: 'EUR' };
    expect((await api.send('POST', '/api/v1/zone', { body: zone })).status).toBe(201);
    const facts = { name: 'Heat pumps', site_mode: 'land', owner: 'Ana' };
    const body = { code: 'B01', stage: 'registered', valid_from: '2021-04-01', facts };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
    const quality = await api.get<Completeness>('/api/v1/analysis/completeness');
    const fields = quality.fields.map(({ field }) => field);
    expect(fields).toContain('amounts.total_investment');
    expect(fields.filter((field) => !isApplicable(field, true))).toEqual([]);
    expect(quality.owners?.[0]?.applicable).toBe(fields.length);
    const explain = (subject: string) =>
      api.get<Explanation>(`/api/v1/explanations/field_projects?${subject}&state=missing`);
    const { rows } = await explain('by=owner&key=Ana');
    expect(rows).toMatchObject({
      total: 1,
      items: [{ adds: { value: String(quality.owners?.[0]?.missing) } }],
    });
    expect((await explain('field=uscc')).rows).toMatchObject({ total: 0 });
  });
});
