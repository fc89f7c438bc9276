import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { industryMarks } from '#domain/zone/industries.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Industry } from '#domain/zone/zone.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const ten = [
  '节能环保',
  'Materials',
  'エネルギー',
  '港口',
  '物流',
  '医药',
  '汽车',
  '航空航天',
  '农业',
  '金融',
];
const register = (industries: readonly string[]): string =>
  [
    '项目编号,项目名称,行业,项目阶段,总投资（万元）,最近更新',
    ...industries.map(
      (industry, at) => `P${at},项目${at},${industry},在谈,${1000 + at},2021-05-08`,
    ),
  ].join('\r\n');

describe.each(engines)('the industries of an imported register on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());

  const importRegister = async (industries: readonly string[], answers: object): Promise<void> => {
    const form = new FormData();
    form.set('file', new File([register(industries)], '台账.csv'));
    const preview = (await (
      await api.send('POST', '/api/v1/imports', { body: form })
    ).json()) as ImportPreview;
    const outcome = await api.send('POST', `/api/v1/imports/${preview.id}/commit`, {
      body: { answers: { edition_change: 'accept', ...answers } },
    });
    expect(outcome.status, await outcome.clone().text()).toBe(200);
    await (outcome.json() as Promise<ImportCommit>);
  };
  const industries = async (): Promise<readonly Industry[]> =>
    (await api.get<Overview>('/api/v1/overview')).zone.industries;

  test('get up to eight marks, a translation if built in, and the same marks in later editions', async () => {
    await importRegister(ten, { file_kind: 'other_zone', zone_name: '北园', as_of: '2021-05-08' });
    const first = await industries();
    expect(first).toHaveLength(10);
    expect(first.filter(({ colour }) => colour === 'other')).toHaveLength(2);
    expect(new Set(first.map(({ colour }) => colour)).size).toBe(industryMarks.length + 1);
    expect(first.find(({ id }) => id === 'eco')?.name).toMatchObject({ ja: '省エネ・環境保護' });
    expect(first.find(({ id }) => id === 'energy')?.colour).toBe('energy');
    await importRegister([...ten, '文旅'].toReversed(), { as_of: '2021-06-08' });
    const later = await industries();
    expect(later.slice(0, 10)).toEqual(first);
    expect(later.at(-1)).toMatchObject({ id: '文旅', colour: 'other' });
  });

  test("are saved with the zone's settings in any language", async () => {
    await importRegister(ten, { file_kind: 'other_zone', zone_name: '北园', as_of: '2021-05-08' });
    const mine = (await industries()).map((industry) =>
      industry.id === '港口' ? { ...industry, short: { ...industry.short, en: 'Port' } } : industry,
    );
    const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    const body = { industries: mine, reason: 'a short name' };
    expect(
      (await api.send('PATCH', '/api/v1/zone', { body, headers: { 'if-match': etag } })).status,
    ).toBe(200);
    expect((await industries()).find(({ id }) => id === '港口')?.short.en).toBe('Port');
  });

  test('get a mark when a user enters a new one with a project', async () => {
    await importRegister(ten.slice(0, 3), {
      file_kind: 'other_zone',
      zone_name: '北园',
      as_of: '2021-05-08',
    });
    const body = {
      code: 'N1',
      stage: 'lead',
      valid_from: '2021-05-09',
      facts: { name: '新项目', industry: '港口' },
      reason: 'a new lead',
    };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
    expect((await industries()).find(({ id }) => id === '港口')?.colour).toBe('bio');
  });

  test('keep their names in the files of a chart', async () => {
    await importRegister(ten, { file_kind: 'other_zone', zone_name: '北园', as_of: '2021-05-08' });
    const file = await (await api.send('GET', '/api/v1/charts/pipeline.csv?lang=ja')).text();
    for (const name of ['省エネ・環境保護', '港口', '金融']) expect(file).toContain(`,${name},`);
  });
});
