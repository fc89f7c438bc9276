import { type ForeignName, splitByLanguage } from '#domain/report/foreign-names.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import { xml } from '#charts/kit/style/xml.ts';
import { breakOnPaper } from './line-breaks.ts';
import { pageStyles, paperSize, textRoom, toPoints, type PageStyle } from './page-style.ts';
import type { Language } from '#domain/values/language.ts';

export interface TextLook {
  readonly size: number;
  readonly lead: number;
  readonly colour: Token;
  readonly bold?: boolean;
}

/** The point of a text that is at its x. */
export type TextAnchor = 'start' | 'middle' | 'end';

/** The position of a text, and its element of the structure. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor?: TextAnchor;
  /** A path, as `Table:1/TR:2/TD:3`, or `Artifact` for text that screen readers skip. */
  readonly tag: string;
}

/** Writes one line of text. `names`: the names in another language that it may hold. */
export function svgText(
  text: string,
  { x, y, anchor = 'start', tag }: TextPlace,
  { size, colour, bold }: TextLook,
  names: readonly ForeignName[] = [],
): string {
  const spans = spansOf(text, names);
  const attributes = [
    `x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${bold === true ? 600 : 400}" fill="var(--${colour})"`,
    ...(anchor === 'start' ? [] : [`text-anchor="${anchor}"`]),
    `data-tag="${tag}"`,
    ...(spans === '' ? [] : [`data-languages="${spans}"`]),
  ];
  return `<text ${attributes.join(' ')}>${xml(text)}</text>`;
}

/**
 * Finds the parts of a text in another language, each as its first and last position and its
 * language.
 */
function spansOf(text: string, names: readonly ForeignName[]): string {
  let at = 0;
  return splitByLanguage(text, names)
    .flatMap(({ text: { length }, language }) => {
      const from = at;
      at += length;
      return language === undefined ? [] : [`${from} ${at} ${language}`];
    })
    .join(';');
}

/** Hundredths of a point, so that equal pages have equal bytes. */
const round = (points: number): number => Math.round(points * 100) / 100;

/** How a paragraph is laid out. */
export interface ParagraphOptions {
  /** The element of the structure. Omitted: a paragraph of its own. */
  readonly tag?: string;
  /** Points by which its first line is indented. */
  readonly indent?: number;
  readonly width?: number;
  /** Points from the left margin. */
  readonly from?: number;
  readonly align?: TextAnchor;
}

/** Points by which sums of the same heights in another order may differ. */
const rounding = 0.01;

/** Pages that fill from the top; content that doesn't fit begins the next page. */
export class PageFlow {
  readonly pages: string[][] = [[]];
  readonly style: PageStyle;
  /** The left edge of the text, and its width, in points. */
  readonly start: number;
  readonly room: number;
  readonly #top: number;
  readonly #end: number;
  readonly names: readonly ForeignName[];
  #y: number;
  #elements = 0;
  constructor(language: Language, names: readonly ForeignName[] = []) {
    this.names = names;
    this.style = pageStyles[language];
    const { margins } = this.style;
    this.start = toPoints(margins.left);
    this.room = textRoom(this.style);
    this.#top = toPoints(margins.top);
    this.#end = paperSize.height - toPoints(margins.bottom);
    this.#y = this.#top;
  }

  /** The place from the top of the page at which the next element stands, in points. */
  get y(): number {
    return this.#y;
  }
  /** Whether the present page is empty. */
  get isAtTop(): boolean {
    return this.#y === this.#top;
  }
  /** The height that is left on the page, in points. */
  get remainingHeight(): number {
    return this.#end - this.#y;
  }
  /** Names a new element of the structure, as `P:3`, within another. */
  element(type: string, within?: string): string {
    this.#elements += 1;
    return `${within === undefined ? '' : `${within}/`}${type}:${this.#elements}`;
  }
  add(svg: string): void {
    this.pages.at(-1)?.push(svg);
  }
  /** Begins a page, unless the present one is empty. */
  breakPage(): void {
    if (this.pages.at(-1)?.length === 0) return;
    this.pages.push([]);
    this.#y = this.#top;
  }
  /** Begins a page unless this much room is left on the present one. */
  need(height: number): void {
    if (this.remainingHeight < height - rounding) this.breakPage();
  }
  /** Leaves space below the last element, in points. */
  space(height: number): void {
    this.#y += height;
  }
  /** Draws a line over the text; its thickness and width are in points. */
  rule(thickness: number): void {
    this.add(
      `<rect x="${round(this.start)}" y="${round(this.#y)}" width="${round(this.room)}" height="${thickness}" fill="var(--ink)"/>`,
    );
  }
  /** Writes a paragraph over the width of the page or another width, its first line indented. */
  text(text: string, look: TextLook, options: ParagraphOptions = {}): void {
    const { indent = 0, from = 0, align = 'start', tag = this.element('P') } = options;
    const width = options.width ?? this.room - from;
    const edge = { start: 0, middle: width / 2, end: width }[align];
    for (const [at, line] of breakParagraph(text, width, indent, look).entries()) {
      this.need(look.lead);
      this.#y += look.lead;
      const base = this.#y - (look.lead - look.size) / 2 - look.size * 0.16;
      const x = this.start + from + edge + (at === 0 ? indent : 0);
      this.add(svgText(line, { x, y: base, anchor: align, tag }, look, this.names));
    }
  }
}

/** Skips the characters of a line in its text. A line may lack spaces of the text. */
function skipCharacters(text: string, line: string): string {
  let remainder = line.replaceAll(/\s/g, '').length;
  let at = 0;
  for (; remainder > 0 && at < text.length; at += 1)
    if (!/\s/.test(text.charAt(at))) remainder -= 1;
  return text.slice(at);
}

/** Breaks a paragraph into lines, the first shorter by its indent. */
function breakParagraph(
  text: string,
  width: number,
  indent: number,
  { size, bold }: TextLook,
): readonly string[] {
  if (indent === 0) return breakOnPaper(text, width, size, bold);
  const [first = ''] = breakOnPaper(text, width - indent, size, bold);
  const rest = skipCharacters(text, first).trimStart();
  return rest === '' ? [first] : [first, ...breakOnPaper(rest, width, size, bold)];
}
