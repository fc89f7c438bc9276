import { findCopyKind } from './address-rules.ts';
import { CopyStore } from './copy-store.ts';
import { Responder } from './responder.ts';
import { isForgetMessage, isKeepMessage } from './messages.ts';
import { findPage } from '#contract/core/pages.ts';

/** The later files of each page, as the build lists them (`scripts/client/later-files.mjs`). */
const laterFiles = import.meta.env.VITE_LATER_FILES ?? {};

/** Lists the files of the page of an address that load only when they are needed. */
const laterFilesOf = (address: string): readonly string[] => {
  const page = findPage(new URL(address).pathname);
  return (page && laterFiles[page]) ?? [];
};

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends WorkerEvent {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}
interface PageMessage extends WorkerEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
  /** The page that sent it. */
  readonly source: { readonly url: string } | null;
}
/** The parts of the worker's global object that are used here. */
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: ServiceWorkerRegistration;
}

const scope = globalThis as unknown as WorkerScope;
const { origin } = location;
const now = (): number => Date.now();
const store = new CopyStore({ caches, build: import.meta.env.VITE_BUILD, now });
const responder = new Responder({
  store,
  send: (request) => globalThis.fetch(request),
  origin,
  now,
});

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => {
  const start = async (): Promise<void> => {
    await store.removeOtherBuilds();
    // the browser requests a page while this worker starts, so no page waits for it
    await scope.registration.navigationPreload?.enable();
    await scope.clients.claim();
  };
  event.waitUntil(start());
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') event.waitUntil(responder.noteChange().catch(() => undefined));
  const kind = findCopyKind(request, origin);
  if (kind === undefined) return;
  const early = kind === 'page' ? event.preloadResponse : Promise.resolve(undefined);
  event.respondWith(
    responder.respond(kind, request, early, (work) => event.waitUntil(work.catch(() => undefined))),
  );
});
scope.addEventListener('message', (event) => {
  const { data, ports, source } = event;
  if (isForgetMessage(data))
    event.waitUntil(store.forget().finally(() => ports[0]?.postMessage('done')));
  if (isKeepMessage(data))
    event.waitUntil(
      responder.keepAll([...data.keep, ...laterFilesOf(source?.url ?? location.href)]),
    );
});
