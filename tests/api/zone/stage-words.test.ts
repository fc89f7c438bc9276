import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Overview } from '#domain/overview/overview.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const words = {
  signed: { 'zh-CN': '签约项目', ja: '契約案件', en: 'Under contract' },
  lead: { 'zh-CN': '线索项目', ja: '引合い案件', en: 'Prospect' },
};

describe.each(engines)('the words of a zone for its stages on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());
  const change = async (body: object) => {
    const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    return api.send('PATCH', '/api/v1/zone', {
      body: { ...body, reason: 'our own words' },
      headers: { 'if-match': etag },
    });
  };
  const zone = async (query = '') => (await api.get<Overview>(`/api/v1/overview${query}`)).zone;

  test('they are in the overview, the charts and their files, in each language, and a stage without any has its usual name', async () => {
    expect((await change({ stage_words: words })).status).toBe(200);
    expect((await zone()).stage_words).toEqual(words);
    for (const [lang, own, word] of [
      ['zh-CN', '签约项目', '在谈'],
      ['ja', '契約案件', '商談中'],
      ['en', 'Under contract', 'In negotiation'],
    ]) {
      const csv = await (await api.send('GET', `/api/v1/charts/pipeline.csv?lang=${lang}`)).text();
      expect([csv.includes(own ?? ''), csv.includes(word ?? '')]).toEqual([true, true]);
    }
  });

  test('the columns of stage days have them in the files of the register, which can still be imported', async () => {
    await change({ stage_words: words });
    const file = async (form: string): Promise<string> =>
      (
        await api.send('GET', `/api/v1/documents/projects.csv?lang=zh-CN&as_of=2021-04-16${form}`)
      ).text();
    const [head = ''] = (await file('&csv=excel')).split('\r\n');
    expect(head).toContain('线索项目（进入日期）');
    expect(head).toContain('签约项目（进入日期）');
    expect(head).toContain('在谈（进入日期）');
    expect(head).not.toContain('已签约（');
    expect((await file('')).split('\r\n')[0]).toContain(',signed_date,');
  });

  test('a word is given in one language at least, of the seven stages only', async () => {
    for (const stage_words of [
      { signed: { 'zh-CN': '', ja: ' ' } },
      { signed: {} },
      { unknown: words.signed },
      { __proto__x: words.signed },
      { signed: { ...words.signed, en: 'x'.repeat(61) } },
    ])
      expect((await change({ stage_words })).status).toBe(400);
    expect((await api.get<ZoneProfile>('/api/v1/zone')).stage_words).toBeUndefined();
  });

  test('another word makes a new version of the definitions, another name of the zone does not, and an earlier day keeps its own', async () => {
    const first = (await zone()).definitions;
    expect(first?.version).toBe(1);
    await change({ short_name: { 'zh-CN': '甲', ja: '甲', en: 'A' } });
    expect((await zone()).definitions).toEqual(first);
    await change({ stage_words: words });
    expect((await zone()).definitions).toEqual({ version: 2, since: '2021-05-10' });
    await change({ stage_words: {} });
    expect((await zone()).definitions?.version).toBe(3);
    const file = await api.get<{ definitions: unknown }>('/api/v1/charts/pipeline.json?lang=en');
    expect(file.definitions).toEqual((await zone()).definitions);
  });
});
