import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportFailure } from '#server/imports/read/failure.ts';
import { readXml } from '#server/imports/read/xml.ts';
import { ZipArchive } from '#server/imports/read/zip.ts';
import { planOf } from '../import-context.ts';
import { book, sheetData } from '../zip.ts';

const register = sheetData([
  ['项目编号', '项目名称', '总投资（万元）'],
  ['A1', '甲', 500],
]);

/** The key of a refusal, and its message in English; the other languages leave no place open. */
async function refusal(
  bytes: Uint8Array,
): Promise<{ readonly key: string; readonly message: string }> {
  const file = 'register.xlsx';
  try {
    await planOf(bytes, file);
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    for (const language of ['zh-CN', 'ja'] as const)
      expect(error.detail(file, language).message).not.toMatch(/[{}]/);
    return { key: error.key, message: error.detail(file, 'en').message };
  }
  throw new Error('the file was read');
}

describe('ambiguous parts of a workbook', () => {
  // Seen to fail: with names compared letter by letter, which programs for workbooks do not.
  it.each(['xl/worksheets/sheet1.xml', 'xl/worksheets/Sheet1.XML', 'xl\\worksheets\\sheet1.xml'])(
    'refuses a workbook with the parts xl/worksheets/sheet1.xml and %s, and names the part',
    async (double) => {
      const other = 'xl/worksheets/sheet9.xml';
      const bytes = book({
        sheets: { a: register },
        more: { [other]: strToU8('<worksheet><sheetData/></worksheet>') },
      });
      const text = Buffer.from(bytes).toString('latin1').replaceAll(other, double);
      const { key, message } = await refusal(new Uint8Array(Buffer.from(text, 'latin1')));
      expect(key).toBe('zip_double_entry');
      expect(message.toLowerCase()).toContain('xl/worksheets/sheet1.xml');
    },
  );

  it('rejects a part with the same name as another but a leading slash', async () => {
    const more = { '/xl/worksheets/sheet1.xml': strToU8('<worksheet><sheetData/></worksheet>') };
    expect((await refusal(book({ sheets: { a: register }, more }))).key).toBe('zip_double_entry');
  });

  it.each(['UTF-7', 'windows-1252', 'GB18030', 'ISO-8859-1'])(
    'rejects a part declared as %s, and names the encoding',
    async (encoding) => {
      const strings = `<?xml version="1.0" encoding="${encoding}"?><sst><si><t>+BBcEMA</t></si></sst>`;
      const { key, message } = await refusal(book({ sheets: { a: register }, strings }));
      expect(key).toBe('xml_encoding');
      expect(message).toContain(encoding);
      expect(message).toContain('xl/sharedStrings.xml');
    },
  );

  it.each(['utf-16le', 'utf-16be'] as const)(
    'reads a part in %s as the same text',
    async (encoding) => {
      const xml = '<?xml version="1.0" encoding="UTF-16"?><sst><si><t>项目名称</t></si></sst>';
      const little = Buffer.from(`\ufeff${xml}`, 'utf16le');
      const part = new Uint8Array(encoding === 'utf-16le' ? little : little.swap16());
      const zip = new ZipArchive(book({ sheets: { a: register }, more: { 'a.xml': part } }));
      const texts: string[] = [];
      readXml(zip, 'a.xml', { text: (text) => texts.push(text) });
      expect(texts.join('')).toBe('项目名称');
    },
  );
});
