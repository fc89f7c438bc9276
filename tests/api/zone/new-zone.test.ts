import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { ownZoneName } from '#domain/zone/own-zone-name.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const register =
  '临港先进制造产业园重点项目台账（2026年10月）\r\n项目编号,项目名称,行业,项目阶段,总投资（万元）,最近更新\r\nP1,甲,生物工程,在谈,1000,2026-10-08\r\n';

describe.each(engines)('an own zone in an empty store on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine, { clock: () => new Date('2026-11-09T08:00:00Z') });
    await api.send('POST', '/api/v1/samples', { body: { sample: 'none' } });
  });
  afterEach(() => api.close());
  const create = (body: object) => api.send('POST', '/api/v1/zone', { body });
  const preview = async (): Promise<ImportPreview> => {
    const form = new FormData();
    form.set('file', new File([register], '台账.csv'));
    return (await (
      await api.send('POST', '/api/v1/imports', { body: form })
    ).json()) as ImportPreview;
  };
  const commit = async (id: string, answers: object): Promise<void> => {
    const outcome = await api.send('POST', `/api/v1/imports/${id}/commit`, { body: { answers } });
    expect(outcome.status, await outcome.clone().text()).toBe(200);
  };

  test('is created by its name in one language, and has an overview', async () => {
    const response = await create({ name: { ja: '臨海団地' }, base_currency: 'JPY' });
    expect(response.status, await response.clone().text()).toBe(201);
    const zone = await api.get<ZoneProfile>('/api/v1/zone');
    expect(zone).toMatchObject({
      origin: 'own',
      name: { en: '臨海団地' },
      base_currency: 'JPY',
      targets: [],
      indicators: [],
    });
    expect((await api.get<Overview>('/api/v1/overview')).targets).toEqual([]);
  });
  test('is created once: the second manager gets a conflict', async () => {
    await create({ name: { en: 'Harbour' }, base_currency: 'EUR' });
    const second = await create({ name: { en: 'Other' }, base_currency: 'EUR' });
    expect([second.status, (await api.get<ZoneProfile>('/api/v1/zone')).name.en]).toEqual([
      409,
      'Harbour',
    ]);
  });
  test.each([
    [{ name: { en: ' ' }, base_currency: 'EUR' }],
    [{ name: {}, base_currency: 'EUR' }],
    [{ name: { en: 'x'.repeat(201) }, base_currency: 'EUR' }],
    [{ name: { en: 'Harbour' }, base_currency: 'euro' }],
    [{ name: { en: 'Harbour\u0000' }, base_currency: 'EUR' }],
    [{ name: { en: 'Harbour' } }],
  ])('is not created from %j', async (body) => {
    expect((await create(body)).status).toBe(400);
  });
  test('takes its name from the title of the first register, without a question', async () => {
    const read = await preview();
    expect(read.questions.map(({ id, default: answer }) => [id, answer])).toContainEqual([
      'zone_name',
      '临港先进制造产业园',
    ]);
    expect(read.questions.filter(({ default: answer }) => answer === undefined)).toEqual([]);
    await commit(read.id, {});
    expect((await api.get<ZoneProfile>('/api/v1/zone')).name['zh-CN']).toBe('临港先进制造产业园');
  });
  test('keeps a name that was given before the register', async () => {
    await create({ name: { en: 'Harbour' }, base_currency: 'CNY' });
    const read = await preview();
    expect(read.questions.filter(({ default: answer }) => answer === undefined)).toEqual([]);
    await commit(read.id, {});
    const zone = await api.get<ZoneProfile>('/api/v1/zone');
    expect([zone.name.en, zone.industries.map(({ name }) => name.en)]).toEqual([
      'Harbour',
      ['Bioengineering'],
    ]);
  });
});

describe.each(engines)('an own zone that starts from an example on $name', (engine) => {
  test.each([['sample'], ['example_zone']])(
    'from the %s, it has no name until a person names it, and no published figures of another zone',
    async (sample) => {
      const api = await openApi(engine);
      const response = await api.send('POST', '/api/v1/samples', { body: { sample } });
      expect(response.status, await response.clone().text()).toBe(200);
      const facts = { name: 'Heat pumps' };
      const body = { code: 'OWN-1', stage: 'lead', facts };
      expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
      const zone = await api.get<ZoneProfile>('/api/v1/zone');
      const { origin, name, short_name } = zone;
      expect([origin, name, short_name]).toEqual(['own', ownZoneName, ownZoneName]);
      const { published, partners, standing, area_km2 } = zone;
      expect({ published, partners, standing, area_km2 }).toEqual({ published: [], partners: [] });
      const overview = await api.get<Overview>('/api/v1/overview');
      expect(overview.zone.name).toEqual(ownZoneName);
      expect(overview.headline.established_investment).toBeUndefined();
      const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
      const named = await api.send('PATCH', '/api/v1/zone', {
        body: { name: { ...ownZoneName, en: 'Harbour' }, reason: 'Named' },
        headers: { 'if-match': etag },
      });
      expect(named.status, await named.clone().text()).toBe(200);
      const inAll = { 'zh-CN': 'Harbour', ja: 'Harbour', en: 'Harbour' };
      expect((await api.get<ZoneProfile>('/api/v1/zone')).name).toEqual(inAll);
      await api.close();
    },
  );
});
