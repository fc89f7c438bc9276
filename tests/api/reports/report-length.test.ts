import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDrawing } from '#server/exports/workers/create-drawing.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { hasPoppler, pdfFacts, pdfText } from '../../setup/documents/viewers.ts';

const drawing = createDrawing();
let api: TestApi;
beforeAll(async () => {
  api = await openApi(undefined, { drawing });
});
afterAll(async () => {
  await drawing.close();
  await api.close();
});
const readPdf = async (query: string): Promise<Uint8Array> => {
  const response = await api.send('GET', `/api/v1/documents/report.pdf?${query}`);
  expect([query, response.status]).toEqual([query, 200]);
  return new Uint8Array(await response.arrayBuffer());
};

describe.skipIf(!hasPoppler)('the report of the sample as a PDF', () => {
  // seen to fail: four pages in English, five in Chinese, the last with two notes and the signature
  it.each([
    ['en', 3],
    ['ja', 3],
    // the type of an official document is 16 points on lines of 28
    ['zh-CN', 4],
  ] as const)(
    'in %s has at most %i pages',
    async (language, most) => {
      for (const period of ['', '&period=2021-03', '&period=2021Q1']) {
        const pdf = await readPdf(`lang=${language}${period}`);
        const pages = Number(/Pages:\s+(\d+)/.exec(pdfFacts(pdf))?.[1]);
        expect([period, pages <= most, pages]).toEqual([period, true, pages]);
      }
    },
    60_000,
  );

  // seen to fail: pace and sum of the projects in text and table, the gap of a target in two sections
  it('writes the pace, the gap and the sum of the projects of a target once', async () => {
    const text = pdfText(await readPdf('lang=en'));
    for (const figure of ['596jobsamonth', '28,978jobs', 'CN¥15.76bn', '262jobs', 'CN¥0.17bn'])
      expect([figure, text.split(figure).length - 1]).toEqual([figure, 1]);
  });
});
