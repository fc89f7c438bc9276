import { compact } from '#domain/values/compact.ts';
import { writeWords } from '#charts/kit/write-words.ts';
import { projectFilterFields } from '#domain/overview/register-filter.ts';
import type { ChartQuery } from '#contract/exports/schemas.ts';
import { type ChartFormat, chartFormats } from '#contract/exports/constants.ts';
import type {
  ChartContext,
  ChartOptions,
  PictureScale,
  PictureSize,
} from '#charts/kit/definition.ts';
import type { Theme } from '#charts/kit/style/tokens.ts';
import { anyChartIds, findAnyChart, isAnyChartId, type AnyChartId } from '#charts/all-charts.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { chartLanguage, readChartOptions } from './chart-options.ts';
import type { FigureStamp } from '#charts/kit/frame/stamp.ts';
import type { ChartFile } from './chart-overview-service.ts';
import { findChartView } from './chart-view.ts';
import { WithheldChartError } from './withheld-chart.ts';
import { writeChartFile, type ChartFileInput, type MadeFile, NoDrawerError } from './chart-file.ts';
import { attachment, csvMark } from '#server/http/file-name.ts';
import type { Answer } from '#server/http/response-cache.ts';
import { makeMissingHeader } from '#server/http/missing-characters-header.ts';
import { problem } from '#server/core/problem.ts';
import { picturePolicy } from '#server/http/security-headers.ts';

/**
 * Reads chart and format from a file name.
 * @throws HttpProblem if there is no such chart or format
 */
export function parseFileName(file: string): ChartFile {
  const [, id = '', extension] = /^(.*?)\.(datapackage\.json|[a-z]+)$/.exec(file) ?? [];
  const format = chartFormats.find((f) => f === extension);
  if (!isAnyChartId(id) || format === undefined) {
    throw problem(
      'not_found',
      `Request one of ${anyChartIds.join(', ')}, ending in ${chartFormats.map((f) => `.${f}`).join(', ')}.`,
    );
  }
  return { id, format };
}
/** Rejects a parameter that the format ignores, so that no caller relies on it. */
function checkFormat(format: ChartFormat, { size, scale, theme, csv }: ChartQuery): void {
  const picture = format === 'svg' || format === 'png';
  if (size !== undefined && !picture && !(format === 'pdf' && size === 'a4'))
    throw problem(
      'bad_request',
      'Leave out size: only .png and .svg files take it. A PDF page is A4.',
    );
  if (scale !== undefined && format !== 'png')
    throw problem('bad_request', 'Leave out scale: only .png files take it.');
  if (theme !== undefined && !picture && format !== 'pdf' && format !== 'pptx')
    throw problem('bad_request', 'Leave out theme: only .png, .svg, .pdf and .pptx files take it.');
  if (csv !== undefined && format !== 'csv')
    throw problem('bad_request', 'Leave out csv: only .csv files take it.');
}

async function makeFile(deps: AppDeps, input: ChartFileInput): Promise<MadeFile> {
  try {
    return await writeChartFile(input, deps.drawing);
  } catch (error) {
    if (error instanceof WithheldChartError)
      throw problem(
        'export_failed',
        `Export a picture (.png, .svg, .pdf): the data of this chart hold ${error.names.join(', ')}, which may not be redistributed (Settings, Sharing policy).`,
      );
    if (error instanceof NoDrawerError)
      throw problem(
        'export_failed',
        input.format === 'pdf'
          ? 'Only a server can make a PDF. Export the picture as .svg or .png, or print the page.'
          : 'This instance draws pictures in the page only. Open the chart and choose a picture in its menu, or export .csv, .xlsx or .json.',
      );
    throw error;
  }
}

/** The parameters of a chart file. A link itself fixes the day, comparison and plan. */
type ChartFileQuery = Omit<ChartQuery, 'as_of' | 'known_at' | 'compare' | 'plan'> &
  Partial<Pick<ChartQuery, 'known_at' | 'plan'>>;

/** Makes the address of the CSV that always has the same rows. */
function csvAddress(
  { config }: AppDeps,
  id: AnyChartId,
  { as_of }: Overview,
  query: ChartFileQuery,
  { made_at }: FigureStamp,
): string | undefined {
  if (config.address === undefined) return undefined;
  const url = new URL(`/api/v1/charts/${id}.csv`, config.address);
  const fixedQuery = { ...query, as_of, known_at: query.known_at ?? made_at };
  for (const [name, value] of Object.entries(fixedQuery)) url.searchParams.set(name, value);
  return url.href;
}

/** Lists the parts of the name of a chart file: zone, chart, day, language and marks. */
function listNameParts(
  id: AnyChartId,
  overview: Overview,
  context: ChartContext,
  csv: ChartFileQuery['csv'],
): readonly string[] {
  const { data_status } = writeWords(findAnyChart(id), overview, context);
  return [
    overview.zone.short_name[context.language],
    id,
    overview.as_of,
    context.language,
    ...(overview.beside === undefined ? [] : [overview.beside.currency]),
    ...csvMark(csv),
    ...(data_status === 'illustrative' ? ['ILLUSTRATIVE'] : []),
  ];
}

/**
 * Makes one chart of an overview as a named file. Without a stamp, as in shared links, the file
 * does not link to a page.
 * @throws HttpProblem for an option of another format, or if the file could not be made
 */
export async function answerChart(
  deps: AppDeps,
  { id, format }: ChartFile,
  overview: Overview,
  query: ChartFileQuery,
  {
    stamp,
    signal,
    options,
    savedWords = {},
  }: Pick<Partial<ChartFileInput>, 'stamp'> & {
    readonly signal?: AbortSignal;
    /** Options that replace those of the query. */
    readonly options?: ChartOptions;
    /** The note and the annotations of a saved chart. */
    readonly savedWords?: Pick<ChartOptions, 'note' | 'annotations'>;
  } = {},
): Promise<Answer> {
  checkFormat(format, query);
  const context: ChartContext = {
    language: chartLanguage(query),
    options: {
      ...(options ?? (await readChartOptions(deps, id, query, overview))),
      ...savedWords,
    },
  };
  const { missing = [], ...file } = await makeFile(deps, {
    id,
    format,
    overview,
    context,
    theme: (query.theme ?? 'light') as Theme,
    size: (query.size ?? 'wide') as PictureSize,
    scale: Number(query.scale ?? 1) as PictureScale,
    excel: query.csv === 'excel',
    filters: projectFilterFields.filter((name) => query[name] !== undefined),
    stamp,
    ...compact({
      view: stamp === undefined ? undefined : findChartView(id, overview, context, query),
      csv_address: stamp === undefined ? undefined : csvAddress(deps, id, overview, query, stamp),
    }),
    signal,
  });
  const disposition = attachment(listNameParts(id, overview, context, query.csv), format);
  // Browsers show pictures and JSON inline, and use the name when a reader saves the file.
  const header = ['svg', 'png', 'pdf', 'json', 'datapackage.json'].includes(format)
    ? disposition.replace(/^attachment/, 'inline')
    : disposition;
  const policy = format === 'svg' ? picturePolicy : {};
  return {
    ...file,
    headers: {
      'content-disposition': header,
      ...makeMissingHeader(missing),
      ...policy,
    },
  };
}
