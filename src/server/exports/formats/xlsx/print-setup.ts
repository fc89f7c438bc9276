import { cellText } from './xml.ts';

/** The print settings of a sheet on A4. */
export interface PrintSetup {
  readonly isLandscape: boolean;
  /** Whether all columns fit on the width of one page. */
  readonly fits: boolean;
  /** Whether it needs so many pages for its width that it is data, of which only the head prints. */
  readonly isData: boolean;
}
/** The width between the margins of A4, in inches. */
const inner = { portrait: 8.27 - 1, landscape: 11.69 - 1 } as const;
/** The least scale. At this scale text of 10 points prints at 7 points. */
const leastScale = 0.7;
/** The scale of sheets that need several pages for their width, in percent. */
const wideScale = 80;
/** Nobody reads a sheet that is wider than this many pages on paper. */
const mostPages = 4;

/**
 * Converts a column width from characters to inches: 7 pixels a character, and 5 pixels of padding.
 */
const columnInches = (characters: number): number => (characters * 7 + 5) / 96;

/** Chooses portrait or landscape, and one page width if the text stays readable. */
export function choosePrint(widths: readonly number[]): PrintSetup {
  const width = widths.reduce((sum, one) => sum + columnInches(one), 0);
  const fitsOn = (room: number): boolean => width === 0 || room / width >= leastScale;
  const isLandscape = !fitsOn(inner.portrait);
  const fits = fitsOn(isLandscape ? inner.landscape : inner.portrait);
  return { isLandscape, fits, isData: (width * wideScale) / 100 > inner.landscape * mostPages };
}

/** The share of the page for these columns: LibreOffice draws columns wider than Excel. */
const certainShare = 0.9;
/**
 * Counts the first columns that are beside each other on one page of a wide sheet.
 * @returns the number of columns
 */
export function countOnPage(widths: readonly number[]): number {
  let [sum, count] = [0, 0];
  for (const width of widths) {
    sum += (columnInches(width) * wideScale) / 100;
    if (sum > inner.landscape * certainShare) break;
    count += 1;
  }
  return Math.max(1, count);
}

/** Writes the properties of a sheet that fits on the width of a page. */
export const printProperties = ({ fits }: PrintSetup): string =>
  fits ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';

/** The texts of a printed page. */
interface PageTexts {
  readonly footer: string;
  /** Title and description above each page of a sheet that needs several pages for its width. */
  readonly header?: readonly string[];
}
/** The most characters of a header, which are codes and texts together. */
const mostHeader = 255;

/** Writes a header: the title in bold, then the description. */
function writeHeader([title = '', ...lines]: readonly string[]): string {
  const code = (text: string): string => text.replaceAll('&', '&&');
  // a size is before the font, since a digit of the text would belong to it
  const head = `&L&12&"-,Bold"${code(title)}`;
  const whole = `${head}&9&"-,Regular"${lines.map((line) => `\n${code(line)}`).join('')}`;
  return whole.length <= mostHeader ? whole : head;
}

/**
 * Writes margins, paper, head and foot. The foot has the footer text and the page number, and the
 * head of a wide sheet what would be cut where its pages meet.
 */
export function printPage(
  { isLandscape, fits }: PrintSetup,
  { footer, header }: PageTexts,
): string {
  const scale = fits
    ? ' fitToWidth="1" fitToHeight="0"'
    : ` scale="${wideScale}" pageOrder="overThenDown"`;
  const left = footer === '' ? '' : `&L${footer.replaceAll('&', '&&')}`;
  const head =
    header === undefined ? '' : `<oddHeader>${cellText(writeHeader(header))}</oddHeader>`;
  return (
    `<pageMargins left="0.5" right="0.5" top="${header === undefined ? 0.6 : 0.9}" bottom="0.7" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9"${scale} orientation="${isLandscape ? 'landscape' : 'portrait'}"/>` +
    `<headerFooter>${head}<oddFooter>${cellText(`${left}&R&P / &N`)}</oddFooter></headerFooter>`
  );
}
