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
import { fontFamily } from '#charts/kit/style/fonts.ts';
import { markPaint, markPath, type MarkShape } from '#charts/kit/style/industry-marks.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import { resolveTokens, type Theme, type Token } from '#charts/kit/style/tokens.ts';
import { qrSvg } from './qr.ts';
import { type FigureStamp, filtersInWords, madeInWords } from './stamp.ts';
import { xml } from '#charts/kit/style/xml.ts';

/** Pictures are laid out at half their size: 12 px of the layout are 24 px of a 1600 px picture, readable on a slide. */
export const pictureScale = 2;
const band = 20;
/** Size and height of the lines under the rule. */
const [footSize, footLine] = [11, 15.5];

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly colour: Token;
  /** The address that a text stands for; a PDF makes it one to click. */
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
  readonly texts: readonly Placed[];
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
export interface FrameAsked {
  readonly words: ChartWords;
  readonly overview: Overview;
  readonly language: Language;
  readonly size: PictureSize;
  readonly stamp?: FigureStamp | undefined;
  /** Says that marks stand in place of characters that no font has. */
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

/** The address in a line, a little smaller where it has to be, else in more. */
const linkLines = (text: string, room: number): readonly string[] =>
  textWidth(text, footSize * 0.82) <= room ? [text] : wrapAddress(text, room, footSize);

/** Lines that source and notes take at most. */
const mostSaid = 8;

/** The lines under the rule: source, notes, day and making; the address of the view comes last. */
function footLines(
  { words, language, stamp, notesReplacements }: FrameAsked,
  room: number,
): { readonly said: readonly string[]; readonly link: readonly string[] } {
  const frame = frameWords[language];
  const made = stamp === undefined ? frame.madeWith : madeInWords(stamp, language);
  const filters = stamp === undefined ? [] : filtersInWords(stamp, language);
  const day = [frame.asOf(formatDate(words.as_of, language, 'long')), ...filters, made].join(
    frame.separator,
  );
  const wrapped = (text: string): readonly string[] => wrapSentence(text, room, footSize);
  const said = [
    ...[frame.source(words.source), ...words.notes].flatMap(wrapped).slice(0, mostSaid),
    ...(notesReplacements === true ? wrapped(frame.replaced) : []),
    ...wrapped(day),
  ];
  return {
    said,
    link: stamp?.link === undefined ? [] : linkLines(frameWords[language].view(stamp.link), room),
  };
}

/** Where everything of a picture stands: title and key above, source and status below, the plot in the room between. */
export function frameLayout(asked: FrameAsked): FrameLayout {
  const { words, overview, language, size, stamp } = asked;
  const [width, height] = pictureSizes[size].map((px) => px / pictureScale) as [number, number];
  const margin = size === 'tall' ? 24 : size === 'a4' ? 51 : 28;
  const room = width - margin * 2;
  const illustrative = words.data_status === 'illustrative' || overview.illustrative;
  const texts: Placed[] = [];
  let y = illustrative ? band : 4;
  const put = (
    lines: readonly string[],
    textSize: number,
    lineHeight: number,
    colour: Token,
    bold = false,
    x = margin,
  ): void => {
    for (const text of lines) {
      y += lineHeight;
      texts.push({ text, x, y: y - Math.round(lineHeight * 0.28), size: textSize, colour, bold });
    }
  };
  y += size === 'a4' ? 24 : 8;
  put([fitText(overview.zone.name[language], room, 12)], 12, 18, 'ink-3');
  y += 6;
  const rule = y;
  y += 6;
  const heading = size === 'half_a4' ? 16 : 18;
  put(balanceText(words.title, room, heading, true).slice(0, 3), heading, heading + 7, 'ink', true);
  put(wrapText(unbrokenRates(words.subtitle), room, 13).slice(0, 2), 13, 19, 'ink-2');
  const keys = placeKeys(words, margin, y + 18, width - margin);
  y = (keys.at(-1)?.y ?? y) + 10;
  const top = y;

  const status = dataStatusTerms[words.data_status][language];
  const chipWidth = textWidth(status, 12) + 12;
  const address = stamp?.link;
  const lineRoom = room - chipWidth - 8 - (address === undefined ? 0 : qrWidth + 12);
  const { said, link } = footLines(asked, lineRoom);
  const lines = (said.length + link.length) * footLine;
  const foot =
    height -
    (size === 'a4' ? 34 : 12) -
    Math.max(lines, address === undefined ? 0 : qrWidth - 4) -
    7;
  y = foot + 6;
  put(said, footSize, footLine, 'ink-3', false, margin + chipWidth + 8);
  for (const text of link) {
    y += footLine;
    const textSize = Math.min(footSize, (footSize * lineRoom) / textWidth(text, footSize));
    texts.push({
      text,
      x: margin + chipWidth + 8,
      y: y - 4.5,
      size: Math.round(textSize * 100) / 100,
      colour: 'ink-3',
      ...compact({ address }),
    });
  }
  return {
    width,
    height,
    plot: { x: margin, y: top, width: room, height: foot - top - 10 },
    texts,
    rule,
    foot,
    keys,
    chip: { x: margin, y: foot + 7, width: chipWidth, label: status },
    illustrative,
    ...compact({
      qr:
        address === undefined
          ? undefined
          : { x: width - margin - qrWidth, y: foot + 7, width: qrWidth, address },
    }),
  };
}

const label = ({ text, x, y, size, bold, colour, address }: Placed): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${bold === true ? 600 : 400}" fill="var(--${colour})"${address === undefined ? '' : ` data-address="${xml(address)}"`}>${xml(text)}</text>`;

/** The ochre band that says the data are invented: part of every picture that has any such value, and not an option. */
function illustrativeBand(width: number, language: Language): string {
  const stripes = Array.from(
    { length: 4 },
    (_, index) =>
      `<path d="M${8 + index * 5} ${band}L${16 + index * 5} 0" stroke="var(--illus-border)" stroke-width="1.5"/>`,
  ).join('');
  return `<rect width="${width}" height="${band}" fill="var(--illus-bg)"/><rect y="${band - 1}" width="${width}" height="1" fill="var(--illus-stripe)"/>${stripes}${label({ text: frameWords[language].illustrative, x: 44, y: 14.5, size: 12, bold: true, colour: 'illus-ink' })}`;
}

function chip({ chip: { x, y, width, label: text } }: FrameLayout, illustrative: boolean): string {
  const [fill, stroke, colour] = illustrative
    ? ['illus-bg', 'illus-border', 'illus-ink']
    : ['bg', 'control-border', 'ink-2'];
  return `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="16" rx="2" fill="var(--${fill})" stroke="var(--${stroke})"/>${label({ text, x: x + 6, y: y + 12.8, size: 12, colour: colour as Token })}`;
}

function keyMark({ x, y, label: text, colour, shape }: FrameLayout['keys'][number]): string {
  const { fill, stroke, strokeWidth } = markPaint(shape, `var(--${colour})`);
  return `<path d="${markPath(shape, x + 5.5, y - 4, 5)}" fill="${fill}" stroke="${stroke}" stroke-width="${strokeWidth}"/>${label({ text, x: x + 16, y, size: 12, colour: 'ink-2' })}`;
}

interface FrameRequest extends FrameAsked {
  readonly theme: Theme;
  readonly layout: FrameLayout;
  readonly plot: string;
  /** The size that the plot was drawn at: that of its room, or larger. */
  readonly drawn: { readonly width: number; readonly height: number };
}

/** The whole picture as an SVG that stands alone: colours and fonts in attributes, text as text, nothing from outside. */
export function frameSvg({
  words,
  overview,
  language,
  theme,
  size,
  layout,
  plot,
  drawn,
}: FrameRequest): string {
  const [pxWidth, pxHeight] = pictureSizes[size];
  const { width, height } = layout;
  const margin = layout.plot.x;
  const parts = [
    `<rect width="${width}" height="${height}" fill="var(--bg)"/>`,
    layout.illustrative ? illustrativeBand(width, language) : '',
    `<rect x="${margin}" y="${layout.rule}" width="${width - margin * 2}" height="1" fill="var(--rule-strong)"/>`,
    ...layout.texts.map(label),
    ...layout.keys.map(keyMark),
    drawn.width === layout.plot.width
      ? plot.replace('<svg', `<svg x="${layout.plot.x}" y="${layout.plot.y}" overflow="visible"`)
      : `<svg x="${layout.plot.x}" y="${layout.plot.y}" width="${layout.plot.width}" height="${layout.plot.height}" viewBox="0 0 ${drawn.width} ${drawn.height}" overflow="visible">${plot.replace('<svg', '<svg overflow="visible"')}</svg>`,
    `<rect x="${margin}" y="${layout.foot}" width="${width - margin * 2}" height="1" fill="var(--rule)"/>`,
    chip(layout, words.data_status === 'illustrative'),
    layout.qr === undefined
      ? ''
      : qrSvg(layout.qr.address, layout.qr.x, layout.qr.y, layout.qr.width),
  ].join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pxWidth}" height="${pxHeight}" viewBox="0 0 ${width} ${height}" lang="${language}" font-family="${fontFamily[language]}" role="img" aria-label="${xml(words.alt)}"><title>${xml(words.title)}</title><desc>${xml(overview.zone.name[language])}</desc>${parts}</svg>`;
  return resolveTokens(svg, theme);
}
