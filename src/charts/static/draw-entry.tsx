import { serverDocument as document } from './document.ts';
import { type FigureRequest, renderFigure } from './render-figure.ts';
import { renderPicture } from './render-to-svg.tsx';
import { type AnyChartId, isAnyChartId } from '#charts/all-charts.ts';
import type { Language } from '#domain/values/language.ts';

// The entry that the server's drawing thread loads: React, Recharts and every chart. The document
// must stay the first import.

/** @throws Error if there is no such chart */
function requireChart(id: string): AnyChartId {
  if (!isAnyChartId(id)) throw new Error(`There is no chart ${id}.`);
  return id;
}

/** One chart in every logical width, for the page that the server sends. */
export const picture = (id: string, series: unknown, language: Language): string =>
  renderPicture(document, requireChart(id), series, language);

/** One chart as a complete file. */
export const figure = (request: FigureRequest): string =>
  renderFigure(document, { ...request, id: requireChart(request.id) });
