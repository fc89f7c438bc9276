import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import type { ChartFile } from '#server/exports/figure/to-json.ts';
import { findChart } from '#charts/registry.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Drawing, DrawRequest } from '#server/core/deps.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

/** The requests to the drawer; it answers with a small empty picture. */
const requests: DrawRequest[] = [];
const drawing: Drawing = {
  svg: async (request) => {
    requests.push(request);
    return { content: '<svg xmlns="http://www.w3.org/2000/svg"/>', missing: [] };
  },
  png: async (request) => {
    requests.push(request);
    return { content: new Uint8Array([0x89, 0x50]), missing: [] };
  },
  pdf: async () => ({ content: new TextEncoder().encode('%PDF-'), missing: [] }),
};
let api: TestApi;
beforeAll(async () => {
  api = await openApi(undefined, {
    drawing,
    config: { loopback: true, hosts: [], version: 'test', address: 'https://progress.example.org' },
  });
});
afterAll(() => api.close());

const get = (path: string, role?: 'viewer' | 'analyst'): Promise<Response> =>
  api.send(
    'GET',
    `/api/v1/charts/${path}`,
    role === undefined
      ? {}
      : { env: { principal: { id: role, name: role, mode: 'account', role } } },
  );
const problemOf = async (
  path: string,
): Promise<{ status: number; code: string; detail: string }> => {
  const response = await get(path);
  return {
    ...((await response.json()) as { code: string; detail: string }),
    status: response.status,
  };
};

describe('a chart in a second currency', () => {
  it('shows yen next to yuan with the entered rate, its day and source; without a rate it is rejected', async () => {
    expect((await problemOf('pipeline.json?cur=JPY')).detail).toMatch(
      /^No rate between CNY and JPY on or before 2021-04-16.*Enter one/,
    );
    const rates = [
      { base: 'JPY', quote: 'CNY', day: '2021-04-15', per_units: 100, rate: '6', source: 'A bank' },
    ];
    expect((await api.send('POST', '/api/v1/exchange-rates', { body: { rates } })).status).toBe(
      201,
    );
    for (const [lang, sentence] of Object.entries({
      en: 'With amounts in JPY at 100 JPY = 6 CNY (15 Apr 2021, A bank)',
      'zh-CN': '并列JPY金额，汇率：100 JPY = 6 CNY（2021年4月15日，A bank）',
      ja: 'JPY額を併記、レート：100 JPY = 6 CNY（2021年4月15日、A bank）',
    }))
      for (const id of ['pipeline', 'targets', 'progress']) {
        const measure = id === 'progress' ? '&measure=industrial_output' : '';
        const file = (await (
          await get(`${id}.json?cur=JPY&lang=${lang}${measure}`)
        ).json()) as ChartFile;
        expect(file.subtitle, `${id} ${lang}`).toContain(sentence);
        expect(file.rates).toEqual(rates);
      }
    const dots = (await (await get('pipeline.json?cur=JPY')).json()) as ChartFile;
    expect(dots.rows.find((row) => row['code'] === 'A07')).toMatchObject({
      total_investment: '100000000',
      total_investment_currency: 'CNY',
      total_investment_jpy: '1666666667',
    });
    expect(
      dots.rows
        .filter((row) => row['total_investment'] === null)
        .every((row) => row['total_investment_jpy'] === null),
    ).toBe(true);
    const table = (await (await get('targets.json?cur=JPY&lang=ja')).json()) as ChartFile;
    expect(table.rows.find((row) => row['unit'] === 'CNY')).toMatchObject({
      target_value: '35000000000',
      target_value_jpy: '583333333333',
    });
    expect(table.rows.find((row) => row['unit'] === 'companies')).toMatchObject({
      target_value: '200',
      target_value_jpy: null,
    });
    const months = (await (
      await get('progress.json?cur=JPY&lang=zh-CN&measure=industrial_output')
    ).json()) as ChartFile;
    expect(months.title).toMatch(/1\.7亿元（29\.2亿日元）/);
    // a measure without money has no note on rates
    expect(
      ((await (await get('progress.json?cur=JPY&measure=jobs')).json()) as ChartFile).subtitle,
    ).not.toContain('JPY');
    const response = await get('targets.csv?cur=JPY&lang=en');
    expect(response.headers.get('content-disposition')).toContain('_en_JPY_ILLUSTRATIVE.csv');
    expect((await get('pipeline.json?cur=CNY')).status).toBe(200);
    expect((await problemOf('pipeline.json?rates=each_day')).detail).toContain(
      'only the chart of changes',
    );
  });

  it('links to a page with the same yen, which names a missing rate', async () => {
    requests.length = 0;
    await get('pipeline.svg?cur=JPY&lang=ja');
    expect(new URL(requests[0]?.stamp?.link ?? '').searchParams.get('cur')).toBe('JPY');
    const page = await api.get<Overview>('/api/v1/overview?cur=JPY');
    expect(page.beside).toMatchObject({
      currency: 'JPY',
      used: [{ rate: '6' }],
      factors: { CNY: { numerator: '1', denominator: '6' } },
    });
    expect(page.zone.base_currency).toBe('CNY');
    const none = await api.get<Overview>('/api/v1/overview?cur=USD&as_of=2021-04-16');
    expect(none).toMatchObject({ beside_missing: { currency: 'USD', without: ['CNY'] } });
    expect(findChart('pipeline').words(none, { language: 'en', options: {} }).subtitle).toContain(
      'No amounts in USD: enter a rate of CNY with USD on or before 16 Apr 2021',
    );
    expect(await (await api.send('GET', '/?cur=JPY&lang=en')).text()).not.toContain('Internal');
  });

  it('the workbook and the slide hold yen as numbers in their own unit', async () => {
    for (const format of ['xlsx', 'pptx']) {
      const parts = unzipSync(
        new Uint8Array(await (await get(`pipeline.${format}?cur=JPY&lang=ja`)).arrayBuffer()),
      );
      const book =
        format === 'xlsx'
          ? parts
          : unzipSync(parts['ppt/embeddings/workbook1.xlsx'] ?? new Uint8Array());
      // the first sheet of a slide holds the drawn rows, the second all rows
      const number = format === 'xlsx' ? 1 : 2;
      const sheet = strFromU8(book[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array());
      expect(sheet).toContain(format === 'xlsx' ? '<v>16.66666667</v>' : '<v>1666666667</v>');
      if (format === 'xlsx') expect(sheet).toContain('（億円）');
    }
  });
});
