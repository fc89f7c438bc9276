import { ageHeader } from '#contract/core/endpoint.ts';
import {
  bootId,
  copiesId,
  copyHeader,
  offlineShellPath,
  readerHeader,
  type QueryCopy,
} from '#contract/core/offline.ts';
import { isCodeFile, isDataAnswer, isDataPage, type CopyKind } from './address-rules.ts';
import type { CopyStore } from './copy-store.ts';

const mediaTypes: Readonly<Record<Exclude<CopyKind, 'file'>, RegExp>> = {
  page: /^text\/html/,
  answer: /^application\/json/,
  picture: /^image\//,
};

/** The starting data in a drawn page, as `drawn-html.tsx` writes it. */
const bootPattern = new RegExp(
  `<script type="application/json" id="${bootId}">(.*?)</script>`,
  's',
);
/** Pages whose starting data go with a copy. */
const mostPages = 40;
/**
 * Time in ms after which a copy is sent in place of a response that has not begun. A page ends its own
 * calls after 15 s.
 */
export const responseWaitMs = 6000;
/** Time in ms after a change in which a response may still hold the state before it. */
export const changeSettlesMs = 15_000;

export interface ResponderOptions {
  readonly store: CopyStore;
  readonly send: (request: Request | string) => Promise<Response>;
  readonly origin: string;
  readonly now: () => number;
}

