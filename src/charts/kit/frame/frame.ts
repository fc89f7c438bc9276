import { pictureSizes } from '#charts/kit/definition.ts';
import type { Language } from '#domain/values/language.ts';
import { fontFamily } from '#charts/kit/style/fonts.ts';
import { markPaint, markPath } from '#charts/kit/style/industry-marks.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { nameLine } from '#charts/kit/text/name-lines.ts';
import { resolveTokens, type Theme } from '#charts/kit/style/tokens.ts';
import { qrSvg } from './qr.ts';
import { xml } from '#charts/kit/style/xml.ts';

import { band, type FrameInput, type FrameLayout } from './layout.ts';
import type { PlacedText } from './placed-text.ts';

const label = ({ text, x, y, size, bold, colour, address }: PlacedText): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${bold === true ? 600 : 400}" fill="var(--${colour})"${address === undefined ? '' : ` data-address="${xml(address)}"`}>${xml(text)}</text>`;

/** The ochre band that marks invented data; every picture with such a value has it. */
function illustrativeBand(width: number, language: Language): string {
  const stripes = Array.from(
    { length: 4 },
    (_, index) =>
      `<path d="M${8 + index * 5} ${band}L${16 + index * 5} 0" stroke="var(--illus-border)" stroke-width="1.5"/>`,
  ).join('');
  return `<rect width="${width}" height="${band}" fill="var(--illus-bg)"/><rect y="${band - 1}" width="${width}" height="1" fill="var(--illus-stripe)"/>${stripes}${label({ text: kitLabels[language].illustrative, x: 44, y: 14.5, size: 12, bold: true, colour: 'illus-ink' })}`;
}

const chip = ({ x, y, width, label: text }: NonNullable<FrameLayout['chip']>): string =>
  `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="16" rx="2" fill="var(--bg)" stroke="var(--control-border)"/>${label({ text, x: x + 6, y: y + 12.8, size: 12, colour: 'ink-2' })}`;

function keyMark({ x, y, lines, colour, shape }: FrameLayout['keys'][number]): string {
  const { fill, stroke, strokeWidth } = markPaint(shape, `var(--${colour})`);
  const words = lines
    .map((text, at) => label({ text, x: x + 16, y: y + at * nameLine, size: 12, colour: 'ink-2' }))
    .join('');
  return `<path d="${markPath(shape, x + 5.5, y - 4, 5)}" fill="${fill}" stroke="${stroke}" stroke-width="${strokeWidth}"/>${words}`;
}

/** The colour of the page around a picture in a document. */
const paper = '#FFFFFF';

interface FrameRequest extends FrameInput {
  readonly theme: Theme;
  readonly layout: FrameLayout;
  readonly plot: string;
  /** The size at which the plot was drawn: that of its room, or larger. */
  readonly drawnSize: { readonly width: number; readonly height: number };
}

/**
 * Makes the whole picture as a complete SVG: colours and fonts in attributes, text as text, no
 * external resources.
 */
export function frameSvg({
  words,
  overview,
  language,
  theme,
  size,
  layout,
  plot,
  drawnSize,
  isInset,
}: FrameRequest): string {
  const { width, height } = layout;
  const [pxWidth] = pictureSizes[size];
  const pxHeight = Math.round((height * pxWidth) / width);
  const margin = layout.plot.x;
  const parts = [
    `<rect width="${width}" height="${height}" fill="${isInset === true ? paper : 'var(--bg)'}"/>`,
    layout.illustrative ? illustrativeBand(width, language) : '',
    layout.rule === undefined
      ? ''
      : `<rect x="${margin}" y="${layout.rule}" width="${width - margin * 2}" height="1" fill="var(--rule-strong)"/>`,
    ...layout.texts.map(label),
    ...layout.keys.map(keyMark),
    drawnSize.width === layout.plot.width
      ? plot.replace('<svg', `<svg x="${layout.plot.x}" y="${layout.plot.y}" overflow="visible"`)
      : `<svg x="${layout.plot.x}" y="${layout.plot.y}" width="${layout.plot.width}" height="${layout.plot.height}" viewBox="0 0 ${drawnSize.width} ${drawnSize.height}" overflow="visible">${plot.replace('<svg', '<svg overflow="visible"')}</svg>`,
    `<rect x="${margin}" y="${layout.foot}" width="${width - margin * 2}" height="1" fill="var(--rule)"/>`,
    layout.chip === undefined ? '' : chip(layout.chip),
    layout.qr === undefined
      ? ''
      : qrSvg(layout.qr.address, layout.qr.x, layout.qr.y, layout.qr.width),
  ].join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pxWidth}" height="${pxHeight}" viewBox="0 0 ${width} ${height}" lang="${language}" font-family="${fontFamily[language]}" role="img" aria-label="${xml(words.alt)}"><title>${xml(words.title)}</title><desc>${xml(overview.zone.name[language])}</desc>${parts}</svg>`;
  return resolveTokens(svg, theme);
}
