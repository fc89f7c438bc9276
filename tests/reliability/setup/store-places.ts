import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { copyFormerStore, writeFormerStore } from '../../setup/api/former-schemas.ts';
import { startCluster } from '../../setup/processes/postgres-cluster.ts';

/** The place of a store that an operation works on. */
export interface StorePlace {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** The data folder. It holds the store where that is SQLite. */
  readonly data: string;
  readonly url: string;
  /** Removes the store, and everything in the data folder. */
  readonly clear: () => Promise<void>;
  /** Fills the empty place with a store of a former schema. */
  readonly fillFormer: (schema: number) => Promise<void>;
}
function clearFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
}

/** @returns the place of a SQLite store in a folder */
export function sqlitePlace(data: string): StorePlace {
  const url = join(data, 'headway.db');
  return {
    name: 'SQLite',
    data,
    url,
    clear: () => Promise.resolve(clearFolder(data)),
    fillFormer: (schema) => Promise.resolve(writeFormerStore(schema, url)),
  };
}
/** @returns the place of a store in a database */
export function postgresPlace(data: string, url: string): StorePlace {
  return {
    name: 'PostgreSQL',
    data,
    url,
    async clear() {
      clearFolder(data);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      // a connection of a killed process may still hold its tables
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
      );
      await client.query('drop schema public cascade; create schema public');
      await client.end();
    },
    fillFormer: (schema) => copyFormerStore(schema, url),
  };
}

/** Opens an empty place of each store that is at hand. */
export async function openPlaces(
  folder: string,
): Promise<{ readonly places: readonly StorePlace[]; readonly close: () => Promise<void> }> {
  const cluster = await startCluster();
  const sqlite = sqlitePlace(join(folder, 'data'));
  return {
    places:
      cluster === undefined
        ? [sqlite]
        : [sqlite, postgresPlace(join(folder, 'postgres-data'), cluster.url)],
    close: async () => cluster?.stop(),
  };
}
