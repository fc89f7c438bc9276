import { textWidth } from '#charts/kit/style/font-advances.ts';
import { type SvgNode, svgTree } from '#server/exports/formats/svg/svg-tree.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
interface Text extends Box {
  readonly text: string;
  /** Height of its letters as displayed. */
  readonly size: number;
}
interface PictureParts {
  readonly texts: Text[];
  /** Data points, which no text may cover. */
  readonly points: Box[];
}
/** Origin and scale of a nested drawing, and the width that its percentages refer to. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly width: number;
}
const invisibleElements: ReadonlySet<string> = new Set([
  'defs',
  'title',
  'desc',
  'clipPath',
  'pattern',
]);
function length(value: string | undefined, whole: number, otherwise = 0): number {
  if (value === undefined) return otherwise;
  return value.endsWith('%') ? (Number.parseFloat(value) * whole) / 100 : Number.parseFloat(value);
}

/** Ascent and descent of Han characters in both Noto faces, as parts of the font size. */
const [ascent, descent] = [0.86, 0.12];

function placeOf({ attributes }: SvgNode, at: Place): Place {
  const width = length(attributes['width'], at.width, at.width);
  const [, , own = width] = (attributes['viewBox'] ?? '').split(' ').map(Number);
  return {
    x: at.x + length(attributes['x'], at.width) * at.scale,
    y: at.y + length(attributes['y'], 0) * at.scale,
    scale: (at.scale * width) / (own || width),
    width: own || width,
  };
}

function collect(node: SvgNode, at: Place, parts: PictureParts): void {
  const { name, attributes, text } = node;
  // the outline of a text is below the text itself
  if (invisibleElements.has(name) || attributes['aria-hidden'] === 'true') return;
  const here = name === 'svg' ? placeOf(node, at) : at;
  if (name === 'text' && text.trim() !== '') {
    const size = length(attributes['font-size'], 0, 12);
    const width = textWidth(text, size, length(attributes['font-weight'], 0, 400) >= 600);
    const x = length(attributes['x'], here.width) + length(attributes['dx'], 0);
    const left =
      attributes['text-anchor'] === 'end'
        ? x - width
        : attributes['text-anchor'] === 'middle'
          ? x - width / 2
          : x;
    const y = length(attributes['y'], 0);
    parts.texts.push({
      text,
      size: size * here.scale,
      left: here.x + left * here.scale,
      right: here.x + (left + width) * here.scale,
      top: here.y + (y - size * ascent) * here.scale,
      bottom: here.y + (y + size * descent) * here.scale,
    });
  }
  if (name === 'circle') {
    const [x, y] = [
      here.x + length(attributes['cx'], here.width) * here.scale,
      here.y + length(attributes['cy'], 0) * here.scale,
    ];
    const radius = length(attributes['r'], 0) * here.scale;
    parts.points.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }
  for (const child of node.children) collect(child, here, parts);
}

const covers = (a: Box, b: Box, x: number, y: number): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > x &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > y;
const describeBox = ({ left, right, top, bottom }: Box): string =>
  [left, top, right, bottom].map((value) => value.toFixed(0)).join(' ');

function readPicture(
  svg: string,
): PictureParts & { readonly width: number; readonly height: number } {
  const root = svgTree(svg);
  const [, , width = 0, height = 0] = (root.attributes['viewBox'] ?? '').split(' ').map(Number);
  const parts: PictureParts = { texts: [], points: [] };
  for (const child of root.children) collect(child, { x: 0, y: 0, scale: 1, width }, parts);
  return { ...parts, width, height };
}
/** The texts of a picture with their sizes, in units of its viewBox. */
export const pictureTexts = (svg: string): readonly Text[] => readPicture(svg).texts;

/**
 * Finds texts of a picture that overlap each other, cover a data point or leave the picture.
 * @returns one line per fault
 */
export function pictureFaults(svg: string): readonly string[] {
  const { texts, points, width, height } = readPicture(svg);
  return texts.flatMap((one, index) => [
    ...(one.left < -0.5 || one.right > width + 0.5 || one.top < -0.5 || one.bottom > height + 0.5
      ? [`OFF the picture: [${one.text}] ${describeBox(one)} of ${width}×${height}`]
      : []),
    ...texts
      .slice(index + 1)
      .flatMap((other) =>
        covers(one, other, 1, 2)
          ? [`HIT: [${one.text}] on [${other.text}] ${describeBox(one)}`]
          : [],
      ),
    ...points.flatMap((point) =>
      covers(one, point, 1, 1)
        ? [`OVER a point: [${one.text}] ${describeBox(one)}, the point ${describeBox(point)}`]
        : [],
    ),
  ]);
}
