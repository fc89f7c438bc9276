import type { Annotation } from '#domain/analysis/annotation.ts';
import type { ComparableParts } from '#domain/analysis/analysis-parts.ts';
import { readZone } from '#server/zone/store.ts';
import { writeWords } from '#charts/kit/write-words.ts';
import { listNamedInvestors } from '#domain/projects/investor-names.ts';
import { compact } from '#domain/values/compact.ts';
import { projectFilterFields, registerFilterFields } from '#domain/overview/register-filter.ts';
import { analysisParameters } from '#contract/analysis/query.ts';
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
import { type AnalysisChartId, isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import { comparesDays } from '#charts/registry.ts';
import { bridgeMoves } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { chartLanguage, readChartOptions } from './chart-options.ts';
import type { FigureStamp } from '#charts/kit/frame/stamp.ts';
import { findChartView } from './chart-view.ts';
import { WithheldChartError } from './withheld-chart.ts';
import { writeChartFile, type ChartFileInput, type MadeFile, NoDrawerError } from './chart-file.ts';
import { attachment, csvMark } from '#server/http/file-name.ts';
import type { Answer } from '#server/http/response-cache.ts';
import { makeMissingHeader } from '#server/http/missing-characters-header.ts';
import { problem } from '#server/core/problem.ts';
import { picturePolicy } from '#server/http/security-headers.ts';
import { readBridge } from '#server/changes/service.ts';
import { readNamesOfInvestors } from '#server/analysis/investor-names.ts';
import { readComparableParts } from '#server/analysis/service.ts';
import { readOverview } from '#server/overview/service.ts';
import { addSecondaryCurrency } from '#server/currencies/secondary-currency-service.ts';

interface ChartFile {
  readonly id: AnyChartId;
  readonly format: ChartFormat;
}
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

/** Formats that list every project. */
const rowFormats: readonly string[] = ['json', 'csv', 'xlsx'];
const everyProject = 1_000_000;

const changeParameters = ['known_from', 'rates', 'cur'] as const;
/** Adds the names of the function zones and of the investors to a comparison of groups. */
async function nameGroups(
  deps: AppDeps,
  overview: Overview,
  { compared, ...own }: ComparableParts,
): Promise<ComparableParts> {
  if (compared === undefined) return own;
  const { versus, base } = compared;
  const isOfInvestors = versus.kind === 'group' && versus.field === 'investor';
  const [zone, investors] = await Promise.all([
    readZone(deps.db, overview.origin, overview.revision),
    readNamesOfInvestors(deps, overview, isOfInvestors ? [...base, ...versus.values] : []),
  ]);
  const names = compact({
    function_zones: zone?.function_zones,
    investors: listNamedInvestors(investors),
  });
  return { ...own, compared: { ...compared, ...names } };
}

/**
 * Reads the overview of an analysis chart, with the parts that it draws.
 * @throws HttpProblem for parameters that the chart does not take
 */
export async function readAnalysisOverview(
  deps: AppDeps,
  id: AnalysisChartId,
  query: ChartQuery,
): Promise<Overview> {
  const { as_of, known_at, plan, measure } = query;
  const options = Object.fromEntries(
    analysisParameters.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])),
  );
  const comparing = changeParameters.filter((name) => query[name] !== undefined);
  if (comparing.length > 0)
    throw problem(
      'unknown_parameter',
      `Leave out ${comparing.join(', ')}: an analysis chart does not take this.`,
    );
  const filters = projectFilterFields.filter((name) => query[name] !== undefined);
  if (findAnyChart(id).takesFilters !== true && filters.length > 0)
    throw problem(
      'unknown_parameter',
      `Leave out ${filters.join(', ')}: this chart counts every project.`,
    );
  if (findAnyChart(id).takesScenario !== true && query.scenario !== undefined)
    throw problem(
      'unknown_parameter',
      'Leave out scenario: only the chart of the outlook takes it.',
    );
  if (findAnyChart(id).takesComparison !== true && query.versus !== undefined)
    throw problem('unknown_parameter', 'Leave out versus: this chart cannot be compared.');
  const overview = await readOverview(deps, { as_of, known_at, plan, compare: 'none', dots: 0 });
  const parts = await readComparableParts(deps, findAnyChart(id), {
    ...compact({ plan, measure }),
    ...options,
    as_of: overview.as_of,
    knownRevision: overview.revision,
  });
  return { ...overview, ...(await nameGroups(deps, overview, parts)) };
}

