import { compact } from '#domain/values/compact.ts';
import { type ChartWords, type PictureSize, pictureSizes } from '#charts/kit/definition.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { dataStatusTerms } from '#domain/labels/index.ts';
import {
  balanceText,
  fitText,
  textWidth,
  wrapAddress,
  wrapSentence,
  wrapText,
} from '#charts/kit/style/font-advances.ts';
import type { MarkShape } from '#charts/kit/style/industry-marks.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import { type FigureStamp, filtersInWords, madeInWords } from './stamp.ts';

/**
 * Pictures are laid out at half their size: 12 px of the layout are 24 px of a 1600 px picture,
 * readable on a slide.
 */
export const pictureScale = 2;
export const band = 20;
/** Size and height of the lines under the rule. */
const [footSize, footLine] = [11, 15.5];

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly colour: Token;
  /** The address of a text; a PDF makes it a link. */
  readonly address?: string;
}
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
  readonly rule: number;
  readonly foot: number;
  readonly keys: readonly {
    readonly x: number;
    readonly y: number;
    readonly label: string;
    readonly colour: Token;
    readonly shape: MarkShape;
  }[];
  readonly chip: {
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
/** What the words around a plot are made of. */
export interface FrameInput {
  readonly words: ChartWords;
  readonly overview: Overview;
  readonly language: Language;
  readonly size: PictureSize;
  readonly stamp?: FigureStamp | undefined;
  /** Adds a note that marks replace characters that no font has. */
  readonly notesReplacements?: boolean | undefined;
}

/** A rate, as 100 JPY = 5.9 CNY, is not broken over two lines. */
const unbrokenRates = (text: string): string =>
  text.replaceAll(/\d{1,9} [A-Z]{3} = [\d.]{1,40} [A-Z]{3}/g, (rate) =>
    rate.replaceAll(' ', '\u00a0'),
  );

function placeKeys(words: ChartWords, x: number, y: number, right: number): FrameLayout['keys'] {
  const keys: { x: number; y: number; label: string; colour: Token; shape: MarkShape }[] = [];
  let [at, line] = [x, y];
  for (const { label, colour, shape } of words.key) {
    const width = 16 + textWidth(label, 12) + 14;
    if (at + width - 14 > right && at > x) [at, line] = [x, line + 18];
    keys.push({ x: at, y: line, label, colour, shape });
    at += width;
  }
  return keys;
}

/** The address on one line, if need be a little smaller, else on more lines. */
const linkLines = (text: string, room: number): readonly string[] =>
  textWidth(text, footSize * 0.82) <= room ? [text] : wrapAddress(text, room, footSize);

/** The most lines that source and notes take, and those of a person's texts among them. */
const mostNoteLines = 8;
const mostTextLines = 10;

/** Texts in so many lines that all of them have some; a longer one ends in an ellipsis. */
function shareLines(texts: readonly string[], room: number): readonly string[] {
  const wrapped = texts.map((text) => wrapSentence(text, room, footSize));
  const own = Math.max(1, Math.floor(mostTextLines / Math.max(1, texts.length)));
  if (wrapped.flat().length <= mostTextLines) return wrapped.flat();
  return wrapped.flatMap((lines) =>
    lines.length <= own
      ? lines
      : [...lines.slice(0, own - 1), fitText(lines.slice(own - 1).join(' '), room, footSize)],
  );
}

/** The lines under the rule: source, notes, day and making; the address of the view comes last. */
function footLines(
  { words, language, stamp, notesReplacements }: FrameInput,
  room: number,
): { readonly notes: readonly string[]; readonly link: readonly string[] } {
  const frame = frameWords[language];
  const madeWithText = stamp === undefined ? frame.madeWith : madeInWords(stamp, language);
  const filters = stamp === undefined ? [] : filtersInWords(stamp, language);
  const day = [
    frame.asOf(formatDate(words.as_of, language, 'long')),
    ...filters,
    madeWithText,
  ].join(frame.separator);
  const wrapped = (text: string): readonly string[] => wrapSentence(text, room, footSize);
  const { annotations = [] } = words;
  const texts = shareLines(annotations, room);
  const others = words.notes.filter((note) => !annotations.includes(note));
  const left = Math.max(2, mostNoteLines - Math.max(0, texts.length - 4));
  const notes = [
    ...texts,
    ...[frame.source(words.source), ...others].flatMap(wrapped).slice(0, left),
    ...(notesReplacements === true ? wrapped(frame.replaced) : []),
    ...wrapped(day),
  ];
  return {
    notes,
    link: stamp?.link === undefined ? [] : linkLines(frameWords[language].view(stamp.link), room),
  };
}

type LineStyle = Pick<PlacedText, 'x' | 'size' | 'colour' | 'bold'> & {
  readonly lineHeight: number;
};
/** Places lines one under another below a height. */
const stackLines = (
  lines: readonly string[],
  top: number,
  { lineHeight, ...style }: LineStyle,
): readonly PlacedText[] =>
  lines.map((text, index) => ({
    ...style,
    text,
    y: top + lineHeight * (index + 1) - Math.round(lineHeight * 0.28),
  }));

interface Page {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Width between the margins. */
  readonly room: number;
  readonly illustrative: boolean;
}
function layPage({ words, overview, size }: FrameInput): Page {
  const [width, height] = pictureSizes[size].map((px) => px / pictureScale) as [number, number];
  const margin = size === 'tall' ? 24 : size === 'a4' ? 51 : 28;
  const illustrative = words.data_status === 'illustrative' || overview.illustrative;
  return { width, height, margin, room: width - margin * 2, illustrative };
}

/** Zone, title, subtitle and key; `bottom` is where the plot begins. */
function placeHead(
  { words, overview, language, size }: FrameInput,
  { width, margin: x, room, illustrative }: Page,
): Pick<FrameLayout, 'texts' | 'rule' | 'keys'> & { readonly bottom: number } {
  const top = (illustrative ? band : 4) + (size === 'a4' ? 24 : 8);
  const rule = top + 18 + 6;
  const heading = size === 'half_a4' ? 16 : 18;
  const title = balanceText(words.title, room, heading, true).slice(0, 3);
  const subtitle = wrapText(unbrokenRates(words.subtitle), room, 13).slice(0, 2);
  const titleTop = rule + 6;
  const subtitleTop = titleTop + title.length * (heading + 7);
  const y = subtitleTop + subtitle.length * 19;
  const keys = placeKeys(words, x, y + 18, width - x);
  const zone = [fitText(overview.zone.name[language], room, 12)];
  return {
    texts: [
      ...stackLines(zone, top, { x, size: 12, lineHeight: 18, colour: 'ink-3' }),
      ...stackLines(title, titleTop, {
        x,
        size: heading,
        lineHeight: heading + 7,
        colour: 'ink',
        bold: true,
      }),
      ...stackLines(subtitle, subtitleTop, { x, size: 13, lineHeight: 19, colour: 'ink-2' }),
    ],
    rule,
    keys,
    bottom: (keys.at(-1)?.y ?? y) + 10,
  };
}

/** Status, source, notes and the address of the view, with its QR code. */
function placeFoot(
  input: FrameInput,
  { width, height, margin, room }: Page,
): Pick<FrameLayout, 'texts' | 'foot' | 'chip' | 'qr'> {
  const { words, language, size, stamp } = input;
  const status = dataStatusTerms[words.data_status][language];
  const chipWidth = textWidth(status, 12) + 12;
  const address = stamp?.link;
  const lineRoom = room - chipWidth - 8 - (address === undefined ? 0 : qrWidth + 12);
  const { notes, link } = footLines(input, lineRoom);
  const lines = (notes.length + link.length) * footLine;
  const least = address === undefined ? 0 : qrWidth - 4;
  const foot = height - (size === 'a4' ? 34 : 12) - Math.max(lines, least) - 7;
  const [x, top] = [margin + chipWidth + 8, foot + 6];
  const linkTexts = link.map((text, index): PlacedText => {
    const textSize = Math.min(footSize, (footSize * lineRoom) / textWidth(text, footSize));
    return {
      text,
      x,
      y: top + footLine * (notes.length + index + 1) - 4.5,
      size: Math.round(textSize * 100) / 100,
      colour: 'ink-3',
      ...compact({ address }),
    };
  });
  return {
    texts: [
      ...stackLines(notes, top, { x, size: footSize, lineHeight: footLine, colour: 'ink-3' }),
      ...linkTexts,
    ],
    foot,
    chip: { x: margin, y: foot + 7, width: chipWidth, label: status },
    ...compact({
      qr:
        address === undefined
          ? undefined
          : { x: width - margin - qrWidth, y: foot + 7, width: qrWidth, address },
    }),
  };
}

/**
 * Where everything of a picture stands: title and key above, source and status below, the plot in
 * the room between.
 */
export function frameLayout(input: FrameInput): FrameLayout {
  const page = layPage(input);
  const { width, height, margin, room, illustrative } = page;
  const { bottom, ...head } = placeHead(input, page);
  const foot = placeFoot(input, page);
  return {
    width,
    height,
    plot: { x: margin, y: bottom, width: room, height: foot.foot - bottom - 10 },
    ...head,
    ...foot,
    texts: [...head.texts, ...foot.texts],
    illustrative,
  };
}
