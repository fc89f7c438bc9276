import type { AnnotationAxis } from '#charts/kit/annotation-axis.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import type { Shape } from '#charts/kit/shapes/shapes.ts';

/** A laid out chart: how high it is, its marks, and where a reader can stand. */
export interface Drawing {
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly points: readonly FocusPoint[];
  /** Axes of values from left to right. */
  readonly axes?: readonly AnnotationAxis[];
}