/**
 * Reads the overview of a chart, for the chart of changes with the bridge between its days.
 * @throws HttpProblem for parameters that the chart does not take
 */
export async function readChartOverview(
  deps: AppDeps,
  { id, format }: ChartFile,
  query: ChartQuery,
): Promise<Overview> {
  if (isAnalysisChartId(id)) return readAnalysisOverview(deps, id, query);
  const foreign = analysisParameters.filter(
    (name) => query[name] !== undefined && !registerFilterFields.some((field) => field === name),
  );
  if (foreign.length > 0)
    throw problem(
      'unknown_parameter',
      `Leave out ${foreign.join(', ')}: only analysis charts take this.`,
    );
  const extra = changeParameters.filter((name) => query[name] !== undefined && name !== 'cur');
  if (!comparesDays(id)) {
    if (extra.length > 0)
      throw problem(
        'unknown_parameter',
        `Leave out ${extra.join(', ')}: only the chart of changes takes this.`,
      );
    const dots = rowFormats.includes(format) ? { dots: everyProject } : {};
    return addSecondaryCurrency(deps, await readOverview(deps, { ...query, ...dots }), query.cur);
  }
  // A page can also compare a day with itself at two times of knowledge, which is no day here.
  const day = /^\d/.test(query.compare ?? '') ? query.compare : undefined;
  const overview = await readOverview(
    deps,
    day === undefined ? query : { ...query, compare: 'none' },
  );
  const from = day ?? overview.compare;
  if (from === undefined) return overview;
  const parameters = Object.fromEntries(
    [...changeParameters, ...registerFilterFields, 'known_at' as const].flatMap((name) =>
      query[name] === undefined ? [] : [[name, query[name]]],
    ),
  );
  const between = await readBridge(deps, { from, to: overview.as_of, ...parameters });
  const { bridge, data_status } = between;
  return {
    ...overview,
    bridge,
    ...bridgeMoves(between),
    strip: { ...overview.strip, data_status },
  };
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
    annotations = [],
  }: Pick<Partial<ChartFileInput>, 'stamp'> & {
    readonly signal?: AbortSignal;
    /** Options that replace those of the query. */
    readonly options?: ChartOptions;
    /** Texts that a person added to the chart. */
    readonly annotations?: readonly Annotation[];
  } = {},
): Promise<Answer> {
  checkFormat(format, query);
  const context: ChartContext = {
    language: chartLanguage(query),
    options: {
      ...(options ?? (await readChartOptions(deps, id, query, overview))),
      ...(annotations.length === 0 ? {} : { annotations }),
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
    ...(stamp === undefined
      ? {}
      : {
          view: findChartView(id, overview, context, query),
          csv_address: csvAddress(deps, id, overview, query, stamp),
        }),
    signal,
  });
  const illustrative =
    writeWords(findAnyChart(id), overview, context).data_status === 'illustrative';
  const name = [
    overview.zone.short_name[context.language],
    id,
    overview.as_of,
    context.language,
    ...(overview.beside === undefined ? [] : [overview.beside.currency]),
    ...csvMark(query.csv),
    ...(illustrative ? ['ILLUSTRATIVE'] : []),
  ];
  const disposition = attachment(name, format);
  // Browsers show pictures and JSON inline, and use the name when a reader saves the file.
  const header = ['svg', 'png', 'pdf', 'json', 'datapackage.json'].includes(format)
    ? disposition.replace(/^attachment/, 'inline')
    : disposition;
  return {
    ...file,
    headers: {
      'content-disposition': header,
      ...makeMissingHeader(missing),
      ...(format === 'svg' ? picturePolicy : {}),
    },
  };
}
