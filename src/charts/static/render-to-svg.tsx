import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { type LogicalWidth, logicalWidths, type ViewModule } from '#charts/kit/definition.ts';
import { roundCoordinate } from '#charts/kit/style/coordinate.ts';
import { xmlCharacters } from '#charts/kit/style/xml.ts';
import { type AnyChartId, findAnyChart, anyChartIds } from '#charts/all-charts.ts';
import type { Language } from '#domain/values/language.ts';

type View = ViewModule<unknown>['View'];

/** The View of every chart, loaded before the first picture is drawn. */
const views = Object.fromEntries(
  await Promise.all(
    anyChartIds.map(async (id) => [id, (await findAnyChart(id).loadView()).View] as const),
  ),
) as Readonly<Record<AnyChartId, View>>;

/** The View of a chart, for a picture that is drawn at once. */
const findStaticView = (id: AnyChartId): View => views[id];

interface PlotRequest {
  readonly id: AnyChartId;
  readonly series: unknown;
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  /** The prefix of every id inside the drawing, so that no two drawings of a document share one. */
  readonly prefix: string;
}

/**
 * Draws one plot with its own View into an element of the given document and returns its SVG: the
 * same marks as on screen. The document is the browser's, or one without a window in a worker
 * thread.
 * @throws Error if the View draws no `<svg>`
 */
export function renderPlot(
  document: Document,
  { id, series, width, height, language, prefix }: PlotRequest,
): string {
  const View = findStaticView(id);
  const host = document.createElement('div');
  const root = createRoot(host);
  flushSync(() =>
    root.render(
      <View
        series={series}
        width={width}
        height={height}
        id={prefix}
        language={language}
        live={false}
      />,
    ),
  );
  const markup = host.innerHTML;
  flushSync(() => root.unmount());
  return cleanSvg(markup, prefix);
}

const marks = /<(?!svg)[^>]*>/g;
const longNumbers = /-?\d+\.\d{3,}(?:e-\d+)?/g;

/**
 * Reduces markup to its SVG: rounded coordinates (17 digits made a third of a page), no style
 * attributes (the content policy refuses them), no names in attributes (serialisers escape too
 * little for a file), no empty elements, no class or id of another drawing.
 * @throws Error if the markup has no `<svg>`
 */
export function cleanSvg(markup: string, prefix: string): string {
  // a drawing without marks is written as one closed element
  const svg = /<svg[\s\S]*<\/svg>|<svg[^>]*\/>/.exec(markup)?.[0];
  if (svg === undefined) throw new Error(`The drawing ${prefix} has no SVG.`);
  return xmlCharacters(svg)
    .replaceAll(marks, (mark) =>
      mark.replaceAll(longNumbers, (number) => String(roundCoordinate(Number(number)))),
    )
    .replaceAll(/ style="[^"]*"/g, '')
    .replaceAll(
      / (?:class|tabindex|role|aria-hidden|aria-label|data-[a-z-]+|name|points)=(?:"[^"]*")/g,
      '',
    )
    .replaceAll(/<(title|desc)>\s*<\/\1>|<(?:title|desc)\s*\/>/g, '')
    .replaceAll(/recharts\d+-clip/g, `${prefix}-clip`)
    .replaceAll(/<g>\s*<\/g>|<g\s*\/>/g, '')
    .replaceAll(/<defs>\s*<\/defs>/g, '');
}

/** Draws one chart in every logical width, as the page holds them; the container shows one. */
export function renderPicture(
  document: Document,
  id: AnyChartId,
  series: unknown,
  language: Language,
): string {
  return logicalWidths
    .map((width: LogicalWidth) =>
      renderPlot(document, {
        id,
        series,
        width,
        height: findAnyChart(id).height(width, series),
        language,
        prefix: `${id}-${width}`,
      }).replace('<svg', `<svg class="chart-${width}"`),
    )
    .join('');
}
