import type { ChartOptions } from '#charts/definition.ts';
import { isChartId } from '#charts/registry.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import type { Overview } from '#domain/overview.ts';
import type { Drawing, DrawRequest } from '#server/deps.ts';
import { embedFonts } from '#server/exporting/embed-fonts.ts';
import { toPdf } from '#server/exporting/pdf/to-pdf.ts';
import { toPng } from '#server/exporting/to-png.ts';

function figure({ chart, overview, language, theme, size, options, stamp }: DrawRequest): string {
  if (!isChartId(chart)) throw new Error(`There is no chart ${chart}.`);
  return renderFigure(serverDocument, {
    id: chart,
    overview: overview as Overview,
    language,
    theme,
    size,
    options: options as ChartOptions,
    stamp,
  });
}

/** The real drawer, where the test runs: what the drawing thread does, without a build and without a thread. */
export const drawingInPlace: Drawing = {
  svg: async (request) => (request.fonts === true ? embedFonts(figure(request), request.language) : figure(request)),
  png: async (request) => toPng(figure(request), request.language, request.scale ?? 1),
  pdf: async (pages, info) => toPdf(pages, info),
};
