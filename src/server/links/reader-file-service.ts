import { compact } from '#domain/values/compact.ts';
import type { SharedChartQuery, SharedListQuery, SharedPayload } from '#contract/links/schemas.ts';
import { canDraw, isChartId } from '#charts/registry.ts';
import { optionsOf } from '#domain/redaction/analysis/chart-refusal.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import type { Language } from '#domain/values/language.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { parseFileName, answerChart } from '#server/exports/figure/service.ts';
import { listFile, makeSharedList } from '#server/exports/linked-list.ts';
import { attachment, csvMark } from '#server/http/file-name.ts';
import type { Answer, TaggedAnswer } from '#server/http/response-cache.ts';
import { readToday } from '#server/zone/zone-day-service.ts';
import { addLinkDownload } from './download-store.ts';
import type { LinksHost } from './link-context.ts';
import { tooManyRequests } from './open-link.ts';
import type { Reader } from './readers/reader-sessions.ts';
import type { StoredLink } from './store.ts';

interface Download {
  readonly link: StoredLink;
  /** The file below the address of the link, such as `charts/targets.csv`. */
  readonly file: string;
  readonly request: Request;
  readonly response: Response;
}
/**
 * Counts a download through a link before the file is sent. The audit log gets one entry for each
 * file and day, so that repeated downloads do not fill it. Rejected requests and files in the
 * browser's cache do not count.
 */
export async function recordDownload(
  { db, clock }: AppDeps,
  { link, file, request, response }: Download,
): Promise<void> {
  if (request.method !== 'GET' || response.status !== 200) return;
  const at = clock().toISOString();
  const day = await readToday({ db, clock });
  await db.write(async (trx) => {
    const isFirst = await addLinkDownload(trx, { link: link.id, file, at, day });
    if (isFirst)
      await recordEvent(trx, {
        at,
        actor: { name: '?' },
        kind: 'link_downloaded',
        object: link.name,
        detail: { file },
      });
  });
}

const noSuchFile = () => problem('not_found', 'This link has no such file.');

/** Returns the part of a link's analysis chart. @returns undefined for any other chart */
export const readAnalysis = ({ view, analysis }: SharedPayload, id: string) =>
  (view.page === 'outlook' ? 'outlook' : view.chart?.id) === id ? analysis : undefined;

/** Returns the options that a link fixes for its analysis chart. Its heading is that of a chart. */
const fixedOptions = ({ view: { chart }, link, counted }: SharedPayload, language: Language) => {
  const own =
    chart === undefined
      ? {}
      : { ...optionsOf(chart), ...chart.words, ...compact({ title: link.title }) };
  return { ...own, ...compact({ filters: counted?.[language] }) };
};

interface SharedChartInput {
  /** The chart with its format, such as `targets.png`. */
  readonly file: string;
  readonly query: SharedChartQuery;
  readonly signal: AbortSignal;
}
/**
 * Draws a chart of the payload of a link.
 *
 * @throws HttpProblem if the payload has no such chart, or too many files of the link were drawn in
 *   this minute
 */
export async function drawSharedChart(
  { deps, links }: LinksHost,
  link: StoredLink,
  payload: SharedPayload,
  { file, query, signal }: SharedChartInput,
): Promise<Answer> {
  const chart = parseFileName(file);
  const analysis = readAnalysis(payload, chart.id);
  if (
    analysis === undefined &&
    (!isChartId(chart.id) ||
      !canDraw(chart.id, { ...payload.overview, bridge: payload.changes?.bridge }))
  )
    throw noSuchFile();
  const wait = ['json', 'csv'].includes(chart.format) ? 0 : links.drawings.wait(link.id);
  if (wait > 0) throw tooManyRequests(wait);
  const overview = toDrawableOverview(payload.overview, payload.changes);
  const { measure, range, chart: { versus } = {} } = link.view;
  const chartQuery = { lang: link.language, ...compact({ measure, range, versus }), ...query };
  return answerChart(deps, chart, { ...overview, ...analysis }, chartQuery, {
    signal,
    ...compact({
      options:
        analysis === undefined ? undefined : fixedOptions(payload, chartQuery.lang as Language),
    }),
  });
}

/**
 * Makes a chart of a link as a file.
 *
 * @throws HttpProblem if the link does not offer the file, or too many of its files were drawn in
 *   this minute
 */
export async function makeChartFile(
  host: LinksHost,
  { link }: Reader,
  file: string,
  query: SharedChartQuery,
  signal: AbortSignal,
): Promise<TaggedAnswer> {
  const { format } = parseFileName(file);
  const isPicture = ['svg', 'png', 'pdf'].includes(format);
  if (link.exports === 'none' || (link.exports === 'pictures' && !isPicture)) throw noSuchFile();
  const name = `${file} ${JSON.stringify(Object.entries(query).toSorted())}`;
  return host.links.getOrMake(
    link,
    name,
    (payload, shared) => drawSharedChart(host, link, payload, { file, query, signal: shared }),
    signal,
  );
}

/**
 * Makes the list of projects of a link as a file, from the payload of its page.
 *
 * @throws HttpProblem if the link does not offer data or has no list
 */
export async function makeListFile(
  { links }: LinksHost,
  { link }: Reader,
  file: string,
  { lang, csv = 'plain' }: SharedListQuery,
  signal: AbortSignal,
): Promise<TaggedAnswer> {
  if (link.exports !== 'data') throw noSuchFile();
  const format = file.endsWith('.csv') ? 'csv' : 'xlsx';
  if (format === 'xlsx' && csv === 'excel')
    throw problem('bad_request', 'Leave out csv: only .csv files take it.');
  const language = (lang ?? link.language) as Language;
  const make = async (payload: SharedPayload): Promise<Answer> => {
    const list = makeSharedList(payload, language);
    if (list === undefined) throw noSuchFile();
    const name = [
      'projects',
      list.words.as_of,
      language,
      ...csvMark(csv),
      ...(list.words.data_status === 'illustrative' ? ['ILLUSTRATIVE'] : []),
    ];
    return {
      ...listFile(list, format, csv === 'excel', language),
      headers: { 'content-disposition': attachment(name, format) },
    };
  };
  return links.getOrMake(link, `list ${file} ${csv} ${language}`, make, signal);
}
