import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ChartTable, ChartWords } from '#charts/definition.ts';
import { sampleOverview } from '#charts/overview.fixture.ts';
import { chartIds, chartOf } from '#charts/registry.ts';
import { languages } from '#domain/language.ts';
import { spreadsheetSafe, toCsv } from '#server/exporting/to-csv.ts';
import { toJson } from '#server/exporting/to-json.ts';
import { toXlsx } from '#server/exporting/to-xlsx.ts';
import Papa from 'papaparse';

const words: ChartWords = {
  title: 'A title',
  subtitle: 'A subtitle',
  unit: 'companies',
  source: 'A source',
  alt: '',
  notes: ['A note'],
  data_status: 'illustrative',
  as_of: '2021-03-31',
  key: [],
};
const table = (cells: readonly (string | null)[], kind: 'text' | 'number' | 'date' = 'text'): ChartTable => ({
  columns: [
    { id: 'value', label: 'Value', kind },
    { id: 'data_status', label: 'Status', kind: 'text' },
  ],
  rows: cells.map((cell) => [cell, cell === null ? 'Not reported' : 'Reported']),
});
const sheetOf = async (bytes: ArrayBuffer, number = 1): Promise<string> =>
  strFromU8(unzipSync(new Uint8Array(bytes))[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array());
const textsOf = (bytes: ArrayBuffer): string => strFromU8(unzipSync(new Uint8Array(bytes))['xl/sharedStrings.xml'] ?? new Uint8Array());

describe('the clean CSV', () => {
  it('has its header in the first line, no mark, exact values, and an empty cell with a reason for what is missing', () => {
    const csv = toCsv(table(['0.1', '1000000000000000000000', null], 'number'), words, { excel: false, language: 'en' });
    expect(csv).toBe(
      'value,data_status,unit,as_of\r\n0.1,Reported,companies,2021-03-31\r\n1000000000000000000000,Reported,companies,2021-03-31\r\n,Not reported,companies,2021-03-31\r\n',
    );
  });

  it('quotes what needs it and nothing else changes on the way back', () => {
    const texts = ['a,b', 'say "x"', 'two\nlines', ' edge ', '=1+1', '中日'];
    const parsed = Papa.parse<Record<string, string>>(toCsv(table(texts), words, { excel: false, language: 'en' }), {
      header: true,
      skipEmptyLines: true,
    });
    expect(parsed.data.map((row) => row['value'])).toEqual(texts);
  });
});

describe('the CSV for Excel', () => {
  it('begins with the byte order mark and keeps text from being run, but leaves numbers alone', () => {
    const csv = toCsv(table(['=cmd|x', '+1', '-5.5', '@SUM(A1)', '-a', '12']), words, { excel: true, language: 'en' });
    expect(csv.startsWith('\ufeffValue,')).toBe(true);
    expect(csv).toContain("'=cmd|x,");
    expect(csv).toContain("'@SUM(A1)");
    expect(csv).toContain("'-a,");
    for (const number of ['+1', '-5.5', '12', '-1e6']) expect(spreadsheetSafe(number)).toBe(number);
    for (const text of ['\tx', '\r=x', '=1']) expect(spreadsheetSafe(text)).toBe(`'${text}`);
  });
});

describe('the workbook', () => {
  it('has numbers as numbers in the shown unit, dates as dates, and empty cells for what is missing', async () => {
    const money: ChartTable = {
      columns: [
        { id: 'value', label: 'Value', kind: 'number', unit: '亿元', scale: 8, digits: 1 },
        { id: 'date', label: 'Date', kind: 'date' },
      ],
      rows: [
        ['790000000', '2021-03-31'],
        [null, null],
      ],
    };
    const sheet = await sheetOf(await toXlsx(money, words, 'zh-CN'));
    expect(sheet).toContain('<v>7.9</v>');
    expect(sheet).toMatch(/<v>44286<\/v>/);
    expect(sheet).not.toContain('<f>');
  });

  it('keeps formula-like text as text', async () => {
    const bytes = await toXlsx(table(['=1+1', '+cmd', '@x']), words, 'en');
    expect(await sheetOf(bytes)).not.toContain('<f>');
    expect(textsOf(bytes)).toContain('=1+1');
  });

  it('says title, unit, day, source, status and that values are invented on the first sheet, and what they mean on the second', async () => {
    for (const language of languages) {
      const bytes = await toXlsx(table(['1'], 'number'), words, language);
      const texts = textsOf(bytes);
      for (const text of [
        'A title',
        'companies',
        'A source',
        'A note',
        { 'zh-CN': '示例数据（虚构）', ja: '架空データ', en: 'Illustrative data (fictional)' }[language],
      ])
        expect(texts).toContain(text);
      expect(await sheetOf(bytes, 2)).toContain('<sheetData>');
    }
  });
});

describe.each(chartIds)('the files of %s', (id) => {
  it('hold exactly the rows drawn, in each language', async () => {
    for (const language of languages) {
      const context = { language, options: {} };
      const drawn = chartOf(id).toTable(sampleOverview, context);
      const said = chartOf(id).words(sampleOverview, context);
      const csv = Papa.parse<string[]>(toCsv(drawn, said, { excel: false, language }), { skipEmptyLines: true }).data;
      expect(csv).toHaveLength(drawn.rows.length + 1);
      expect(csv[1]?.slice(0, drawn.columns.length)).toEqual(drawn.rows[0]?.map((cell) => cell ?? ''));
      const json = toJson(drawn, said, language);
      expect(json.rows).toHaveLength(drawn.rows.length);
      expect(json).toMatchObject({ title: said.title, source: said.source, as_of: said.as_of, data_status: 'illustrative' });
      const sheet = await sheetOf(await toXlsx(drawn, said, language));
      expect(sheet.match(/<row /g)?.length ?? 0).toBeGreaterThanOrEqual(drawn.rows.length + 6);
    }
  });
});
