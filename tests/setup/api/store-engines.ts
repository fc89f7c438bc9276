import type { Db } from '#server/db/db.ts';
import { engines as stores } from './stores.ts';

export const withoutPostgres =
  stores.length > 1 ? undefined : 'NOT RUN: PostgreSQL, TEST_DATABASE_URL is not set';

/**
 * Engines for tests of the store. Each opens an empty store, which is removed when it is closed.
 */
export const engines = stores.map(({ name, open }) => ({
  name: name === 'sqlite' ? 'SQLite' : 'PostgreSQL',
  async open(): Promise<Db> {
    const { db, close } = await open();
    return { ...db, close };
  },
}));
