import type { SvgNode } from '#server/exports/formats/svg/svg-tree.ts';

/** Attributes that elements inherit. */
export const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const;
/** Elements that paint nothing themselves. */
export const unseen: ReadonlySet<string> = new Set([
  'defs',
  'title',
  'desc',
  'style',
  'clipPath',
  'pattern',
]);

/** Reads a length, which may be a percentage of the whole. */
export const number = (text: string | undefined, whole = 0, otherwise = 0): number => {
  if (text === undefined) return otherwise;
  const value = Number.parseFloat(text);
  if (!Number.isFinite(value)) return otherwise;
  return text.endsWith('%') ? (value * whole) / 100 : value;
};
/** Whether a colour paints. */
export const seen = (colour: string | undefined): boolean =>
  colour !== undefined && colour !== 'none' && colour !== 'transparent';

/** The words of a drawing, where it has no description. */
export const textIn = ({ text, name, children }: SvgNode): string =>
  [...(name === 'text' ? [text] : []), ...children.map(textIn)]
    .filter((words) => words.trim() !== '')
    .join(' ');
/** Where a text leads. */
export const addressOf = ({
  attributes: { 'data-address': address },
}: SvgNode): string | undefined =>
  address !== undefined && /^https?:\/\//.test(address) ? address : undefined;

/** Encodes text for a PDF string: UTF-16 with a byte order mark, in hexadecimal. */
export const utf16 = (text: string): string =>
  `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;
