import type { ChartQuery } from '#contract/endpoints.ts';
import { chartFormats } from '#contract/schemas.ts';
import { pictureSizes, type ChartContext, type ChartOptions, type PictureSize } from '#charts/definition.ts';
import { chartIds, chartOf, isChartId, type ChartId } from '#charts/registry.ts';
import type { Language } from '#domain/language.ts';
import type { Overview } from '#domain/overview.ts';
import type { AppDeps } from '#server/deps.ts';
import { toCsv } from '#server/exporting/to-csv.ts';
import { toJson } from '#server/exporting/to-json.ts';
import { toXlsx } from '#server/exporting/to-xlsx.ts';
import { attachment } from '#server/http/file-name.ts';
import type { Answer } from '#server/http/kept-answers.ts';
import { problem } from '#server/http/problem.ts';
import { bridgeOf } from './changes.ts';
import { overviewOf } from './overview-of.ts';
import { route, type Host } from './route.ts';

type Format = (typeof chartFormats)[number];
const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const languageOf = (query: { readonly lang?: string }): Language => (query.lang ?? 'en') as Language;

interface ChartFile {
  readonly id: ChartId;
  readonly format: Format;
}
/** The chart and form that a file's name asks for. */
export function chartAndFormat(file: string): ChartFile {
  const [, id = '', extension] = /^(.*)\.([a-z]+)$/.exec(file) ?? [];
  const format = chartFormats.find((f) => f === extension);
  if (!isChartId(id) || format === undefined) {
    throw problem('not_found', `Ask for one of ${chartIds.join(', ')}, ending in ${chartFormats.map((f) => `.${f}`).join(', ')}.`);
  }
  return { id, format };
}
function optionsOf({ measure, range }: ChartQuery, overview: Overview): ChartOptions {
  if (measure !== undefined && !overview.targets.some((row) => row.indicator === measure)) {
    throw problem('bad_request', `Correct measure: there are ${overview.targets.map((row) => row.indicator).join(', ')}.`);
  }
  return { ...(measure === undefined ? {} : { measure }), ...(range === undefined ? {} : { range: range as 'to_date' | 'to_target' }) };
}

async function picture(
  deps: AppDeps,
  id: ChartId,
  format: 'svg' | 'png',
  overview: Overview,
  context: ChartContext,
  query: ChartQuery,
): Promise<Pick<Answer, 'bytes' | 'type'>> {
  if (deps.drawing === undefined)
    throw problem(
      'export_failed',
      'Pictures are drawn in the page here: open the chart and choose the picture in its menu. Tables leave as .csv, .xlsx and .json.',
    );
  const request = {
    chart: id,
    overview,
    language: context.language,
    theme: (query.theme ?? 'light') as 'light' | 'dark',
    size: (query.size ?? 'wide') as PictureSize,
    options: { ...context.options } as Readonly<Record<string, string>>,
  };
  try {
    return format === 'svg'
      ? { bytes: encode(await deps.drawing.svg(request)), type: 'image/svg+xml; charset=utf-8' }
      : { bytes: new Uint8Array(await deps.drawing.png(request)), type: 'image/png' };
  } catch (error) {
    // a name that no font can draw: the message says which character, and what to take instead
    if (error instanceof Error && error.name === 'MissingGlyph') throw problem('export_failed', error.message);
    throw error;
  }
}

async function fileOf(
  deps: AppDeps,
  id: ChartId,
  format: Format,
  overview: Overview,
  context: ChartContext,
  query: ChartQuery,
): Promise<Pick<Answer, 'bytes' | 'type'>> {
  if (format === 'svg' || format === 'png') return picture(deps, id, format, overview, context, query);
  const chart = chartOf(id);
  const table = chart.toTable(overview, context);
  const words = chart.words(overview, context);
  if (format === 'json')
    return { bytes: encode(JSON.stringify(toJson(table, words, context.language))), type: 'application/json; charset=utf-8' };
  if (format === 'csv')
    return {
      bytes: encode(toCsv(table, words, { excel: query.csv === 'excel', language: context.language })),
      type: 'text/csv; charset=utf-8',
    };
  return {
    bytes: new Uint8Array(await toXlsx(table, words, context.language)),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
}

/** The overview that a chart is drawn from; the bridge between its days comes with the one that draws it. */
async function drawnOverview(deps: AppDeps, id: ChartId, query: ChartQuery): Promise<Overview> {
  const overview = await overviewOf(deps, query);
  if (id !== 'changes' || overview.compare === undefined) return overview;
  const known = query.known_at === undefined ? {} : { known_at: query.known_at };
  return { ...overview, bridge: await bridgeOf(deps, { from: overview.compare, to: overview.as_of, ...known }) };
}

/** One chart of an overview as a file, under a name that says what it is. */
export async function chartAnswer(
  deps: AppDeps,
  { id, format }: ChartFile,
  overview: Overview,
  query: Omit<ChartQuery, 'as_of' | 'known_at' | 'compare' | 'plan'>,
): Promise<Answer> {
  const context: ChartContext = { language: languageOf(query), options: optionsOf(query, overview) };
  const file = await fileOf(deps, id, format, overview, context, query);
  const illustrative = chartOf(id).words(overview, context).data_status === 'illustrative';
  const name = [
    overview.zone.short_name[context.language],
    id,
    overview.as_of,
    context.language,
    ...(illustrative ? ['ILLUSTRATIVE'] : []),
  ];
  const disposition = attachment(name, format);
  // pictures and JSON can be looked at in place; the name holds when they are kept
  const shown = format === 'svg' || format === 'png' || format === 'json' ? disposition.replace(/^attachment/, 'inline') : disposition;
  return { ...file, headers: { 'content-disposition': shown } };
}

export function addCharts(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listCharts',
    async ({ query }) => {
      const overview = await overviewOf(deps, {});
      const context: ChartContext = { language: languageOf(query), options: {} };
      const entry = (id: ChartId) => ({
        id,
        title: chartOf(id).words(overview, context).title,
        formats: [...chartFormats],
        sizes: Object.keys(pictureSizes),
      });
      return { json: { items: chartIds.map(entry) } };
    },
    { kept: true },
  );
  route(
    host,
    'chart',
    async ({ params, query }): Promise<Answer> => {
      const asked = chartAndFormat(params['file'] ?? '');
      return chartAnswer(deps, asked, await drawnOverview(deps, asked.id, query), query);
    },
    { kept: true },
  );
}
