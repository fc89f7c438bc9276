import type { AnnotationAxis, AxisUnit } from '#charts/kit/annotation-axis.ts';
import type { Annotation } from '#domain/analysis/annotation.ts';
import { isIsoDate } from '#domain/values/date.ts';
import { scaleByTen } from '#domain/values/decimal.ts';

/** A typed annotation: its day, or its value in the unit of the chart. */
export interface TypedAnnotation {
  /** The key of its fields, which stays while others are removed. */
  readonly key: number;
  /** Omitted for a day. */
  readonly unit?: string;
  readonly at: string;
  readonly text: string;
}

const isNumber = (text: string): boolean => /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text);

/** The units of the axes, each once; undefined for days. */
export const listUnits = (axes: readonly AnnotationAxis[]): readonly (AxisUnit | undefined)[] => [
  ...new Map(axes.map(({ unit }) => [unit?.unit, unit])).values(),
];

const scaleOf = (axes: readonly AnnotationAxis[], unit: string | undefined): number =>
  axes.find((axis) => axis.unit?.unit === unit)?.unit?.scale ?? 0;

/** Whether the place of an annotation is a date, or a number on an axis of values. */
export const isPlaceWhole = ({ unit, at }: TypedAnnotation): boolean =>
  unit === undefined ? isIsoDate(at) : isNumber(at.trim());
/** Whether an annotation has its place and a text, so that it can be saved. */
export const isWhole = (annotation: TypedAnnotation): boolean =>
  isPlaceWhole(annotation) && annotation.text.trim() !== '';

/** Writes stored annotations as the form shows them, values in the scale of their axis. */
export const toTypedAnnotations = (
  annotations: readonly Annotation[],
  axes: readonly AnnotationAxis[],
): readonly TypedAnnotation[] =>
  annotations.map(({ at, unit, text }, key) =>
    unit === undefined
      ? { key, at, text }
      : { key, unit, at: scaleByTen(at, -scaleOf(axes, unit)), text },
  );

/** Reads an annotation of the form; its value returns to the unit of the store. */
export const toAnnotation = (
  { at, unit, text }: TypedAnnotation,
  axes: readonly AnnotationAxis[],
): Annotation =>
  unit === undefined
    ? { at, text: text.trim() }
    : { at: scaleByTen(at.trim(), scaleOf(axes, unit)), unit, text: text.trim() };
