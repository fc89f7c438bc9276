import { isUnknownDay, writeWords } from '#charts/kit/write-words.ts';
import type { ChartOptions, PictureSize } from '#charts/kit/definition.ts';
import { frameSvg } from '#charts/kit/frame/frame.ts';
import { frameLayout } from '#charts/kit/frame/layout.ts';
import type { FigureStamp } from '#charts/kit/frame/stamp.ts';
import { withoutExample } from '#charts/kit/text/claim.ts';
import type { Theme } from '#charts/kit/style/tokens.ts';
import { type AnyChartId, findAnyChart } from '#charts/all-charts.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { renderPlot } from './render-to-svg.tsx';

export interface FigureRequest {
  readonly id: AnyChartId;
  readonly overview: Overview;
  readonly language: Language;
  readonly theme: Theme;
  readonly size: PictureSize;
  readonly options: ChartOptions;
  /** The origin of the figure. Omitted for the files of shared links. */
  readonly stamp?: FigureStamp | undefined;
  /** Adds a note that marks replace characters without a font. */
  readonly notesReplacements?: boolean | undefined;
  /** Omits what the document around the picture has: zone, title, day and mark of invented data. */
  readonly isInset?: boolean | undefined;
}

interface PlotSize {
  readonly width: number;
  readonly height: number;
}
/**
 * By which factor a plot may be larger than its room, to be reduced: on paper 12 px are 9 points,
 * and letters of 11 px are still readable. All other pictures keep their size.
 */
const mostEnlarged: Readonly<Record<PictureSize, number>> = {
  wide: 1,
  half_a4: 1,
  tall: 1,
  a4: 4 / 3,
};

/**
 * Finds the size at which a chart is drawn for its room in a picture: that of the room, or a larger
 * one in the same proportion that is high enough. A wider drawing has more room for its words and
 * may need another height, so it grows in steps. Where even the largest is too low, the drawing is
 * higher than its room.
 */
export function drawnSize(
  id: AnyChartId,
  room: PlotSize,
  series: unknown,
  size: PictureSize,
): PlotSize {
  const most = mostEnlarged[size];
  let larger = 1;
  for (let tries = 0; tries < 20; tries += 1) {
    const least = findAnyChart(id).leastHeight(room.width * larger, series);
    if (least <= room.height * larger || larger === most) break;
    larger = Math.min(most, Math.max(least / Math.max(1, room.height), larger * 1.002));
  }
  const width = room.width * larger;
  const least = Math.ceil(findAnyChart(id).leastHeight(width, series));
  return { width, height: Math.max(room.height * larger, least) };
}

/**
 * Makes a chart as a file: the plot in the room that the words leave, title and source around it,
 * colours resolved.
 * @returns the file as SVG
 * @throws Error if the View draws no `<svg>`
 */
export function renderFigure(document: Document, request: FigureRequest): string {
  const { id, overview, language, theme, size, options, ...frame } = request;
  const definition = findAnyChart(id);
  const context = { language, options };
  const series = definition.toSeries(overview, context);
  const isUnknown = isUnknownDay(definition, overview, context);
  const words = writeWords(definition, withoutExample(overview), context);
  let plotSize: PlotSize = { width: 0, height: 0 };
  const layout = frameLayout({ words, overview, language, size, ...frame }, (room) => {
    plotSize = isUnknown ? room : drawnSize(id, room, series, size);
    return (plotSize.height * room.width) / plotSize.width;
  });
  const { width, height } = plotSize;
  const plot = isUnknown
    ? `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"></svg>`
    : renderPlot(document, { id, series, ...plotSize, language, prefix: id });
  // no font has the separators of lines and paragraphs
  return frameSvg({
    words,
    overview,
    language,
    theme,
    size,
    layout,
    plot,
    drawnSize: plotSize,
    ...frame,
  }).replaceAll(/[\u2028\u2029]/g, ' ');
}
