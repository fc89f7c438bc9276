import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#contract/core/problem-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const source = { source: 'Notice 3', date: '2024-05-01' };

describe.each(engines)('the settings of a zone on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());
  const send = async (body: object) => {
    const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    return api.send('PATCH', '/api/v1/zone', {
      body: { reason: 'ours', ...body },
      headers: { 'if-match': etag },
    });
  };
  const change = async (body: object): Promise<ZoneProfile> => {
    const response = await send(body);
    const zone: unknown = await response.json();
    expect([response.status, response.status === 200 ? [] : zone]).toEqual([200, []]);
    expect(schemas.zone.reply.safeParse(zone).error?.issues ?? []).toEqual([]);
    return zone as ZoneProfile;
  };
  const faultsOf = async (body: object) => {
    const response = await send(body);
    const { errors = [] } = (await response.json()) as Problem;
    return [response.status, ...errors.map(({ path }) => path)];
  };

  test('every name is enough in one language; the others take it, and given texts stay', async () => {
    const zone = await change({
      name: { ja: '滨江' },
      short_name: { en: 'Riverside', ja: '' },
      theme: { en: 'Clean energy' },
      function_zones: [{ id: 'north', name: { en: 'North' } }],
      industries: [
        { id: 'bio', name: { en: 'Biology' }, short: { en: 'Bio', ja: 'バイオ' }, colour: 'bio' },
      ],
      phases: [{ id: 'one', name: { en: 'One' }, start: '2024-01-01', end: '2024-12-31' }],
      stage_words: { signed: { en: 'Under contract' } },
      partners: [{ id: 'bank', type: 'other', name: { 'zh-CN': '银行' }, ...source }],
      published: [
        {
          id: 'f1',
          value: '7',
          unit: 'items',
          name: { en: 'Roads' },
          note: { en: 'n' },
          ...source,
        },
      ],
      sources: [{ id: 'notice', title: { en: 'Notice' }, date: '2024-05-01' }],
    });
    const all = (text: string) => ({ 'zh-CN': text, ja: text, en: text });
    expect(zone).toMatchObject({
      name: all('滨江'),
      short_name: all('Riverside'),
      theme: all('Clean energy'),
      function_zones: [{ name: all('North') }],
      industries: [{ name: all('Biology'), short: { 'zh-CN': 'バイオ', ja: 'バイオ', en: 'Bio' } }],
      phases: [{ name: all('One') }],
      stage_words: { signed: all('Under contract') },
      partners: [{ name: all('银行') }],
      published: [{ name: all('Roads'), note: all('n') }],
      sources: [{ title: all('Notice') }],
    });
  });

  test('a name in no language is rejected at its field, and nothing is stored', async () => {
    const before = await api.get<ZoneProfile>('/api/v1/zone');
    const blank = { en: ' ', ja: '' };
    for (const [body, path] of [
      [{ name: {} }, 'name'],
      [{ name: blank }, 'name.zh-CN'],
      [{ partners: [{ id: 'a', type: 'other', name: blank, ...source }] }, 'partners.a.name.zh-CN'],
      [{ sources: [{ id: 'a', title: blank, date: '2024-01-01' }] }, 'sources.a.title.zh-CN'],
      [
        { published: [{ id: 'a', value: '1', unit: 'items', name: blank, ...source }] },
        'published.a.name.zh-CN',
      ],
    ] as const)
      expect((await faultsOf(body)).slice(0, 2)).toEqual([400, path]);
    for (const name of [null, 'x', [], { en: 1 }, { fr: 'x' }, { en: 'x', fr: 'x' }])
      expect((await send({ name })).status).toBe(400);
    expect(await api.get<ZoneProfile>('/api/v1/zone')).toEqual(before);
  });

  test('partners are dated: one that ended keeps its days, and none ends before it began', async () => {
    const one = { id: 'a', type: 'finance', name: { en: 'A' }, ...source };
    const zone = await change({ partners: [{ ...one, ended: '2025-01-01' }] });
    expect(zone.partners[0]).toMatchObject({ date: '2024-05-01', ended: '2025-01-01' });
    expect(await faultsOf({ partners: [{ ...one, ended: '2024-04-30' }] })).toEqual([
      400,
      'partners.0.ended',
    ]);
    expect((await send({ partners: [one, one] })).status).toBe(400);
    expect((await send({ partners: [{ ...one, type: 'friend' }] })).status).toBe(400);
  });

  test('a figure is published several times with several days, and once a day', async () => {
    const fact = { id: 'local_government_partners', value: '7', unit: 'items', source: 'Notice 3' };
    const days = ['2024-05-01', '2025-05-01', '2026-05-01'].map((date, at) => ({
      ...fact,
      date,
      value: String(7 + at * 2),
    }));
    expect((await change({ published: days })).published.map(({ value }) => value)).toEqual([
      '7',
      '9',
      '11',
    ]);
    expect(await faultsOf({ published: [...days, { ...days[2], value: '12' }] })).toEqual([
      400,
      'published.local_government_partners 2026-05-01.date',
    ]);
  });

  test('a function zone has the word of the register as its id, so that its projects are found', async () => {
    const word = '北区（一期）';
    const zone = await change({ function_zones: [{ id: word, name: { 'zh-CN': word } }] });
    expect(zone.function_zones[0]?.name.en).toBe(word);
    for (const wrong of ['', ' ', 'x'.repeat(201), '\u0000'])
      expect((await send({ function_zones: [{ id: wrong, name: { en: 'x' } }] })).status).toBe(400);
  });

  // seen to fail: the API took names of 4,000 characters, of which the form takes 200
  test('a zone has names of at most 200 and 60 characters, and a longer stored name stays readable', async () => {
    const longText = 'x'.repeat(4000);
    for (const [field, most] of [
      ['name', 200],
      ['short_name', 60],
    ] as const) {
      const longest = 'x'.repeat(most);
      expect((await change({ [field]: { en: longest } }))[field].ja).toBe(longest);
      for (const length of [most + 1, 4000])
        expect(await faultsOf({ [field]: { en: 'x'.repeat(length) } })).toEqual([
          400,
          `${field}.en`,
        ]);
    }
    const word = { en: 'x'.repeat(201) };
    const day = { start: '2026-01-01', end: '2026-12-31' };
    for (const changes of [
      { function_zones: [{ id: 'north', name: word }] },
      { phases: [{ id: 'first', name: word, ...day }] },
    ])
      expect(await faultsOf(changes)).toEqual([400, expect.stringMatching(/\.0\.name\.en$/)]);
    expect(await (await send({ name: word })).json()).toMatchObject({
      detail: 'Correct name.en: must have at most 200 characters.',
    });
    const zone = await api.get<ZoneProfile>('/api/v1/zone');
    const longName = { ...zone, name: { ...zone.name, en: longText } };
    expect(schemas.zone.reply.safeParse(longName).error?.issues ?? []).toEqual([]);
  });

  test('null removes optional fields of a zone, and no others', async () => {
    await change({ area_km2: '3.5', standing: { en: 'National' }, theme: { en: 'Green' } });
    const { area_km2, standing, theme } = await change({
      area_km2: null,
      standing: null,
      theme: null,
      phase_note: null,
    });
    expect([area_km2, standing, theme]).toEqual([undefined, undefined, undefined]);
    for (const key of ['name', 'partners', 'published', 'stage_words', 'link_policy', 'thresholds'])
      expect([key, (await send({ [key]: null })).status]).toEqual([key, 400]);
  });
});
