import type { ChartDefinition } from '#charts/kit/definition.ts';
import type { Language } from '#domain/values/language.ts';

/** The drawing of a figure on a page. */
export interface DrawnFigure {
  readonly chart: ChartDefinition<unknown>;
  readonly series: unknown;
  readonly language: Language;
}
const figures = new WeakMap<Element, DrawnFigure>();

/** Remembers what the element of a figure draws, so that it can be drawn at other widths. */
export const rememberFigure = (element: Element, figure: DrawnFigure): void => {
  figures.set(element, figure);
};
/**
 * Finds what the element of a figure draws.
 * @returns undefined before the figure is drawn
 */
export const findFigure = (element: Element): DrawnFigure | undefined => figures.get(element);
