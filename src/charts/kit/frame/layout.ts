import { compact } from '#domain/values/compact.ts';
import { type ChartWords, type PictureSize, pictureSizes } from '#charts/kit/definition.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { dataStatusTerms } from '#domain/labels/index.ts';
import {
  balanceText,
  limitLines,
  textWidth,
  wrapAddress,
  wrapSentence,
  wrapText,
} from '#charts/kit/style/font-advances.ts';
import type { MarkShape } from '#charts/kit/style/industry-marks.ts';
import { moreForName, nameLines } from '#charts/kit/text/name-lines.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { type PlacedText, stackLines } from './placed-text.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import { type FigureStamp, filtersInWords, madeInWords, sourceInWords } from './stamp.ts';

/**
 * The width in which a picture is laid out, in CSS px of its intended place: more than half a
 * slide, the column of a report, a phone; for a page of A4 in points.
 */
export const layoutWidths: Readonly<Record<PictureSize, number>> = {
  wide: 800,
  half_a4: 560,
  tall: 400,
  a4: 842,
};
const margins: Readonly<Record<PictureSize, number>> = { wide: 28, half_a4: 24, tall: 16, a4: 51 };
export const band = 20;
/** Font size and line height of the lines below the rule. */
const [footSize, footLine] = [11, 15.5];

export interface FrameLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly texts: readonly PlacedText[];
  /** The line below the name of the zone. */
  readonly rule?: number;
  readonly foot: number;
  readonly keys: readonly {
    readonly x: number;
    readonly y: number;
    readonly lines: readonly string[];
    readonly colour: Token;
    readonly shape: MarkShape;
  }[];
  /** The data status; absent where the band says that the data are invented. */
  readonly chip?: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly label: string;
  };
  readonly illustrative: boolean;
  readonly qr?: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly address: string;
  };
}
const qrWidth = 68;
/** The longest note that a person can save has no more lines in the narrowest picture. */
const mostNoteLines = 80;
/** The input of the words around a plot. */
export interface FrameInput {
  readonly words: ChartWords;
  readonly overview: Overview;
  readonly language: Language;
  readonly size: PictureSize;
  readonly stamp?: FigureStamp | undefined;
  /** Adds a note that marks replace characters without a font. */
  readonly notesReplacements?: boolean | undefined;
  /** Omits what the document around the picture has: zone, title, day and mark of invented data. */
  readonly isInset?: boolean | undefined;
}

/** Keeps a rate on one line, as 100 JPY = 5.9 CNY. */
const unbrokenRates = (text: string): string =>
  text.replaceAll(/\d{1,9} [A-Z]{3} = [\d.]{1,40} [A-Z]{3}/g, (rate) =>
    rate.replaceAll(' ', '\u00a0'),
  );

/** The distance of two lines of the key. */
const keyLine = 18;
function placeKeys(words: ChartWords, x: number, y: number, right: number): FrameLayout['keys'] {
  const keys: FrameLayout['keys'][number][] = [];
  let [at, line] = [x, y];
  for (const { label, colour, shape } of words.key) {
    const width = 16 + textWidth(label, 12) + 14;
    if (at + width - 14 > right && at > x) [at, line] = [x, line + keyLine];
    const lines = nameLines(label, right - at - 16);
    keys.push({ x: at, y: line, lines, colour, shape });
    at += width;
    if (lines.length > 1) [at, line] = [right, line + moreForName(lines)];
  }
  return keys;
}

/**
 * Makes the lines below the rule: source, notes, day and stamp; the address of the view comes last.
 */
function footLines(
  { words, language, stamp, notesReplacements, isInset }: FrameInput,
  room: number,
): { readonly notes: readonly string[]; readonly link: readonly string[] } {
  const frame = kitLabels[language];
  const madeWithText = stamp === undefined ? frame.madeWith : madeInWords(stamp, language);
  const filters = stamp === undefined ? [] : filtersInWords(stamp, language);
  const day = [
    frame.asOf(formatDate(words.as_of, language, 'long')),
    ...filters,
    madeWithText,
  ].join(frame.separator);
  const wrapText = (text: string): readonly string[] =>
    limitLines(wrapSentence(text, room, footSize), room, footSize, false, mostNoteLines);
  const { annotations = [] } = words;
  const others = words.notes.filter((note) => !annotations.includes(note));
  return {
    notes: [
      ...annotations,
      ...sourceInWords(words.source, language),
      ...others,
      ...(notesReplacements === true ? [frame.replaced] : []),
      ...(isInset === true ? [] : [day]),
    ].flatMap(wrapText),
    link: stamp?.link === undefined ? [] : wrapAddress(frame.view(stamp.link), room, footSize),
  };
}

interface Page {
  readonly width: number;
  /** The height of the named size. A picture with more content is higher. */
  readonly height: number;
  readonly margin: number;
  /** Width between the margins. */
  readonly room: number;
  readonly illustrative: boolean;
}
/** The height of a picture in a document as a share of its width. */
const insetShare = 0.43;
function layPage({ words, overview, size, isInset = false }: FrameInput): Page {
  const [pxWidth, pxHeight] = pictureSizes[size];
  const width = layoutWidths[size];
  const margin = isInset ? 0 : margins[size];
  // a document has the mark only if its overview has
  const illustrative = overview.illustrative ? !isInset : words.data_status === 'illustrative';
  const height = width * (isInset ? insetShare : pxHeight / pxWidth);
  return { width, height, margin, room: width - margin * 2, illustrative };
}

