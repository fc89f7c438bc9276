import { PostgresDialect, type Dialect } from 'kysely';
import type pg from 'pg';
import { PostgresCompiler } from './postgres-compiler.ts';
import { withCopy } from './postgres-copy.ts';

/** Object ids of integer types. The parsers apply to this pool only, not to the whole process. */
const integers = new Set([20, 21, 23]);
const types = {
  getTypeParser: (oid: number) => (text: string) => {
    if (integers.has(oid)) return BigInt(text);
    if (oid === 16) return text === 't';
    // the type bytea: hexadecimal digits after \x
    if (oid === 17) return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
    if (oid === 700 || oid === 701 || oid === 1700) return Number(text);
    return text;
  },
};

/**
 * Settings of the planner, which an address may replace. As installed, PostgreSQL plans for disks
 * that turn: it would read a whole table where an index has every column. It would also compile each
 * query of a large register, which takes longer than most of them.
 */
const planner = '-c random_page_cost=1.1 -c jit=off -c work_mem=16MB';

export interface PoolOptions {
  /** The most connections. */
  readonly most?: number;
  /** The longest time of a statement in ms. Omit it for no limit. */
  readonly longestStatement?: number | undefined;
}

/**
 * Makes a PostgreSQL pool whose results depend on no server setting: UTC, ISO dates and durable
 * commits. The driver is loaded with the first pool.
 */
export async function postgresPool(
  url: string,
  { most = 8, longestStatement = 0 }: PoolOptions = {},
): Promise<pg.Pool> {
  const { Pool } = await import('pg');
  // options in the address would replace these, so both are joined
  const address = new URL(url);
  const options = address.searchParams.get('options');
  address.searchParams.delete('options');
  const pool = new Pool({
    connectionString: address.href,
    max: most,
    connectionTimeoutMillis: 10_000,
    types: types as unknown as pg.CustomTypesConfig,
    options: [
      planner,
      options,
      '-c TimeZone=UTC -c DateStyle=ISO -c bytea_output=hex -c synchronous_commit=on -c lock_timeout=30s',
      `-c statement_timeout=${longestStatement}`,
    ]
      .filter(Boolean)
      .join(' '),
  });
  // The pool replaces an idle connection that breaks. Without a listener the error would end the
  // process.
  pool.on('error', () => undefined);
  // A connection may also break between two queries of a transaction. Then the next query fails,
  // and so does its request.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Rejects a server that may lose acknowledged commits. @throws Error that names the setting */
export async function checkDurable(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ fsync: string }>('show fsync');
  if (rows[0]?.fsync !== 'on')
    throw new Error(
      'PostgreSQL runs with fsync=off and would lose data in a power cut. Set fsync = on and start again.',
    );
}

class BulkDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresCompiler {
    return new PostgresCompiler();
  }
}
/**
 * Makes the dialect of PostgreSQL on a pool, or on a function that makes the pool at the first
 * query.
 */
export const postgresDialect = (pool: pg.Pool | (() => Promise<pg.Pool>)): Dialect =>
  new BulkDialect({
    pool: typeof pool === 'function' ? async () => withCopy(await pool()) : withCopy(pool),
  });
