import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { SqlError, type SqlPort, type SqlResult } from './port.ts';

/**
 * Makes a port to SQLite in WebAssembly. The caller opens the database, stores its bytes and closes
 * it.
 */
export function wasmPort(sqlite3: Sqlite3Static, db: Database): SqlPort {
  db.exec('pragma foreign_keys=on');
  return {
    exec(sql, parameters): SqlResult {
      try {
        const statement = db.prepare(sql);
        try {
          if (parameters.length > 0) statement.bind([...parameters]);
          const names = statement.columnCount > 0 ? statement.getColumnNames() : [];
          const rows: Record<string, unknown>[] = [];
          while (statement.step()) {
            const row: Record<string, unknown> = {};
            names.forEach((name, i) => {
              const integer =
                statement.pointer !== undefined &&
                sqlite3.capi.sqlite3_column_type(statement.pointer, i) ===
                  sqlite3.capi.SQLITE_INTEGER;
              row[name] =
                integer && statement.pointer !== undefined
                  ? sqlite3.capi.sqlite3_column_int64(statement.pointer, i)
                  : statement.get(i);
            });
            rows.push(row);
          }
          return { rows, changes: names.length > 0 ? 0n : BigInt(db.changes()) };
        } finally {
          statement.finalize();
        }
      } catch (error) {
        const code =
          db.pointer === undefined ? 0 : sqlite3.capi.sqlite3_extended_errcode(db.pointer);
        throw error instanceof Error &&
          code !== 0 &&
          code !== sqlite3.capi.SQLITE_ROW &&
          code !== sqlite3.capi.SQLITE_DONE
          ? new SqlError(error.message, code)
          : error;
      }
    },
    close: () => db.close(),
  };
}
