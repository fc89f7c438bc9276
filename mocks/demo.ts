import { setupWorker } from 'msw/browser';
import { createFaults, isFaultKind } from './faults.ts';
import { apiHandlers } from './handlers.ts';
import { drawInPage } from './pictures.ts';
import { toPlainRequest, toResponse, type PageMessage, type WorkerMessage } from './wire.ts';

/**
 * The demo's content security policy requires trusted script addresses. Only scripts of this build
 * are allowed.
 */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}
(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    if (new URL(url, location.href).origin !== location.origin)
      throw new TypeError(`Not a script of the demo: ${url}`);
    return url;
  },
});

/**
 * One store for all tabs, so that no tab overwrites the data of another. The worker runs as long as
 * any tab is open.
 */
const worker = new SharedWorker(new URL('./host-worker.ts', import.meta.url), {
  type: 'module',
  name: 'headway-demo',
});
const pendingResponses = new Map<number, (response: Response) => void>();
let lastId = 0;
const send = (message: WorkerMessage, transfer: Transferable[] = []): void =>
  worker.port.postMessage(message, transfer);

worker.port.onmessage = ({ data }: MessageEvent<PageMessage>) => {
  if (data.kind === 'response') {
    pendingResponses.get(data.id)?.(toResponse(data.response));
    pendingResponses.delete(data.id);
    return;
  }
  drawInPage(data.form, data.request).then(
    (bytes) => send({ kind: 'drawn', id: data.id, bytes }),
    (error: unknown) => send({ kind: 'drawn', id: data.id, error: String(error) }),
  );
};

async function answer(request: Request): Promise<Response> {
  const plain = await toPlainRequest(request);
  lastId += 1;
  const id = lastId;
  return new Promise((resolve) => {
    pendingResponses.set(id, resolve);
    send({ kind: 'request', id, request: plain }, plain.body === null ? [] : [plain.body]);
  });
}

/**
 * `?fault=slow|offline|internal|malformed` in the demo's address makes requests for the overview
 * fail in that way.
 */
const faults = createFaults();
const faultKind = new URL(location.href).searchParams.get('fault');
if (isFaultKind(faultKind))
  faults.set({
    kind: faultKind,
    where: (request) => new URL(request.url).pathname.startsWith('/api/v1/overview'),
  });

await setupWorker(...apiHandlers(answer, faults)).start({
  quiet: true,
  onUnhandledFrame: 'bypass',
  serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
});
await import('#web/app/entries/main.tsx');
