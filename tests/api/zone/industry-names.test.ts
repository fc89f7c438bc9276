import { afterEach, describe, expect, test } from 'vitest';
import type { Overview } from '#domain/overview/overview.ts';
import { languages } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { importTable } from '../../setup/api/import-table.ts';
import { engines } from '../../setup/api/stores.ts';

const text =
  'Project ID,Project name,Industry,Stage,Total investment (MAD million)\n' +
  'K1,Atlas,Aéronautique,Signed,30\nK2,Rif,Agroalimentaire,Signed,20\n';

describe.each(engines)('the names of own industries on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());

  test('are those of the reader’s language, and the word of the register where there is none', async () => {
    api = await openApi(engine, { clock: () => new Date('2026-11-09T08:00:00Z') });
    await importTable(api, {
      text,
      file: 'registre-2026-10-31.csv',
      answers: { file_kind: 'other_zone', zone_name: 'Kénitra' },
    });
    const { industries } = await api.get<ZoneProfile>('/api/v1/zone');
    const body = {
      industries: industries.map((one) =>
        one.id === 'Aéronautique'
          ? { ...one, name: { ...one.name, en: 'Aerospace', 'zh-CN': '航空航天' } }
          : one,
      ),
      reason: 'Names',
    };
    const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    const answer = await api.send('PATCH', '/api/v1/zone', { body, headers: { 'if-match': etag } });
    expect(answer.status, await answer.clone().text()).toBe(200);
    const { zone } = await api.get<Overview>('/api/v1/overview');
    expect(zone.industries.find(({ id }) => id === 'Aéronautique')?.name).toMatchObject({
      en: 'Aerospace',
      'zh-CN': '航空航天',
      ja: 'Aéronautique',
    });
    const namesOf = await Promise.all(
      languages.map(async (language) => {
        const file = await api.send('GET', `/api/v1/charts/breakdown.csv?lang=${language}`);
        const csv = await file.text();
        return ['航空航天', 'Aerospace', 'Agroalimentaire'].filter((word) => csv.includes(word));
      }),
    );
    expect(namesOf).toEqual([
      ['航空航天', 'Agroalimentaire'],
      ['Agroalimentaire'],
      ['Aerospace', 'Agroalimentaire'],
    ]);
  });
});
