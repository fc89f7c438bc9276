import type pg from 'pg';
import { isPostgres } from './open-existing.ts';

/**
 * The number of a PostgreSQL lock. Servers share it. A process that needs a store without servers
 * holds it exclusively.
 */
export const serverLock = 4_280_428;
const retryMs = 1000;

const connectClient = async (url: string, onLost: () => void): Promise<pg.Client> => {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.once('error', onLost);
  await client.connect();
  return client;
};
/** @throws Error if the store is being moved */
async function takeLock(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock_shared($1) as taken',
    [serverLock],
  );
  if (rows[0]?.taken !== true)
    throw new Error('This store is being moved. Start Headway on the new store when that is done.');
}

/**
 * Shows other processes that a server runs on a store, as long as this process lives. On SQLite the
 * open file shows it.
 * @returns a function that releases the lock
 * @throws Error if the store is being moved
 */
export async function holdServerLock(url: string): Promise<() => Promise<void>> {
  if (!isPostgres(url)) return () => Promise.resolve();
  let isOver = false;
  let client: pg.Client | undefined;
  const hold = async (): Promise<void> => {
    const next = await connectClient(url, () => void again());
    try {
      await takeLock(next);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    client = next;
  };
  const again = async (): Promise<void> => {
    client = undefined;
    while (!isOver && client === undefined) {
      await hold().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, retryMs).unref());
    }
  };
  await hold();
  return async () => {
    isOver = true;
    await client?.end().catch(() => undefined);
  };
}
