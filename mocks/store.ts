import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import type { Db } from '#server/db/db.ts';
import { openOn } from '#server/storage/open-store.ts';
import { portDialect } from '#server/db/dialects/port-dialect.ts';
import { wasmPort } from '#server/db/dialects/wasm.ts';

/** A store on SQLite in WebAssembly. Its images hold no unfinished transaction. */
export interface WasmStore {
  readonly db: Db;
  /** @returns an image, or undefined if nothing was written since the last image */
  changedImage(): Promise<Uint8Array | undefined>;
}

/** Opens a store from an image. Without an image the store is empty. */
export async function openWasmStore(image?: Uint8Array): Promise<WasmStore> {
  const sqlite3 = await sqlite3InitModule();
  const database = new sqlite3.oo1.DB(':memory:');
  if (image !== undefined && database.pointer !== undefined) {
    const bytes = sqlite3.wasm.allocFromTypedArray(image);
    const flags =
      sqlite3.capi.SQLITE_DESERIALIZE_FREEONCLOSE | sqlite3.capi.SQLITE_DESERIALIZE_RESIZEABLE;
    database.checkRc(
      sqlite3.capi.sqlite3_deserialize(
        database.pointer,
        'main',
        bytes,
        image.byteLength,
        image.byteLength,
        flags,
      ),
    );
  }
  let savedChanges = image === undefined ? -1n : database.changes(true, true);
  const db = await openOn({
    engine: 'sqlite',
    durability: 'in this browser (IndexedDB); the browser may drop it',
    writer: portDialect(async () => [wasmPort(sqlite3, database)]),
  });
  return {
    db,
    changedImage: () =>
      // The copy runs under the connection's lock. Otherwise the image could hold writes of a
      // transaction that is rolled back later.
      db.read.connection().execute(async () => {
        const now = database.changes(true, true);
        if (now === savedChanges || database.pointer === undefined) return undefined;
        const bytes = sqlite3.capi.sqlite3_js_db_export(database.pointer);
        savedChanges = now;
        return bytes;
      }),
  };
}
