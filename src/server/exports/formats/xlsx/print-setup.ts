import { cellText } from './xml.ts';

/** How a sheet prints on A4. */
export interface PrintSetup {
  readonly isLandscape: boolean;
  /** Whether all columns go on the width of one page. */
  readonly fits: boolean;
}
/** Inches between the margins of A4. */
const inner = { portrait: 8.27 - 1, landscape: 11.69 - 1 } as const;
/** Text of 10 points is no smaller than 7 points below this scale. */
const leastScale = 0.7;
/** The scale of sheets that go over several pages, in percent. */
const wideScale = 80;

/** A column's width in inches: 7 pixels a character and 5 around it. */
const columnInches = (characters: number): number => (characters * 7 + 5) / 96;

/** Chooses the page: upright or across, on one width where the text stays readable. */
export function choosePrint(widths: readonly number[]): PrintSetup {
  const width = widths.reduce((sum, one) => sum + columnInches(one), 0);
  const fitsOn = (room: number): boolean => width === 0 || room / width >= leastScale;
  const isLandscape = !fitsOn(inner.portrait);
  return { isLandscape, fits: fitsOn(isLandscape ? inner.landscape : inner.portrait) };
}

/** The properties of a sheet that fits on the width of a page. */
export const printProperties = ({ fits }: PrintSetup): string =>
  fits ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';

/** Margins, paper and the foot: what it is, and the number of the page. */
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
