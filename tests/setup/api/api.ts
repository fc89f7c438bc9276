import { compact } from '#domain/values/compact.ts';
import { AsyncLocalStorage } from 'node:async_hooks';
import { createApp, type App, type RequestEnv } from '#server/app/app.ts';
import type { Db, Trx } from '#server/db/db.ts';
import type { LogEntry } from '#server/core/deps.ts';
import type { ServerDeps } from '#server/app/deps.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { fillSample } from '#server/samples/service.ts';
import { engines, type TestEngine } from './stores.ts';

export const origin = 'http://localhost:4280';
/** An app on a store with its settings, for another app on the same store. */
export interface OpenedApi extends TestApi {
  readonly deps: ServerDeps;
}
export interface TestApi {
  readonly app: App;
  readonly db: Db;
  readonly log: readonly LogEntry[];
  /** Sends a request as a page of this site does. */
  send(
    method: string,
    path: string,
    options?: {
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      readonly env?: RequestEnv;
      readonly signal?: AbortSignal;
    },
  ): Promise<Response>;
  get<T>(path: string): Promise<T>;
  close(): Promise<void>;
}

/** Opens the real app on a real store with the sample, at a fixed time by default. */
export async function openApi(
  engine: TestEngine | undefined = engines[0],
  more: Partial<ServerDeps> = {},
): Promise<OpenedApi> {
  if (engine === undefined) throw new Error('There is no engine.');
  const { db, close } = await engine.open('sample');
  // an engine may ignore the content
  await fillSample(db, 'sample');
  const log: LogEntry[] = [];
  const deps: ServerDeps = {
    db,
    scope: new AsyncLocalStorage<Trx>(),
    reads: new AsyncLocalStorage<Set<string>>(),
    importer: createImporter(inProcess),
    clock: () => new Date('2021-05-10T08:00:00Z'),
    config: { loopback: true, hosts: [], version: 'test' },
    log: (entry) => log.push(entry),
    ...more,
  };
  const app = createApp(deps);
  const send: TestApi['send'] = (method, path, { body, headers, env, signal } = {}) => {
    const json =
      body === undefined
        ? {}
        : {
            body:
              typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body),
          };
    const type: Record<string, string> =
      body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' };
    const own: Record<string, string> = method === 'GET' || method === 'HEAD' ? {} : { origin };
    return app.fetch(
      new Request(`${origin}${path}`, {
        method,
        ...json,
        ...compact({ signal: signal ? signal : undefined }),
        headers: { ...type, ...own, ...headers },
      }),
      env,
    );
  };
  const get = async <T>(path: string): Promise<T> => {
    const response = await send('GET', path);
    if (response.status !== 200)
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return { app, db, deps, log, send, get, close };
}
