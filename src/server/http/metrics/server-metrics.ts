import { compact } from '#domain/values/compact.ts';
import type { ProblemCode } from '#contract/core/problem.ts';
import { BoundedMap } from '#server/core/bounded-map.ts';
import type { Db } from '#server/db/db.ts';
import { sqlErrorKind } from '#server/db/dialects/port.ts';
import { counter, histogram, type Metric } from './open-metrics.ts';

/** Kinds of requests whose usual times differ. */
type Kind = 'api' | 'file' | 'page' | 'asset' | 'link' | 'stream';
const knownMethods: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
]);
const mostPaths = 2000;

function kindOf(path: string): Kind {
  if (path.startsWith('/assets/')) return 'asset';
  if (path.endsWith('/events')) return 'stream';
  if (path.startsWith('/api/v1/shared/')) return 'link';
  if (/^\/api\/v1\/(charts|documents|saved-charts)\/./.test(path)) return 'file';
  return path.startsWith('/api/') ? 'api' : 'page';
}

/** A request with its response. `began` is the start by the clock of `performance`. */
interface AnsweredRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly began: number;
}

/**
 * Counts the work of the server. No label holds a name, an id or anything that was sent. The
 * pattern of its path names a route.
 */
export class ServerMetrics {
  readonly #requests = counter('headway_requests', 'Answered requests by route, method and status');
  readonly #seconds = histogram('headway_request_seconds', 'Time to an answer by kind of request');
  readonly #problems = counter('headway_problems', 'Refused and failed requests by code');
  readonly #cache = counter('headway_cache_requests', 'Answers looked up in the cache, by result');
  readonly #writes = counter('headway_store_writes', 'Changes of the store by result');
  readonly #writeSeconds = histogram(
    'headway_store_write_seconds',
    'Time of a change of the store, with its wait for other writers',
  );
  readonly #imports = counter('headway_imports', 'Previews and imports by result');
  readonly #routes = new BoundedMap<string, string>(mostPaths);
  #runningImports = 0;

  get runningImports(): number {
    return this.#runningImports;
  }
  /** All counted metrics. */
  get counted(): readonly Metric[] {
    return [
      this.#requests,
      this.#seconds,
      this.#problems,
      this.#cache,
      this.#writes,
      this.#writeSeconds,
      this.#imports,
    ];
  }

  /** @param findRoute - returns the pattern of a path, without ids */
  countRequest(
    { method, path, status, began }: AnsweredRequest,
    findRoute: (method: string, path: string) => string,
  ): void {
    const methodLabel = knownMethods.has(method) ? method : 'other';
    const key = `${methodLabel} ${path}`;
    const route = this.#routes.get(key) ?? findRoute(method, path);
    this.#routes.set(key, route);
    this.#requests.add({ route, method: methodLabel, status: `${Math.floor(status / 100)}xx` });
    this.#seconds.observe({ kind: kindOf(path) }, (performance.now() - began) / 1000);
  }
  countProblem(code: ProblemCode): void {
    this.#problems.add({ code });
  }
  countLookup(isHit: boolean): void {
    this.#cache.add({ result: isHit ? 'hit' : 'miss' });
  }
  /** Counts an import while it runs. */
  async countImport<T>(work: () => Promise<T>): Promise<T> {
    this.#runningImports += 1;
    let result = 'failed';
    try {
      const workResult = await work();
      result = 'done';
      return workResult;
    } finally {
      this.#runningImports -= 1;
      this.#imports.add({ result });
    }
  }
  /** Makes a store that counts its changes. */
  countWrites(db: Db): Db {
    return {
      engine: db.engine,
      durability: db.durability,
      ...compact({ url: db.url }),
      get read() {
        return db.read;
      },
      get short() {
        return db.short;
      },
      standAside: (work) => db.standAside(work),
      close: () => db.close(),
      write: async (work) => {
        const began = performance.now();
        let result = 'done';
        try {
          return await db.write(work);
        } catch (error) {
          // a rejected change is not a fault of the store
          result = sqlErrorKind(error) ?? 'rejected';
          throw error;
        } finally {
          this.#writes.add({ result });
          this.#writeSeconds.observe({}, (performance.now() - began) / 1000);
        }
      },
    };
  }
}
