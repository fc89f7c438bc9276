import { setupWorker } from 'msw/browser';
import { createFaults, isFaultKind } from './faults.ts';
import { apiHandlers } from './handlers.ts';
import { drawInPage } from './pictures.ts';
import { plainRequest, responseOf, type ToPage, type ToWorker } from './wire.ts';

/** Scripts of this build only: the policy of the demo demands that someone vouches for a worker's address. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}
(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    if (new URL(url, location.href).origin !== location.origin)
      throw new TypeError(`not a script of the demo: ${url}`);
    return url;
  },
});

/** One store for all tabs: the worker outlives each of them while another is open, so that no tab overwrites another's work. */
const worker = new SharedWorker(new URL('./host-worker.ts', import.meta.url), {
  type: 'module',
  name: 'headway-demo',
});
const waiting = new Map<number, (response: Response) => void>();
let last = 0;
const send = (message: ToWorker, transfer: Transferable[] = []): void =>
  worker.port.postMessage(message, transfer);

worker.port.onmessage = ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'response') {
    waiting.get(data.id)?.(responseOf(data.response));
    waiting.delete(data.id);
    return;
  }
  drawInPage(data.form, data.request).then(
    (bytes) => send({ kind: 'drawn', id: data.id, bytes }),
    (error: unknown) => send({ kind: 'drawn', id: data.id, error: String(error) }),
  );
};

async function answer(request: Request): Promise<Response> {
  const plain = await plainRequest(request);
  last += 1;
  const id = last;
  return new Promise((done) => {
    waiting.set(id, done);
    send({ kind: 'request', id, request: plain }, plain.body === null ? [] : [plain.body]);
  });
}

/** `?fault=slow|offline|internal|malformed` shows how the pages bear it. */
const faults = createFaults();
const asked = new URL(location.href).searchParams.get('fault');
if (isFaultKind(asked))
  faults.set({
    kind: asked,
    where: (request) => new URL(request.url).pathname.startsWith('/api/v1/overview'),
  });

await setupWorker(...apiHandlers(answer, faults)).start({
  quiet: true,
  onUnhandledFrame: 'bypass',
  serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
});
await import('#web/app/entries/main.tsx');
