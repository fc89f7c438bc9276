import { compact } from '#domain/values/compact.ts';
import { endpoints, type QueryOf } from '#contract/endpoints.ts';
import type { SharedChartQuery, SharedListQuery, SharedPayload } from '#contract/links/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { z } from '#contract/core/zod.ts';
import { canDraw } from '#charts/registry.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import type { Language } from '#domain/values/language.ts';
import { listFile, sharedList } from '#server/exports/linked-list.ts';
import { attachment, csvMark } from '#server/http/file-name.ts';
import { readJson } from '#server/http/body.ts';
import { checkMediaType } from '#server/http/request-checks.ts';
import { type Answer, tagAnswer, respond, type TaggedAnswer } from '#server/http/response-cache.ts';
import { problem } from '#server/core/problem.ts';
import { parseInput, parseQuery } from '#server/http/validation.ts';
import { countOpening, openLink, tooManyRequests } from './open-link.ts';
import { addressBlock } from '#server/http/throttle/address-throttle.ts';
import type { Reader } from '#server/links/readers/reader-sessions.ts';
import { chartAndFormat, chartAnswer } from '#server/exports/figure/service.ts';
import type { Host } from '#server/http/route.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { recordEvent } from '#server/audit/store.ts';
import { addLinkDownload } from './download-store.ts';
import type { StoredLink } from './store.ts';

interface Download {
  readonly link: StoredLink;
  /** The file below the address of the link, as `charts/targets.csv`. */
  readonly file: string;
  readonly request: Request;
  readonly response: Response;
}

/**
 * Counts a download through a link before the file is sent. The audit log has one entry for each file and day, so that repeated
 * downloads do not fill it. A file that the browser has already, and one that is refused, is no download.
 */
