import { compact } from '#domain/values/compact.ts';
import type { ChartQuery } from '#contract/exports/schemas.ts';
import { chartFormats } from '#contract/exports/constants.ts';
import type {
  ChartContext,
  ChartOptions,
  PictureScale,
  PictureSize,
} from '#charts/kit/definition.ts';
import type { Theme } from '#charts/kit/style/tokens.ts';
import { comparesDays, chartIds, chartOf, isChartId, type ChartId } from '#charts/registry.ts';
import type { Language } from '#domain/values/language.ts';
import { bridgeMoves } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { chartFile, type ChartFileInput, type MadeFile, NoDrawerError } from './chart-file.ts';
import { attachment, csvMark } from '#server/http/file-name.ts';
import type { Answer } from '#server/http/response-cache.ts';
import { missingHeader } from '#server/http/missing-characters-header.ts';
import { problem } from '#server/core/problem.ts';
import { picturePolicy } from '#server/http/security-headers.ts';
import { readBridge } from '#server/changes/service.ts';
import { readOverview } from '#server/overview/service.ts';
import { addSecondaryCurrency } from '#server/currencies/secondary-currency-service.ts';

type Format = (typeof chartFormats)[number];
/** The language of a chart file: English unless the query names one. */
export const chartLanguage = (query: { readonly lang?: string }): Language =>
  (query.lang ?? 'en') as Language;

interface ChartFile {
  readonly id: ChartId;
  readonly format: Format;
}
/** The chart and form that a file's name asks for. */
export function chartAndFormat(file: string): ChartFile {
  const [, id = '', extension] = /^(.*)\.([a-z]+)$/.exec(file) ?? [];
  const format = chartFormats.find((f) => f === extension);
  if (!isChartId(id) || format === undefined) {
    throw problem(
      'not_found',
      `Ask for one of ${chartIds.join(', ')}, ending in ${chartFormats.map((f) => `.${f}`).join(', ')}.`,
    );
  }
  return { id, format };
}
function optionsOf({ measure, range }: ChartQuery, overview: Overview): ChartOptions {
  if (measure !== undefined && !overview.targets.some((row) => row.indicator === measure)) {
    throw problem(
      'bad_request',
      `Correct measure: there are ${overview.targets.map((row) => row.indicator).join(', ')}.`,
    );
  }
  return compact({
    measure,
    range: range === undefined ? undefined : (range as 'to_date' | 'to_target'),
  });
}

/**
 * What only one form knows is refused with the others, so that nobody believes it had an effect.
 */
function checkForm(format: Format, { size, scale, theme, csv }: ChartQuery): void {
  const picture = format === 'svg' || format === 'png';
  if (size !== undefined && !picture && !(format === 'pdf' && size === 'a4'))
    throw problem(
      'bad_request',
      'Leave size out: .png and .svg have sizes, a PDF page is A4, tables have none.',
    );
  if (scale !== undefined && format !== 'png')
    throw problem('bad_request', 'Leave scale out: only .png has one.');
  if (theme !== undefined && !picture && format !== 'pdf')
    throw problem('bad_request', 'Leave theme out: only .png, .svg and .pdf have one.');
  if (csv !== undefined && format !== 'csv')
    throw problem('bad_request', 'Leave csv out: it is for .csv.');
}

async function fileOf(deps: AppDeps, asked: ChartFileInput): Promise<MadeFile> {
  try {
    return await chartFile(asked, deps.drawing);
  } catch (error) {
    if (error instanceof NoDrawerError)
      throw problem(
        'export_failed',
        asked.format === 'pdf'
          ? 'A PDF page is made by a server. Here take the picture as .svg or .png, or print the page.'
          : 'Pictures are drawn in the page here: open the chart and choose the picture in its menu. Tables leave as .csv, .xlsx and .json.',
      );
    throw error;
  }
}

/** Files that hold a row for each project, however many there are. */
const rowFormats: readonly string[] = ['json', 'csv', 'xlsx'];
const everyProject = 1_000_000;

const ofChanges = ['known_from', 'rates', 'cur'] as const;
/**
 * Reads the overview that a chart is drawn from, with the bridge between its days for the chart of
 * changes.
 */
export async function readChartOverview(
  deps: AppDeps,
  { id, format }: ChartFile,
  query: ChartQuery,
): Promise<Overview> {
  const given = ofChanges.filter((name) => query[name] !== undefined && name !== 'cur');
  if (!comparesDays(id)) {
    if (given.length > 0)
      throw problem(
        'unknown_parameter',
        `Leave out ${given.join(', ')}: only the chart of changes has that.`,
      );
    const dots = rowFormats.includes(format) ? { dots: everyProject } : {};
    return addSecondaryCurrency(deps, await readOverview(deps, { ...query, ...dots }), query.cur);
  }
  // the page compares a day with itself too, as it was known at two times
  const day = /^\d/.test(query.compare ?? '') ? query.compare : undefined;
  const overview = await readOverview(
    deps,
    day === undefined ? query : { ...query, compare: 'none' },
  );
  const from = day ?? overview.compare;
  if (from === undefined) return overview;
  const asked = Object.fromEntries(
    [...ofChanges, 'known_at' as const].flatMap((name) =>
      query[name] === undefined ? [] : [[name, query[name]]],
    ),
  );
  const between = await readBridge(deps, { from, to: overview.as_of, ...asked });
  const { bridge, data_status } = between;
  return {
    ...overview,
    bridge,
    ...bridgeMoves(between),
    strip: { ...overview.strip, data_status },
  };
}

/**
 * One chart of an overview as a file, under a name that says what it is. Without a stamp the file
 * leads back to no page, as those of shared links.
 */
export async function chartAnswer(
  deps: AppDeps,
  { id, format }: ChartFile,
  overview: Overview,
  query: Omit<ChartQuery, 'as_of' | 'known_at' | 'compare' | 'plan'>,
  {
    stamp,
    signal,
  }: Pick<Partial<ChartFileInput>, 'stamp'> & { readonly signal?: AbortSignal } = {},
): Promise<Answer> {
  checkForm(format, query);
  const context: ChartContext = {
    language: chartLanguage(query),
    options: optionsOf(query, overview),
  };
  const { missing = [], ...file } = await fileOf(deps, {
    id,
    format,
    overview,
    context,
    theme: (query.theme ?? 'light') as Theme,
    size: (query.size ?? 'wide') as PictureSize,
    scale: Number(query.scale ?? 1) as PictureScale,
    excel: query.csv === 'excel',
    stamp,
    left: signal,
  });
  const illustrative = chartOf(id).words(overview, context).data_status === 'illustrative';
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
  // pictures and JSON can be looked at in place; the name holds when they are kept
  const shown = ['svg', 'png', 'pdf', 'json'].includes(format)
    ? disposition.replace(/^attachment/, 'inline')
    : disposition;
  return {
    ...file,
    headers: {
      'content-disposition': shown,
      ...missingHeader(missing),
      ...(format === 'svg' ? picturePolicy : {}),
    },
  };
}
