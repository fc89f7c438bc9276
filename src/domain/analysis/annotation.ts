import { isIsoDate } from '#domain/values/date.ts';

/** A text at a day or at a value of a chart. */
export interface Annotation {
  /** A day, or an exact value in `unit`. */
  readonly at: string;
  /** The unit of a value: a currency, `projects`, `days` and so on. */
  readonly unit?: string;
  readonly text: string;
}

export const mostAnnotations = 10;
export const longestAnnotation = 300;

/** Whether a text is a day or a decimal. */
export const isAnnotationPlace = (text: string): boolean =>
  isIsoDate(text) || /^-?\d{1,24}(?:\.\d{1,6})?$/.test(text);
