import type { AnnotationAxis } from '#charts/kit/annotation-axis.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import type { Shape } from '#charts/kit/shapes/shapes.ts';

/** A placed chart: its height, its marks and its focus points. */
export interface Drawing {
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly points: readonly FocusPoint[];
  /** Axes of values from left to right. */
  readonly axes?: readonly AnnotationAxis[];
}
