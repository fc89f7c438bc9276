import type { ChartOptions } from '#charts/kit/definition.ts';
import { isChartId } from '#charts/registry.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Drawing, DrawResult, DrawRequest } from '#server/core/deps.ts';
import { embedFonts } from '#server/exports/formats/svg/embed-fonts.ts';
import { layReport } from '#server/exports/report/lay-report.ts';
import { drawFigure, missingCharacters } from '#server/exports/fonts/missing-characters.ts';
import { toPdf } from '#server/exports/formats/pdf/to-pdf.ts';
import { toPng } from '#server/exports/formats/png/to-png.ts';

function figure({
  chart,
  overview,
  language,
  theme,
  size,
  options,
  stamp,
}: DrawRequest): DrawResult<string> {
  if (!isChartId(chart)) throw new Error(`There is no chart ${chart}.`);
  return drawFigure((request) => renderFigure(serverDocument, request), {
    id: chart,
    overview: overview as Overview,
    language,
    theme,
    size,
    options: options as ChartOptions,
    stamp,
  });
}

/** The real drawer in the process of the test, without a build and without a thread. */
export const drawingInPlace: Drawing = {
  svg: async (request) => {
    const { content, missing } = figure(request);
    return {
      content: request.fonts === true ? await embedFonts(content, request.language) : content,
      missing,
    };
  },
  png: async (request) => {
    const { content, missing } = figure(request);
    return { content: await toPng(content, request.language, request.scale ?? 1), missing };
  },
  pdf: async (source, info) => {
    const pages = 'report' in source ? layReport(source) : source;
    return { content: await toPdf(pages, info), missing: missingCharacters(pages.join('')) };
  },
};
