import { copyHeader } from '#contract/core/offline.ts';

const prefix = 'headway-';
const bytesHeader = 'headway-bytes';
/** The limits of the copies of one reader. The oldest entries are removed first. */
export const copyLimits = {
  entries: 250,
  bytes: 24 * 1024 * 1024,
  entryBytes: 3 * 1024 * 1024,
  /** Time in ms after which a kept response is no longer shown. */
  ageMs: 7 * 86_400_000,
} as const;

export interface CopyStoreOptions {
  readonly caches: CacheStorage;
  /** The id of this build. Caches of other builds are removed. */
  readonly build: string;
  readonly now: () => number;
}
interface Entry {
  readonly at: number;
  readonly bytes: number;
}

/**
 * Keeps responses in the browser's caches: one cache of data for one reader, and one of files of
 * code, both of one build. Steps run one after the other.
 */
export class CopyStore {
  readonly #caches: CacheStorage;
  readonly #build: string;
  readonly #now: () => number;
  #last: Promise<unknown> = Promise.resolve();
  #reader: string | undefined;
  #index: Map<string, Entry> | undefined;
  #turn = 0;
  constructor({ caches, build, now }: CopyStoreOptions) {
    this.#caches = caches;
    this.#build = build;
    this.#now = now;
  }

  /** Changes when everything is removed. A response of an earlier turn is not kept. */
  get turn(): number {
    return this.#turn;
  }
  get #filesName(): string {
    return `${prefix}${this.#build} files`;
  }
  #dataName(reader: string): string {
    return `${prefix}${this.#build} data ${reader}`;
  }
  #run<T>(step: () => Promise<T>): Promise<T> {
    const next = this.#last.then(step);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Removes the caches of other builds. */
  removeOtherBuilds(): Promise<void> {
    return this.#run(() => this.#remove((name) => !name.startsWith(`${prefix}${this.#build} `)));
  }
  /** Removes all data and files: nobody is signed in, or a right was lost. */
  forget(): Promise<void> {
    this.#turn += 1;
    this.#reader = undefined;
    return this.#run(async () => {
      this.#index = undefined;
      await this.#remove(() => true);
    });
  }
  async #remove(isOver: (name: string) => boolean): Promise<void> {
    const names = await this.#caches.keys();
    await Promise.all(
      names
        .filter((name) => name.startsWith(prefix) && isOver(name))
        .map((name) => this.#caches.delete(name)),
    );
  }

  /** Notes the present reader and removes the copies of another one. */
  adopt(reader: string): void {
    if (reader === this.#reader) return;
    if (this.#reader !== undefined) this.#turn += 1;
    this.#reader = reader;
    const name = this.#dataName(reader);
    void this.#run(async () => {
      this.#index = undefined;
      await this.#remove((one) => one !== name && one !== this.#filesName);
    }).catch(() => undefined);
  }

  /** Keeps a response of the reader noted last. */
  async keep(address: string, response: Response): Promise<void> {
    const turn = this.#turn;
    const reader = this.#reader;
    const body = await response.arrayBuffer();
    if (reader === undefined || body.byteLength > copyLimits.entryBytes) return;
    const at = this.#now();
    const headers = new Headers(response.headers);
    // the body is decoded already, and the day of a copy is not that of the server's clock
    for (const name of ['content-encoding', 'content-length', 'date']) headers.delete(name);
    headers.set(copyHeader, String(at));
    headers.set(bytesHeader, String(body.byteLength));
    await this.#run(async () => {
      if (turn !== this.#turn) return;
      const cache = await this.#caches.open(this.#dataName(reader));
      const index = (this.#index ??= await readIndex(cache));
      await cache.put(address, new Response(body, { headers }));
      index.set(address, { at, bytes: body.byteLength });
      await this.#trim(cache, index);
    });
  }
  async #trim(cache: Cache, index: Map<string, Entry>): Promise<void> {
    const oldest = [...index].sort(([, a], [, b]) => a.at - b.at);
    let bytes = oldest.reduce((sum, [, entry]) => sum + entry.bytes, 0);
    const since = this.#now() - copyLimits.ageMs;
    for (const [address, entry] of oldest) {
      const fits = index.size <= copyLimits.entries && bytes <= copyLimits.bytes;
      if (fits && entry.at >= since) return;
      await cache.delete(address);
      index.delete(address);
      bytes -= entry.bytes;
    }
  }
  /** Removes one response: the server no longer has it. */
  drop(address: string): Promise<void> {
    return this.#run(async () => {
      this.#index?.delete(address);
      await (await this.#openData())?.delete(address);
    });
  }

  /** Finds a response that is not too old. */
  find(address: string): Promise<Response | undefined> {
    return this.#run(async () => {
      const copy = await (await this.#openData())?.match(address, { ignoreVary: true });
      const at = Number(copy?.headers.get(copyHeader));
      return at >= this.#now() - copyLimits.ageMs ? copy : undefined;
    });
  }
  /** Lists the kept addresses, the latest first. */
  list(): Promise<readonly string[]> {
    return this.#run(async () => {
      const cache = await this.#openData();
      if (cache === undefined) return [];
      const index = (this.#index ??= await readIndex(cache));
      return [...index].sort(([, a], [, b]) => b.at - a.at).map(([address]) => address);
    });
  }
  /** The cache of the only reader whose data are kept. Undefined where there is none or are several. */
  async #openData(): Promise<Cache | undefined> {
    const start = this.#dataName('');
    const names = (await this.#caches.keys()).filter((name) => name.startsWith(start));
    const [name] = names;
    return name === undefined || names.length > 1 ? undefined : this.#caches.open(name);
  }

  /** Finds a file of code. To open a cache would make one that a sign-out just removed. */
  findFile(address: string): Promise<Response | undefined> {
    return this.#caches.match(address, { cacheName: this.#filesName, ignoreVary: true });
  }
  /** Keeps a file of code if a person is signed in. */
  keepFile(address: string, response: Response): Promise<void> {
    const turn = this.#turn;
    return this.#run(async () => {
      if (turn !== this.#turn) return;
      if (this.#reader === undefined && (await this.#openData()) === undefined) return;
      await (await this.#caches.open(this.#filesName)).put(address, response);
    });
  }
}

async function readIndex(cache: Cache): Promise<Map<string, Entry>> {
  const index = new Map<string, Entry>();
  for (const request of await cache.keys()) {
    const headers = (await cache.match(request, { ignoreVary: true }))?.headers;
    index.set(request.url, {
      at: Number(headers?.get(copyHeader)),
      bytes: Number(headers?.get(bytesHeader)),
    });
  }
  return index;
}
