import { cellText } from './xml.ts';

/** The print settings of a sheet on A4. */
export interface PrintSetup {
  readonly isLandscape: boolean;
  /** Whether all columns fit on the width of one page. */
  readonly fits: boolean;
}
/** The width between the margins of A4, in inches. */
const inner = { portrait: 8.27 - 1, landscape: 11.69 - 1 } as const;
/** The least scale. At this scale text of 10 points prints at 7 points. */
const leastScale = 0.7;
/** The scale of sheets that need several pages for their width, in percent. */
const wideScale = 80;

/**
 * Converts a column width from characters to inches: 7 pixels a character, and 5 pixels of padding.
 */
const columnInches = (characters: number): number => (characters * 7 + 5) / 96;

/** Chooses portrait or landscape, and one page width if the text stays readable. */
export function choosePrint(widths: readonly number[]): PrintSetup {
  const width = widths.reduce((sum, one) => sum + columnInches(one), 0);
  const fitsOn = (room: number): boolean => width === 0 || room / width >= leastScale;
  const isLandscape = !fitsOn(inner.portrait);
  return { isLandscape, fits: fitsOn(isLandscape ? inner.landscape : inner.portrait) };
}

/** Writes the properties of a sheet that fits on the width of a page. */
export const printProperties = ({ fits }: PrintSetup): string =>
  fits ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';

/** Writes margins, paper and the foot, which has the footer text and the page number. */
export function printPage({ isLandscape, fits }: PrintSetup, footer: string): string {
  const scale = fits
    ? ' fitToWidth="1" fitToHeight="0"'
    : ` scale="${wideScale}" pageOrder="overThenDown"`;
  const left = footer === '' ? '' : `&L${footer.replaceAll('&', '&&')}`;
  return (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9"${scale} orientation="${isLandscape ? 'landscape' : 'portrait'}"/>` +
    `<headerFooter><oddFooter>${cellText(`${left}&R&P / &N`)}</oddFooter></headerFooter>`
  );
}
