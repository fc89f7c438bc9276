import { openHost } from './host.ts';
import { plainResponse, requestOf, type ToPage, type ToWorker } from './wire.ts';
import type { DrawRequest } from '#server/core/deps.ts';

/** The part of a SharedWorker's global that is used; the DOM library of TypeScript has pages only. */
const scope = globalThis as unknown as { onconnect: ((event: MessageEvent) => void) | null };

/** Drawings that a page was asked for. A page that was closed never answers, hence the limit. */
const drawings = new Map<number, { done(bytes: Uint8Array): void; fail(error: Error): void }>();
const patienceMs = 15_000;
let lastDrawing = 0;
/** The page that spoke last: it is open, and can draw. */
let page: MessagePort | undefined;

const draw = (form: 'svg' | 'png', request: DrawRequest): Promise<Uint8Array> =>
  new Promise((done, fail) => {
    lastDrawing += 1;
    const id = lastDrawing;
    drawings.set(id, { done, fail });
    setTimeout(() => {
      if (drawings.delete(id)) fail(new Error('The page that was to draw the chart was closed.'));
    }, patienceMs);
    page?.postMessage({ kind: 'draw', id, form, request } satisfies ToPage);
  });

let host: ReturnType<typeof openHost> | undefined;

async function receive(port: MessagePort, message: ToWorker): Promise<void> {
  page = port;
  if (message.kind === 'drawn') {
    const waiting = drawings.get(message.id);
    drawings.delete(message.id);
    if (message.bytes) waiting?.done(message.bytes);
    else waiting?.fail(new Error(message.error ?? 'not drawn'));
    return;
  }
  host ??= openHost(draw);
  let response: Response;
  try {
    response = await (await host).answer(requestOf(message.request));
  } catch (error) {
    // A store that did not open may open at the next try.
    host = undefined;
    response = Response.json(
      {
        type: 'about:blank',
        code: 'store_unavailable',
        title: 'No store',
        status: 503,
        detail: String(error),
      },
      { status: 503, headers: { 'content-type': 'application/problem+json' } },
    );
  }
  const plain = await plainResponse(response);
  port.postMessage(
    { kind: 'response', id: message.id, response: plain } satisfies ToPage,
    plain.body === null ? [] : [plain.body],
  );
}

scope.onconnect = ({ ports }) => {
  const port = ports[0];
  if (port) port.onmessage = ({ data }: MessageEvent<ToWorker>) => void receive(port, data);
};
