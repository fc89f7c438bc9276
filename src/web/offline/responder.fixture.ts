import { compact } from '#domain/values/compact.ts';
import { readerHeader } from '#contract/core/offline.ts';
import type { CopyKind } from './address-rules.ts';
import { CopyStore } from './copy-store.ts';
import { Responder } from './responder.ts';

export const origin = 'https://headway.example';
type Copies = Map<string, Map<string, { readonly body: string; readonly headers: Headers }>>;

/** The browser's caches, in memory. */
function makeCaches(copies: Copies): CacheStorage {
  const addressOf = (key: RequestInfo | URL): string =>
    key instanceof Request ? key.url : String(key);
  const open = (name: string) => {
    const entries = copies.get(name) ?? new Map();
    copies.set(name, entries);
    return {
      put: async (key: RequestInfo, response: Response) =>
        void entries.set(addressOf(key), {
          body: await response.text(),
          headers: new Headers(response.headers),
        }),
      match: async (key: RequestInfo) => {
        const copy = entries.get(addressOf(key));
        return copy && new Response(copy.body, { headers: copy.headers });
      },
      delete: async (key: RequestInfo) => entries.delete(addressOf(key)),
      keys: async () => [...entries.keys()].map((url) => new Request(url)),
    };
  };
  return {
    open: async (name: string) => {
      // the browser opens a cache later than it removes one
      for (let tick = 0; tick < 20; tick += 1) await Promise.resolve();
      return open(name);
    },
    match: async (key: RequestInfo, { cacheName }: { readonly cacheName: string }) =>
      copies.has(cacheName) ? open(cacheName).match(key) : undefined,
    delete: async (name: string) => copies.delete(name),
    keys: async () => [...copies.keys()],
  } as unknown as CacheStorage;
}

/** A worker with caches in memory, whose clock and network a test sets. */
export class TestWorker {
  readonly stored: Copies = new Map();
  now = Date.parse('2026-11-28T10:00:00Z');
  network: (address: string) => Response | Promise<Response> = offline;
  store!: CopyStore;
  responder!: Responder;
  constructor() {
    this.start();
  }

  /** Starts the worker again, as a browser does at any time. */
  start(build = 'b1'): void {
    const now = (): number => this.now;
    this.store = new CopyStore({ caches: makeCaches(this.stored), build, now });
    this.responder = new Responder({
      store: this.store,
      origin,
      now,
      send: async (request) => this.network(typeof request === 'string' ? request : request.url),
    });
  }
  answer(body: string, reader: string | null = 'account a manager', status = 200): Response {
    return new Response(body, {
      status,
      headers: {
        'content-type': body.startsWith('<') ? 'text/html' : 'application/json',
        date: new Date(this.now).toUTCString(),
        ...compact({ [readerHeader]: reader ?? undefined }),
      },
    });
  }
  /** Sends a request as the browser does. `after` waits for the work after it. */
  send(path: string, kind: CopyKind) {
    const work: Promise<unknown>[] = [];
    const response = this.responder.respond(
      kind,
      new Request(new URL(path, origin)),
      Promise.resolve(undefined),
      (one) => void work.push(one),
    );
    return { response, after: () => Promise.all(work) };
  }
  /** Sends a request, and waits for the response and for the work after it. */
  async get(path: string, kind: CopyKind = 'answer'): Promise<Response> {
    const { response, after } = this.send(path, kind);
    const result = await response;
    await after();
    return result;
  }
}

/** The network without a connection. */
export const offline = (): never => {
  throw new TypeError('Failed to fetch');
};
