import { schemas } from '#contract/schemas.ts';
import { eventStreamHeaders } from '#server/http/events/event-stream.ts';
import { type Answer, respond, tagAnswer, type TaggedAnswer } from '#server/http/response-cache.ts';
import { addEndpoint, type Admit } from '#server/http/route.ts';
import { addressBlock } from '#server/http/throttle/address-throttle.ts';
import { parseInput } from '#server/http/validation.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import type { LinksHost } from './link-context.ts';
import { countOpening, openLink } from './open-link.ts';
import type { Reader } from './readers/reader-sessions.ts';

type ReaderEndpoint =
  | 'shared'
  | 'sharedChart'
  | 'sharedList'
  | 'sharedExplanation'
  | 'sharedEvents';
/** Loads the code of files and charts with the first download. */
const loadFiles = () => import('./reader-file-service.ts');

interface ReaderAccess {
  readonly reader: Reader;
}
/**
 * Admits the holder of a session of the link in the path while that link is live. The response
 * depends on the payload of the link. The rest of the request only selects its form.
 */
const admitReader =
  ({ links }: LinksHost, id: ReaderEndpoint): Admit<ReaderAccess> =>
  async ({ request: { headers }, params, https }) => ({
    reader: await links.readers.admit({
      cookies: headers.get('cookie'),
      authorization: headers.get('authorization'),
      link: parseInput(schemas[id].params, params).link,
      https,
    }),
  });

/** Headers by which only the reader's browser caches the response, and revalidates it each time. */
const readerHeaders = {
  'cache-control': 'private, no-cache',
  vary: 'accept-encoding, cookie, authorization',
} as const;

const toJson = (reply: object): Answer => ({
  bytes: new TextEncoder().encode(JSON.stringify(reply)),
  type: 'application/json; charset=utf-8',
});

const send = ({ deps }: LinksHost, request: Request, answer: TaggedAnswer): Promise<Response> =>
  respond(request, { ...answer, headers: { ...answer.headers, ...readerHeaders } }, deps.compress);

async function sendFile(
  host: LinksHost,
  path: string,
  { reader: { link }, request }: ReaderAccess & { readonly request: Request },
  answer: TaggedAnswer,
): Promise<Response> {
  const response = await send(host, request, answer);
  const { recordDownload } = await loadFiles();
  await recordDownload(host.deps, { link, file: path, request, response });
  return response;
}

/** Adds the routes for readers of shared links: opening a link, and its content. */
export function addShared(host: LinksHost): void {
  const { deps, links } = host;
  addEndpoint(
    host,
    'openShared',
    ({ ip }) => {
      countOpening(links, addressBlock(ip));
      return {};
    },
    async ({ body, request, https, ip }) => {
      const block = addressBlock(ip);
      const { reply, cookie } = await openLink(deps, links, { ...body, request, https, block });
      return { json: reply, cookies: cookie === undefined ? [] : [cookie] };
    },
    { secret: true, silent: true },
  );
  addEndpoint(host, 'shared', admitReader(host, 'shared'), async ({ reader, request }) =>
    send(host, request, await links.json(reader.link)),
  );
  addEndpoint(host, 'sharedChart', admitReader(host, 'sharedChart'), async (call) => {
    const { reader, params, query, signal } = call;
    const file = params['file'] ?? '';
    const { makeChartFile } = await loadFiles();
    const answer = await makeChartFile(host, reader, file, query, signal);
    return sendFile(host, `charts/${file}`, call, answer);
  });
  addEndpoint(host, 'sharedList', admitReader(host, 'sharedList'), async (call) => {
    const { reader, params, query, signal } = call;
    const file = params['file'] ?? '';
    const { makeListFile } = await loadFiles();
    const answer = await makeListFile(host, reader, file, query, signal);
    return sendFile(host, `lists/${file}`, call, answer);
  });
  addEndpoint(host, 'sharedExplanation', admitReader(host, 'sharedExplanation'), async (call) => {
    const { reader, params, query, request } = call;
    const payload = await links.payload(reader.link);
    const { explainShared } = await import('./explain/service.ts');
    const explanation = await explainShared(payload, params['measure'] as MeasureId, query);
    return send(host, request, await tagAnswer(toJson(explanation)));
  });
  addEndpoint(host, 'sharedEvents', admitReader(host, 'sharedEvents'), async (call) => {
    const { link, session } = call.reader;
    if (call.request.method === 'HEAD') return new Response(null, { headers: eventStreamHeaders });
    const { tag } = await links.json(link);
    const lastSeen = call.request.headers.get('last-event-id');
    const stream = links.streams.open(link.id, tag, lastSeen, session.expires_at);
    return new Response(stream, { headers: eventStreamHeaders });
  });
}