async function recordDownload(
  { db, clock }: AppDeps,
  { link, file, request, response }: Download,
): Promise<void> {
  if (request.method !== 'GET' || response.status !== 200) return;
  const at = clock().toISOString();
  await db.write(async (trx) => {
    const isFirst = await addLinkDownload(trx, { link: link.id, file, at });
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

/** A browser may keep it for its own reader, and asks each time; nothing between may. */
const ownHeaders = {
  'cache-control': 'private, no-cache',
  vary: 'accept-encoding, cookie, authorization',
} as const;

type Reading = 'shared' | 'sharedChart' | 'sharedList' | 'sharedEvents';
interface Asked<K extends Reading> {
  readonly reader: Reader;
  readonly params: Readonly<Record<string, string>>;
  readonly query: QueryOf<(typeof endpoints)[K]>;
  readonly request: Request;
}
/**
 * The one door of what readers of a link are given: only who bears the cookie of that very link comes through, and only while
 * the link is live. Everything behind it is made of `sharing.payload`; the rest of the request decides nothing but its form.
 */
function throughDoor<K extends Reading>(
  host: Host,
  id: K,
  answer: (asked: Asked<K>) => Promise<Response>,
): void {
  const shape = schemas[id];
  host.hono.get(endpoints[id].path, async (c) => {
    const request = c.req.raw;
    const params = parseInput(
      shape.params as z.ZodType<Readonly<Record<string, string>>>,
      c.req.param(),
    );
    const { https } = c.env;
    const reader = await host.links.readers.admit({
      cookies: request.headers.get('cookie'),
      authorization: request.headers.get('authorization'),
      link: params['link'] ?? '',
      https,
    });
    const query = parseInput(
      shape.query as unknown as z.ZodType<QueryOf<(typeof endpoints)[K]>>,
      parseQuery(new URL(request.url).search),
    );
    return answer({ reader, params, query, request });
  });
}

const noFile = () => problem('not_found', 'This link gives no such file.');

async function chartOfLink(
  { deps, links }: Host,
  { link }: Reader,
  file: string,
  query: SharedChartQuery,
  left: AbortSignal,
): Promise<TaggedAnswer> {
  const asked = chartAndFormat(file);
  const picture = ['svg', 'png', 'pdf'].includes(asked.format);
  if (link.exports === 'none' || (link.exports === 'pictures' && !picture)) throw noFile();
  const { measure, range } = link.view;
  const given = {
    lang: link.language,
    ...compact({ measure, range }),
    ...query,
  };
  const name = `${file} ${JSON.stringify(Object.entries(given).toSorted())}`;
  const make = async (payload: SharedPayload, stopped: AbortSignal) => {
    if (!canDraw(asked.id, { ...payload.overview, bridge: payload.changes?.bridge }))
      throw noFile();
    const wait = ['json', 'csv'].includes(asked.format) ? 0 : links.drawings.wait(link.id);
    if (wait > 0) throw tooManyRequests(wait);
    return chartAnswer(deps, asked, toDrawableOverview(payload.overview, payload.changes), given, {
      left: stopped,
    });
  };
  return links.getOrMake(link, name, make, left);
}

/** The list of projects of a link that gives data, from the projection that its page shows. */
async function listOfLink(
  { links }: Host,
  { link }: Reader,
  file: string,
  { lang, csv = 'plain' }: SharedListQuery,
  left: AbortSignal,
): Promise<TaggedAnswer> {
  if (link.exports !== 'data') throw noFile();
  const format = file.endsWith('.csv') ? 'csv' : 'xlsx';
  if (format === 'xlsx' && csv === 'excel')
    throw problem('bad_request', 'Leave csv out: it is for .csv.');
  const language = (lang ?? link.language) as Language;
  const make = async (payload: SharedPayload): Promise<Answer> => {
    const list = sharedList(payload, language);
    if (list === undefined) throw noFile();
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
  return links.getOrMake(link, `list ${file} ${csv} ${language}`, make, left);
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  connection: 'close',
  'x-accel-buffering': 'no',
} as const;

/** What readers of shared links ask: the exchange of their secret, then what their link shows. */
export function addShared(host: Host): void {
  const { hono, deps, links } = host;
  const send = (request: Request, kept: TaggedAnswer): Promise<Response> =>
    respond(request, { ...kept, headers: { ...kept.headers, ...ownHeaders } }, deps.compress);
  hono.post(endpoints.openShared.path, async (c) => {
    const request = c.req.raw;
    const { https, ip } = c.env;
    countOpening(links, addressBlock(ip));
    parseInput(schemas.openShared.query, parseQuery(new URL(request.url).search));
    checkMediaType(request, false);
    const body = parseInput(schemas.openShared.body, await readJson(request));
    const { reply, cookie } = await openLink(deps, links, { ...body, request, https });
    const bytes = new TextEncoder().encode(JSON.stringify(reply));
    const headers = cookie === undefined ? {} : { headers: { 'set-cookie': cookie } };
    return respond(
      request,
      await tagAnswer({ bytes, type: 'application/json; charset=utf-8', ...headers }),
      deps.compress,
    );
  });
  throughDoor(host, 'shared', async ({ reader, request }) =>
    send(request, await links.json(reader.link)),
  );
  const sendFile = async (
    file: string,
    { reader: { link }, request }: Pick<Asked<Reading>, 'reader' | 'request'>,
    kept: TaggedAnswer,
  ) => {
    const response = await send(request, kept);
    await recordDownload(deps, { link, file, request, response });
    return response;
  };
  throughDoor(host, 'sharedChart', async (asked) => {
    const { reader, params, query, request } = asked;
    const file = params['file'] ?? '';
    return sendFile(
      `charts/${file}`,
      asked,
      await chartOfLink(host, reader, file, query, request.signal),
    );
  });
  throughDoor(host, 'sharedList', async (asked) => {
    const { reader, params, query, request } = asked;
    const file = params['file'] ?? '';
    return sendFile(
      `lists/${file}`,
      asked,
      await listOfLink(host, reader, file, query, request.signal),
    );
  });
  throughDoor(host, 'sharedEvents', async ({ reader: { link, session }, request }) => {
    if (request.method === 'HEAD') return new Response(null, { headers: streamHeaders });
    const { tag } = await links.json(link);
    const stream = links.streams.open(
      link.id,
      tag,
      request.headers.get('last-event-id'),
      session.expires_at,
    );
    return new Response(stream, { headers: streamHeaders });
  });
}