/** Places zone and title; `bottom` is the top of the subtitle. */
function placeTitle(
  { words, overview, language, size }: FrameInput,
  { margin: x, room }: Page,
  top: number,
): Pick<FrameLayout, 'texts' | 'rule'> & { readonly bottom: number } {
  const zone = limitLines(wrapText(overview.zone.name[language], room, 12), room, 12);
  const rule = top + zone.length * 18 + 6;
  const heading = size === 'half_a4' ? 16 : 18;
  const title = limitLines(balanceText(words.title, room, heading, true), room, heading, true);
  const lineHeight = heading + 7;
  return {
    texts: [
      ...stackLines(zone, top, { x, size: 12, lineHeight: 18, colour: 'ink-3' }),
      ...stackLines(title, rule + 6, { x, size: heading, lineHeight, colour: 'ink', bold: true }),
    ],
    rule,
    bottom: rule + 6 + title.length * lineHeight,
  };
}

/** Places zone, title, subtitle and key; `bottom` is the top of the plot. */
function placeHead(
  input: FrameInput,
  page: Page,
): Pick<FrameLayout, 'texts' | 'rule' | 'keys'> & { readonly bottom: number } {
  const { words, size, isInset } = input;
  const { width, margin: x, room, illustrative } = page;
  const air = size === 'a4' ? 24 : isInset === true ? 0 : 8;
  const top = (illustrative ? band : 4) + air;
  const { bottom: subtitleTop, ...head } =
    isInset === true ? { texts: [], bottom: top } : placeTitle(input, page, top);
  const subtitle = limitLines(wrapSentence(unbrokenRates(words.subtitle), room, 13), room, 13);
  const y = subtitleTop + subtitle.length * 19;
  const keys = placeKeys(words, x, y + keyLine, width - x);
  const last = keys.at(-1);
  return {
    ...head,
    texts: [
      ...head.texts,
      ...stackLines(subtitle, subtitleTop, { x, size: 13, lineHeight: 19, colour: 'ink-2' }),
    ],
    keys,
    bottom: (last === undefined ? y : last.y + moreForName(last.lines)) + 10,
  };
}

/** The parts below the plot, by their distance from the rule above them. */
interface Foot extends Pick<FrameLayout, 'texts' | 'chip' | 'qr'> {
  /** The distance from the rule to the lower edge of the picture. */
  readonly height: number;
}

/**
 * Places status, source, notes and the address of the view, with its QR code. Invented data have no
 * status: the band marks them.
 */
function placeFoot(input: FrameInput, { width, margin, room }: Page): Foot {
  const { words, language, size, stamp, isInset } = input;
  const isInvented = words.data_status === 'illustrative';
  const status = isInvented ? undefined : dataStatusTerms[words.data_status][language];
  const chipWidth = status === undefined ? 0 : textWidth(status, 12) + 12;
  const isNarrow = size === 'tall';
  const start = chipWidth === 0 || isNarrow ? 0 : chipWidth + 8;
  const address = stamp?.link;
  const lineRoom = room - start - (address === undefined ? 0 : qrWidth + 12);
  const { notes, link } = footLines(input, lineRoom);
  const [x, top] = [margin + start, isNarrow && status !== undefined ? 28 : 6];
  const linkTexts = link.map(
    (text, index): PlacedText => ({
      text,
      x,
      y: top + footLine * (notes.length + index + 1) - 4.5,
      size: footSize,
      colour: 'ink-3',
      ...compact({ address }),
    }),
  );
  const lines = top + (notes.length + link.length) * footLine;
  const least = address === undefined ? 0 : qrWidth + 2;
  return {
    height: Math.max(lines, least) + (isInset === true ? 2 : size === 'a4' ? 35 : 13),
    texts: [
      ...stackLines(notes, top, { x, size: footSize, lineHeight: footLine, colour: 'ink-3' }),
      ...linkTexts,
    ],
    ...compact({
      chip: status === undefined ? undefined : { x: margin, y: 7, width: chipWidth, label: status },
      qr:
        address === undefined
          ? undefined
          : { x: width - margin - qrWidth, y: 7, width: qrWidth, address },
    }),
  };
}

const below = <T extends { readonly y: number }>(part: T, top: number): T => ({
  ...part,
  y: part.y + top,
});

/**
 * Places all parts of a picture: title and key above, source and status below, the plot between
 * them. `leastPlot` gives the height that the plot needs in a room of the given size. A plot that
 * needs more than its room makes the picture higher.
 */
export function frameLayout(
  input: FrameInput,
  leastPlot: (room: { readonly width: number; readonly height: number }) => number,
): FrameLayout {
  const page = layPage(input);
  const { width, margin, room, illustrative } = page;
  const { bottom, ...head } = placeHead(input, page);
  const { height: footHeight, texts, chip, qr } = placeFoot(input, page);
  const plotHeight = Math.max(0, page.height - footHeight - bottom - 10);
  const plot = { width: room, height: plotHeight };
  const foot = bottom + Math.max(plotHeight, leastPlot(plot)) + 10;
  return {
    width,
    height: foot + footHeight,
    plot: { x: margin, y: bottom, width: room, height: foot - 10 - bottom },
    ...head,
    ...compact({
      chip: chip === undefined ? undefined : below(chip, foot),
      qr: qr === undefined ? undefined : below(qr, foot),
    }),
    foot,
    texts: [...head.texts, ...texts.map((text) => below(text, foot))],
    illustrative,
  };
}
