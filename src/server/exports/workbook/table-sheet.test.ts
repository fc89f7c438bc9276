import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { measures } from '#domain/projects/project.ts';
import { sameWords } from '#domain/values/term.ts';
import { XlsxWriter } from '#server/exports/formats/xlsx/xlsx-writer.ts';
import { makeZip } from '#server/exports/formats/zip/zip-parts.ts';
import { tableSheet, type SheetContext } from './table-sheet.ts';

const context: SheetContext = {
  language: 'en',
  base_currency: 'CNY',
  used: Object.fromEntries(measures.map((one) => [one, []])) as unknown as SheetContext['used'],
  translate: (_, value) => value,
  line: 'As of 31 October 2026',
  illustrative: false,
  zone: 'Zone',
};
const column = (id: string, kind: 'text' | 'number') => ({ id, kind, label: sameWords(id) });

/** Writes rows to a workbook whose sheets have a few rows. @returns names, and codes by sheet */
function writeSheets(codes: readonly string[], mostRows: number) {
  const moment = '2026-10-31T00:00:00.000Z';
  const files = unzipSync(
    makeZip(moment, (into) => {
      const writer = new XlsxWriter(into, { title: 'T', author: 'T', moment }, mostRows);
      const columns = [column('code', 'text'), column('sequence', 'number')];
      const sheet = tableSheet(writer, 'Events of stage and status by project', columns, context);
      for (const [at, code] of codes.entries()) sheet.row([code, String(at)]);
      sheet.end();
      writer.end();
    }),
  );
  const read = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const names = [...read('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, n]) => n);
  const texts = (at: number): string[] =>
    [...read(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/preserve">([^<]*)</g)].map(
      ([, text]) => text ?? '',
    );
  return { names, codes: names.map((_, at) => texts(at).filter((text) => /^P\d$/.test(text))) };
}

// seen to fail: a million projects have more events than a sheet has rows, and the file broke off
it('rows beyond the most of a sheet continue in further sheets with their own head', () => {
  const codes = ['P1', 'P2', 'P3', 'P4', 'P5'];
  expect(writeSheets(codes, 5)).toEqual({
    names: [
      'Events of stage and status by p',
      'Events of stage and status b 2',
      'Events of stage and status b 3',
    ],
    codes: [['P1', 'P2'], ['P3', 'P4'], ['P5']],
  });
  expect(writeSheets(codes, 8).codes).toEqual([codes]);
});
