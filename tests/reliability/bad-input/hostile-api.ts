import { compact } from '#domain/values/compact.ts';
import { sql } from 'kysely';
import type { Db } from '#server/db/db.ts';
import type { Principal } from '#server/core/policy.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { readProcessorTime } from '../../setup/processes/times.ts';
import { addressOf, type Walked } from '../http/contract-walk.ts';

/** The caller with every right, so that no request is refused for a right. */
const admin: Principal = { id: 'local', name: 'local', mode: 'local', role: 'admin' };
/** The most processor time in ms of a request with a file, and of every other request. */
const limits = { plain: 1000, file: 5000 } as const;

const builtins = [
  Object,
  Array,
  String,
  Number,
  Boolean,
  Function,
  Map,
  Set,
  Date,
  RegExp,
  Promise,
  Error,
];
const prototypes = (): string =>
  JSON.stringify(builtins.map(({ prototype }) => Reflect.ownKeys(prototype as object).map(String)));

/** Rows of every table, as one text: equal where nothing was stored. */
async function rowCounts(db: Db): Promise<string> {
  const names =
    db.engine === 'sqlite'
      ? sql<{
          name: string;
        }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`
      : sql<{
          name: string;
        }>`select tablename as name from pg_tables where schemaname = current_schema() order by tablename`;
  const { rows } = await names.execute(db.read);
  const counts = rows.map(async ({ name }) => {
    const counts = await sql<{
      count: number;
    }>`select count(*) as count from ${sql.table(name)}`.execute(db.read);
    return `${name} ${counts.rows[0]?.count ?? 0}`;
  });
  return (await Promise.all(counts)).join(' ');
}

export interface Shot {
  readonly body?: string | FormData;
  readonly query?: Readonly<Record<string, string>>;
  /** Replaces the address of the endpoint. */
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
/** The app with an own zone, and the checks that must hold for every request. */
export interface Hostile {
  readonly api: TestApi;
  readonly faults: string[];
  readonly countRequests: () => number;
  readonly slowest: () => string;
  /**
   * Sends one request and reads the answer in full. A 5xx, a slow answer or a changed prototype is
   * a fault.
   */
  fire(to: Walked, shot: Shot, what: string): Promise<number>;
  /**
   * Does some work. Where all its answers were refusals, the numbers of rows must not change.
   */
  batch(name: string, work: () => Promise<void>): Promise<void>;
  end(): Promise<void>;
}

export async function openHostile(engine = engines[0]): Promise<Hostile> {
  let requests = 0;
  // a minute passes with each request, so that no limit of tries refuses it
  const clock = (): Date => new Date(Date.parse('2021-05-10T08:00:00Z') + requests * 60_000);
  const api = await openApi(engine, { clock });
  const faults: string[] = [];
  const before = prototypes();
  let accepted = 0;
  let slowest = { ms: 0, what: '' };
  const started = await api.send('POST', '/api/v1/projects', {
    body: { code: 'P1', stage: 'lead', facts: { name: 'One' } },
    env: { principal: admin },
  });
  if (started.status !== 201)
    throw new Error(`no own project: ${started.status} ${await started.text()}`);
  return {
    api,
    faults,
    countRequests: () => requests,
    slowest: () => `slowest ${Math.round(slowest.ms)} ms (${slowest.what})`,
    async fire(to, { body, query, address, headers }, what) {
      const start = readProcessorTime();
      const send = to.method === 'GET' ? {} : { body: body ?? '{}' };
      const response = await api.send(to.method, address ?? addressOf(to, query), {
        ...send,
        env: { principal: admin },
        ...compact({ headers }),
      });
      const isStream =
        response.headers.get('content-type')?.startsWith('text/event-stream') === true;
      const text = isStream ? '' : await response.text();
      if (isStream) await response.body?.cancel();
      const ms = readProcessorTime() - start;
      const named = `${to.id}: ${what}`;
      requests += 1;
      if (to.method !== 'GET' && response.ok) accepted += 1;
      if (ms > slowest.ms) slowest = { ms, what: named };
      if (response.status >= 500)
        faults.push(
          `${named}: ${response.status} ${text.slice(0, 200)} ${api.log.at(-1)?.error?.slice(0, 400) ?? ''}`,
        );
      if (ms > (to.upload ? limits.file : limits.plain))
        faults.push(`${named}: ${Math.round(ms)} ms`);
      if (/at .*\.(ts|js|mjs):\d+/.test(text))
        faults.push(`${named}: a stack stands in the answer`);
      if (prototypes() !== before) throw new Error(`${named}: a prototype was changed`);
      return response.status;
    },
    async batch(name, work) {
      const [rows, changes] = [await rowCounts(api.db), accepted];
      await work();
      if (accepted === changes && (await rowCounts(api.db)) !== rows)
        faults.push(`${name}: all was refused, and yet rows came or went`);
    },
    async end() {
      const whole = await verifyChain(api.db);
      if (!whole.whole) faults.push(`the chain is broken: ${JSON.stringify(whole)}`);
      await api.close();
    },
  };
}
