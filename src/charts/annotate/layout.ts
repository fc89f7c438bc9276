import { compact } from '#domain/values/compact.ts';
import type { AnnotationAxis } from '#charts/kit/annotation-axis.ts';
import { spreadLabels } from '#charts/kit/spread-labels.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';

/** An annotation as it is drawn and read out. */
export interface DrawnAnnotation {
  /** Its number in the notes. */
  readonly n: string;
  readonly at: string;
  readonly unit?: string;
  /** Its day or value, written as text. */
  readonly place: string;
  readonly text: string;
}
export interface AnnotatedSeries<S> {
  readonly own: S;
  readonly annotations: readonly DrawnAnnotation[];
  /** Size of small text in px: Han and kana are not drawn smaller than 12. */
  readonly small: number;
}
/** The series of a chart, with or without annotations. */
export type WithNotes<S> = S | AnnotatedSeries<S>;
/** Whether a series carries annotations beside the marks of its chart. */
export const isAnnotated = <S>(series: WithNotes<S>): series is AnnotatedSeries<S> =>
  typeof series === 'object' && series !== null && 'annotations' in series;

export const badgeRadius = 8;
const apart = badgeRadius * 2 + 3;
/** The width or height of the strip for numbers, above a drawing or at its right. */
const strip = 24;

/** A mark across an axis, with its number at the end. */
export interface PlacedAnnotation {
  readonly annotation: DrawnAnnotation;
  readonly along: 'x' | 'y';
  readonly line: {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
  };
  readonly badge: { readonly x: number; readonly y: number };
  /** The text beside the number, where there is room for it. */
  readonly label?: { readonly x: number; readonly text: string };
}
export interface AnnotatedLayout {
  readonly top: number;
  /** Width of the drawing under the marks. */
  readonly width: number;
  readonly placed: readonly PlacedAnnotation[];
}

type AnnotationAnchor = {
  readonly annotation: DrawnAnnotation;
  readonly axis: AnnotationAxis;
  readonly px: number;
};

function findPlaces(
  annotations: readonly DrawnAnnotation[],
  axes: readonly AnnotationAxis[],
): readonly AnnotationAnchor[] {
  return annotations.flatMap((annotation): AnnotationAnchor[] => {
    for (const axis of axes) {
      const px = axis.unit?.unit === annotation.unit ? axis.place(annotation.at) : undefined;
      if (px !== undefined) return [{ annotation, axis, px }];
    }
    return [];
  });
}

/**
 * Places the marks on an axis from left to right: numbers in a strip above the drawing, with short
 * texts.
 */
function placeAcross(
  anchors: readonly AnnotationAnchor[],
  width: number,
  small: number,
): PlacedAnnotation[] {
  const xs = spreadLabels(
    anchors.map(({ px }) => px),
    { top: badgeRadius, bottom: width - badgeRadius, apart },
  );
  return anchors.map(({ annotation, axis, px }, at) => {
    const x = xs[at] ?? px;
    const next = Math.min(
      width,
      ...xs.filter((one) => one > x).map((one) => one - badgeRadius - 6),
    );
    const start = x + badgeRadius + 4;
    const fits = start + textWidth(annotation.text, small) <= next;
    return {
      annotation,
      along: 'x',
      line: { x1: px, y1: strip - 4, x2: px, y2: axis.to + strip },
      badge: { x, y: badgeRadius + 2 },
      ...compact({ label: fits ? { x: start, text: annotation.text } : undefined }),
    };
  });
}

/** Places the marks on an axis from bottom to top: numbers at the right of the drawing. */
function placeUp(
  anchors: readonly AnnotationAnchor[],
  top: number,
  width: number,
): PlacedAnnotation[] {
  const ys = spreadLabels(
    anchors.map(({ px }) => px + top),
    { top: badgeRadius + 1, bottom: Number.POSITIVE_INFINITY, apart },
  );
  return anchors.map(({ annotation, axis, px }, at) => ({
    annotation,
    along: 'y',
    line: { x1: axis.from, y1: px + top, x2: axis.to, y2: px + top },
    badge: { x: width + strip - badgeRadius - 2, y: ys[at] ?? px + top },
  }));
}

export type FindAxes<S> = (series: S, width: number, height?: number) => readonly AnnotationAxis[];

/**
 * Places the marks of a drawing, and computes the room that they leave for it.
 *
 * @param height - of the drawing with its marks; omitted for the usual one
 */
export function layAnnotations<S>(
  { own, annotations, small }: AnnotatedSeries<S>,
  width: number,
  axesOf: FindAxes<S>,
  height?: number,
): AnnotatedLayout {
  const sides = (anchors: readonly AnnotationAnchor[], along: 'x' | 'y') =>
    anchors.filter(({ axis }) => axis.along === along);
  const hasUp = sides(findPlaces(annotations, axesOf(own, width)), 'y').length > 0;
  const inner = hasUp ? width - strip : width;
  const across = sides(findPlaces(annotations, axesOf(own, inner)), 'x');
  const top = across.length > 0 ? strip : 0;
  const rest = height === undefined ? undefined : height - top;
  const up = sides(findPlaces(annotations, axesOf(own, inner, rest)), 'y');
  return {
    top,
    width: inner,
    placed: [...placeAcross(across, inner, small), ...placeUp(up, top, inner)],
  };
}
