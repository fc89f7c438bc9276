import type { IndustryMark } from '#domain/zone/zone.ts';
import type { Token } from './tokens.ts';

/** A shape for each colour, so that no mark differs from another by its hue alone. */
export type MarkShape = 'circle' | 'ring' | 'diamond' | 'cross';

const shapes: Readonly<Partial<Record<IndustryMark, MarkShape>>> = {
  services: 'ring',
  seventh: 'diamond',
  eighth: 'diamond',
  other: 'cross',
};
/** Returns the shape that marks an industry; a circle for one without a shape. */
export const findMarkShape = (mark: IndustryMark): MarkShape => shapes[mark] ?? 'circle';
/** Returns the colour token of the mark of an industry. */
export const markToken = (mark: IndustryMark): Token => `ind-${mark}`;

/** The outline of a mark around its centre, as the data of a path. */
export function markPath(shape: MarkShape, x: number, y: number, radius: number): string {
  if (shape === 'diamond')
    return `M${x} ${y - radius}l${radius} ${radius}l${-radius} ${radius}l${-radius} ${-radius}z`;
  const arm = radius * 0.75;
  if (shape === 'cross')
    return `M${x - arm} ${y - arm}l${arm * 2} ${arm * 2}M${x + arm} ${y - arm}l${-arm * 2} ${arm * 2}`;
  const r = shape === 'ring' ? radius - 0.8 : radius;
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0z`;
}

/** How a mark is painted: filled, or as an outline. */
export const markPaint = (
  shape: MarkShape,
  colour: string,
): { readonly fill: string; readonly stroke: string; readonly strokeWidth: number } =>
  shape === 'ring' || shape === 'cross'
    ? { fill: 'none', stroke: colour, strokeWidth: shape === 'ring' ? 1.8 : 2 }
    : { fill: colour, stroke: 'none', strokeWidth: 0 };