/** The address under which a response is kept. */
const toKey = (address: string): string => address.replace(/#.*$/, '');

/**
 * Responds in place of the network. Pages and answers come from the server; the last copy is sent
 * only when no response arrives, or when none has begun after a few seconds. Files of code, whose names change with their content, come from the
 * copy.
 */
export class Responder {
  readonly #store: CopyStore;
  readonly #send: ResponderOptions['send'];
  readonly #origin: string;
  readonly #now: () => number;
  #changedAt = -Infinity;
  constructor({ store, send, origin, now }: ResponderOptions) {
    this.#store = store;
    this.#send = send;
    this.#origin = origin;
    this.#now = now;
  }

  /**
   * Notes that this browser sends a change. A slow read after it never shows the state before it, also
   * where the browser has started this worker again since.
   */
  noteChange(): Promise<void> {
    this.#changedAt = this.#now();
    const headers = { [copyHeader]: String(this.#changedAt) };
    return this.#store.keepFile(this.#changeAddress, new Response(null, { headers }));
  }
  /** The name under which the moment of the last change is kept. The server has no such file. */
  get #changeAddress(): string {
    return new URL('/offline-change', this.#origin).href;
  }
  /** Finds the moment in ms from which on a copy holds every change of this browser. */
  async #findSettledTime(): Promise<number> {
    const note = await this.#store.findFile(this.#changeAddress);
    return Math.max(this.#changedAt, Number(note?.headers.get(copyHeader) ?? 0)) + changeSettlesMs;
  }

  /**
   * @param early - the response of a request that the browser sent while this worker started
   * @param runAfter - keeps the worker alive until the promise ends
   * @throws the error of the network if there is no copy
   */
  async respond(
    kind: CopyKind,
    request: Request,
    early: Promise<Response | undefined>,
    runAfter: (work: Promise<unknown>) => void,
  ): Promise<Response> {
    if (kind === 'file') return this.#sendFile(request, runAfter);
    const { turn } = this.#store;
    const reply = early.then((response) => response ?? this.#send(request));
    const take = reply.then((response) => this.#take(kind, request.url, response.clone(), turn));
    // a late response replaces the copy that was sent in its place
    runAfter(take.catch(() => undefined));
    const wait = startWait();
    try {
      const response = await Promise.race([reply, wait.ended]);
      return response ?? (await this.#findRecentCopy(kind, request.url)) ?? (await reply);
    } catch (error) {
      const copy = request.signal.aborted ? undefined : await this.#findCopy(kind, request.url);
      if (copy === undefined) throw error;
      return copy;
    } finally {
      wait.stop();
    }
  }

  /** Keeps pages and files that were loaded before this worker ran. */
  async keepAll(addresses: readonly string[]): Promise<void> {
    for (const address of addresses) {
      const url = new URL(address, this.#origin);
      if (url.origin !== this.#origin) continue;
      try {
        const kind = isDataPage(url.pathname)
          ? 'page'
          : isDataAnswer(url.pathname)
            ? 'answer'
            : undefined;
        if (kind !== undefined) {
          const { turn } = this.#store;
          await this.#take(kind, url.href, await this.#send(url.href), turn);
        } else if (isCodeFile(url.pathname)) await this.#keepFile(url.href);
      } catch {
        // the page sends its list again when it is opened next
      }
    }
  }

  async #sendFile(request: Request, runAfter: (work: Promise<unknown>) => void): Promise<Response> {
    const copy = await this.#store.findFile(request.url);
    if (copy !== undefined) return copy;
    const response = await this.#send(request);
    if (response.status === 200) runAfter(this.#store.keepFile(request.url, response.clone()));
    return response;
  }
  async #keepFile(address: string): Promise<void> {
    if ((await this.#store.findFile(address)) !== undefined) return;
    const response = await this.#send(address);
    if (response.status !== 200) return;
    const isShell = new URL(address).pathname === offlineShellPath;
    const text = isShell ? await response.clone().text() : '';
    // the drawn pages need not load all files of the page without data
    for (const [file] of text.matchAll(/\/assets\/[\w.-]+/g))
      await this.#keepFile(new URL(file, this.#origin).href);
    await this.#store.keepFile(address, response);
  }

  /**
   * Keeps a response of a signed-in reader. A response that names no reader, or that refuses, ends
   * what was kept.
   */
  async #take(
    kind: Exclude<CopyKind, 'file'>,
    address: string,
    response: Response,
    turn: number,
  ): Promise<void> {
    const { status, headers } = response;
    const reader = headers.get(readerHeader);
    if (turn !== this.#store.turn || response.type === 'opaqueredirect') return;
    if (status === 401 || status === 403 || (status < 400 && reader === null))
      return this.#store.forget();
    if (reader !== null) this.#store.adopt(reader);
    if (status === 404 || status === 410) return this.#store.drop(toKey(address));
    const mayKeep =
      reader !== null &&
      status === 200 &&
      mediaTypes[kind].test(headers.get('content-type') ?? '') &&
      !headers.has('content-disposition') &&
      !headers.has(ageHeader) &&
      !(headers.get('cache-control') ?? '').includes('no-store');
    if (mayKeep) await this.#store.keep(toKey(address), response);
  }

  /** The copy of this very address, unless this browser has sent a change since. */
  async #findRecentCopy(kind: CopyKind, address: string): Promise<Response | undefined> {
    const key = toKey(address);
    const since = await this.#findSettledTime();
    const copy = await this.#store.find(key);
    if (copy === undefined || Number(copy.headers.get(copyHeader)) < since) return undefined;
    return kind === 'page' ? addQueries(copy, await this.#listQueries(key, since)) : copy;
  }

  async #findCopy(kind: CopyKind, address: string): Promise<Response | undefined> {
    const key = toKey(address);
    const copy = await this.#store.find(key);
    if (kind !== 'page') return copy;
    if (copy !== undefined) return addQueries(copy, await this.#listQueries(key));
    const addresses = await this.#store.list();
    if (addresses.length === 0) return undefined;
    const { pathname, search } = new URL(key);
    const other =
      search === ''
        ? addresses.find((one) => new URL(one).pathname === pathname && one !== key)
        : undefined;
    if (other !== undefined) return Response.redirect(other, 302);
    const shell = await this.#store.findFile(new URL(offlineShellPath, this.#origin).href);
    return shell && addQueries(shell, await this.#listQueries(key));
  }

  /**
   * The starting data of a page, then those of the latest others: what they read came with them, not
   * by its address.
   *
   * @param since - the earliest arrival in ms
   */
  async #listQueries(first: string, since = 0): Promise<readonly QueryCopy[]> {
    const addresses = await this.#store.list();
    const pages = [first, ...addresses.filter((one) => isDataPage(new URL(one).pathname))];
    const latest = new Map<string, QueryCopy>();
    for (const address of pages.slice(0, mostPages)) {
      const page = await this.#store.find(address);
      const copyTime = Number(page?.headers.get(copyHeader));
      const boot = bootPattern.exec((await page?.text()) ?? '')?.[1];
      if (boot === undefined || copyTime < since) continue;
      const { queries } = JSON.parse(boot) as {
        readonly queries: readonly (readonly [readonly unknown[], unknown])[];
      };
      for (const [key, data] of queries) {
        const name = JSON.stringify(key);
        if (!latest.has(name)) latest.set(name, [key, data, copyTime]);
      }
    }
    return [...latest.values()];
  }
}

/** Waits for the time after which a copy is sent. */
function startWait(): { readonly ended: Promise<undefined>; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = new Promise<undefined>((end) => {
    timer = setTimeout(() => end(undefined), responseWaitMs);
  });
  return { ended, stop: () => clearTimeout(timer) };
}

/** Adds the data of the copies, with the moment of their arrival, to a page from the store. */
async function addQueries(page: Response, queries: readonly QueryCopy[]): Promise<Response> {
  const data = JSON.stringify(queries).replaceAll('<', '\\u003c');
  const element = `<script type="application/json" id="${copiesId}">${data}</script>`;
  const text = (await page.text()).replace('</body>', () => `${element}</body>`);
  return new Response(text, { headers: page.headers });
}
