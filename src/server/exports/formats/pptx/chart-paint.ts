import { tokens, type Theme, type Token } from '#charts/kit/style/tokens.ts';
import { colour, solid } from './ooxml.ts';

/** Returns the colour of a token in the theme of a file. */
export type Ink = (token: Token) => string;
/** Returns the function from colour token to hexadecimal colour in a theme. */
export const inkOf =
  (theme: Theme): Ink =>
  (token) =>
    tokens[theme][token];

/** Font size of axes and labels in a chart, in points. */
export const chartPoints = 12;

/** Writes a line of a width in points, in DrawingML. */
export const writeLine = (hex: string, points: number, dash = ''): string =>
  `<a:ln w="${Math.round(points * 12_700)}" cap="flat">${solid(hex)}${dash === '' ? '' : `<a:prstDash val="${dash}"/>`}<a:round/></a:ln>`;
export const noLine = '<a:ln><a:noFill/></a:ln>';
export const noFill = `<c:spPr><a:noFill/>${noLine}</c:spPr>`;

/** Writes a fill with a translucent colour. `percent` is its opacity. */
export const paleFill = (hex: string, percent: number): string =>
  `<a:solidFill>${colour(hex).replace('/>', `><a:alpha val="${percent * 1000}"/></a:srgbClr>`)}</a:solidFill>`;

/** Writes a hatch of one colour on another, for example values. */
export const hatchFill = (hex: string, ground: string): string =>
  `<a:pattFill prst="dkUpDiag"><a:fgClr>${colour(hex)}</a:fgClr><a:bgClr>${colour(ground)}</a:bgClr></a:pattFill>`;

/** Writes the style of texts of a chart: size in points, colour and weight. */
export const textStyle = (size: number, hex: string, bold = false): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}">${solid(hex)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
