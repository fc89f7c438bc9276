import { strToU8, zipSync, type Zippable } from 'fflate';

const rel = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const head = '<?xml version="1.0" encoding="UTF-8"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface BookParts {
  /** The inside of `<worksheet>`, by sheet. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: string;
  readonly styles?: string;
  readonly date1904?: boolean;
  readonly more?: Zippable;
}
/** A workbook made by hand, so that a test can write anything into it. */
export function book({
  sheets,
  strings,
  styles,
  date1904 = false,
  more = {},
}: BookParts): Uint8Array {
  const names = Object.keys(sheets);
  const files: Zippable = {
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    ),
    '_rels/.rels': strToU8(
      `${head}<Relationships>${rel('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${head}<workbook xmlns="${main}" xmlns:r="r"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${names.map((n, i) => `<sheet name="${n}" sheetId="${i + 1}" r:id="s${i + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${head}<Relationships>${names.map((_, i) => rel(`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${strings === undefined ? '' : rel('st', 'sharedStrings', 'sharedStrings.xml')}${styles === undefined ? '' : rel('sy', 'styles', 'styles.xml')}</Relationships>`,
    ),
  };
  names.forEach((n, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(
      `${head}<worksheet xmlns="${main}">${sheets[n]}</worksheet>`,
    );
  });
  if (strings !== undefined)
    files['xl/sharedStrings.xml'] = strToU8(
      strings.startsWith('<?xml') ? strings : `${head}<sst xmlns="${main}">${strings}</sst>`,
    );
  if (styles !== undefined)
    files['xl/styles.xml'] = strToU8(`${head}<styleSheet xmlns="${main}">${styles}</styleSheet>`);
  return zipSync({ ...files, ...more }, { level: 6 });
}

const letters = (n: number): string =>
  n < 26
    ? String.fromCharCode(65 + n)
    : `${letters(Math.floor(n / 26) - 1)}${String.fromCharCode(65 + (n % 26))}`;
const escaped = (t: string): string => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/**
 * Rows as `<sheetData>`: texts inline, numbers typed, `[number, style]` with a style, null left
 * out.
 */
export function sheetData(
  rows: readonly (readonly (string | number | null | readonly [number, number])[])[],
  firstRow = 1,
  firstColumn = 0,
): string {
  return `<sheetData>${rows
    .map(
      (row, i) =>
        `<row r="${i + firstRow}">${row
          .map((v, c) => {
            const r = `${letters(c + firstColumn)}${i + firstRow}`;
            if (v === null) return '';
            if (typeof v === 'string')
              return `<c r="${r}" t="inlineStr"><is><t>${escaped(v)}</t></is></c>`;
            return typeof v === 'number'
              ? `<c r="${r}"><v>${v}</v></c>`
              : `<c r="${r}" s="${v[1]}"><v>${v[0]}</v></c>`;
          })
          .join('')}</row>`,
    )
    .join('')}</sheetData>`;
}
