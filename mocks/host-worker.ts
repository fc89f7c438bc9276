import { openHost } from './host.ts';
import { toPlainResponse, toRequest, type PageMessage, type WorkerMessage } from './wire.ts';
import type { DrawRequest } from '#server/core/deps.ts';

/** TypeScript's DOM library has no type for the scope of a SharedWorker. */
const scope = globalThis as unknown as { onconnect: ((event: MessageEvent) => void) | null };

/**
 * Drawings that the worker has requested from a page. A closed page never responds, hence the
 * timeout.
 */
const pendingDrawings = new Map<
  number,
  { done(bytes: Uint8Array): void; fail(error: Error): void }
>();
const drawTimeoutMs = 15_000;
let lastDrawing = 0;
/** The page that sent the last message: it is open and can draw. */
let page: MessagePort | undefined;

const draw = (form: 'svg' | 'png', request: DrawRequest): Promise<Uint8Array> =>
  new Promise((resolve, fail) => {
    lastDrawing += 1;
    const id = lastDrawing;
    pendingDrawings.set(id, { done: resolve, fail });
    setTimeout(() => {
      if (pendingDrawings.delete(id))
        fail(new Error('The page was closed before it drew the chart.'));
    }, drawTimeoutMs);
    page?.postMessage({ kind: 'draw', id, form, request } satisfies PageMessage);
  });

let host: ReturnType<typeof openHost> | undefined;

async function receive(port: MessagePort, message: WorkerMessage): Promise<void> {
  page = port;
  if (message.kind === 'drawn') {
    const drawing = pendingDrawings.get(message.id);
    pendingDrawings.delete(message.id);
    if (message.bytes) drawing?.done(message.bytes);
    else drawing?.fail(new Error(message.error ?? 'The page drew no chart.'));
    return;
  }
  host ??= openHost(draw);
  let response: Response;
  try {
    response = await (await host).answer(toRequest(message.request));
  } catch (error) {
    // The next request tries to open the store again.
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
  const plain = await toPlainResponse(response);
  port.postMessage(
    { kind: 'response', id: message.id, response: plain } satisfies PageMessage,
    plain.body === null ? [] : [plain.body],
  );
}

scope.onconnect = ({ ports }) => {
  const port = ports[0];
  if (port) port.onmessage = ({ data }: MessageEvent<WorkerMessage>) => void receive(port, data);
};
