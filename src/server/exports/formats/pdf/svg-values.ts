import type { LanguagePart } from '#domain/report/foreign-names.ts';
import type { SvgNode } from '#server/exports/formats/svg/svg-tree.ts';

/** Attributes that elements inherit. */
export const inheritance = [
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
/** Names of elements that paint nothing themselves. */
export const unpaintedElements: ReadonlySet<string> = new Set([
  'defs',
  'title',
  'desc',
  'style',
  'clipPath',
  'pattern',
]);

/** Reads a length, which may be a percentage of the whole. @returns the length in user units */
export const number = (text: string | undefined, whole = 0, otherwise = 0): number => {
  if (text === undefined) return otherwise;
  const value = Number.parseFloat(text);
  if (!Number.isFinite(value)) return otherwise;
  return text.endsWith('%') ? (value * whole) / 100 : value;
};
/**
 * Reads by how much a group is moved.
 * @returns the distances to the right and down in user units
 * @throws Error for any other transformation, or one of another element: a PDF page has none
 */
export function readMove({
  name,
  attributes: { transform },
}: SvgNode): readonly [right: number, down: number] {
  if (transform === undefined) return [0, 0];
  const [, right, down] = /^translate\((-?[\d.]+)[ ,]+(-?[\d.]+)\)$/.exec(transform) ?? [];
  if (name !== 'g' || right === undefined || down === undefined)
    throw new Error(`A PDF page does not know the transformation ${transform} of <${name}>.`);
  return [Number(right), Number(down)];
}
/** Reads the dash lengths of a line. Empty for a solid line. */
export const readDashes = (text = 'none'): readonly number[] =>
  text
    .split(/[\s,]+/)
    .map(Number)
    .filter((length) => length > 0);
/** Finds the hatches of a drawing by their ids. */
export const findHatches = (root: SvgNode): ReadonlyMap<string, SvgNode> =>
  new Map([
    ...(root.name === 'pattern' ? [[root.attributes['id'] ?? '', root] as const] : []),
    ...root.children.flatMap((child) => [...findHatches(child)]),
  ]);
/** Whether a colour is visible. */
export const isVisible = (colour: string | undefined): boolean =>
  colour !== undefined && colour !== 'none' && colour !== 'transparent';

/** Collects the texts of a drawing without a description. */
export const textIn = ({ text, name, children }: SvgNode): string =>
  [...(name === 'text' ? [text] : []), ...children.map(textIn)]
    .filter((words) => words.trim() !== '')
    .join(' ');
/** Finds the link address of a text. @returns undefined without an address of the web */
export const addressOf = ({
  attributes: { 'data-address': address },
}: SvgNode): string | undefined =>
  address !== undefined && /^https?:\/\//.test(address) ? address : undefined;

/** Encodes text for a PDF string: UTF-16 with a byte order mark, in hexadecimal. */
const utf16 = (text: string): string =>
  `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;

/** Splits a text into parts by language. A part in the document's language names none. */
export function languageParts({
  text,
  attributes: { 'data-languages': spans = '' },
}: SvgNode): readonly LanguagePart[] {
  const parts: LanguagePart[] = [];
  let at = 0;
  for (const span of spans.split(';').filter((one) => one !== '')) {
    const [from = '', to = '', language = ''] = span.split(' ');
    if (Number(from) > at) parts.push({ text: text.slice(at, Number(from)) });
    parts.push({ text: text.slice(Number(from), Number(to)), language });
    at = Number(to);
  }
  return at < text.length ? [...parts, { text: text.slice(at) }] : parts;
}

/**
 * Makes the operator that opens a span whose spoken text differs from the drawn one: the characters
 * behind a mark, or a name in another language.
 * @returns undefined if they do not differ
 */
export function openSpan(
  original: string | undefined,
  language: string | undefined,
): string | undefined {
  const attributes = [
    ...(original === undefined ? [] : [`/ActualText <${utf16(original)}>`]),
    ...(language === undefined ? [] : [`/Lang (${language})`]),
  ];
  return attributes.length === 0 ? undefined : `/Span <<${attributes.join(' ')}>> BDC`;
}
