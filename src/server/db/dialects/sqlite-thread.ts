import { parentPort, workerData } from 'node:worker_threads';
import { bindable, SqlError, type SqlResult, type SqlValue } from './port.ts';
import { openSqlite, type SqliteConnection, type SqliteOptions } from './sqlite.ts';

/**
 * The data of the thread that sqlite-worker.ts starts. The thread runs the statements that it
 * receives, in order.
 */
export interface ThreadData {
  readonly path: string;
  readonly options: SqliteOptions;
}
export type ThreadRequest =
  | { readonly id: number; readonly sql: string; readonly parameters: readonly SqlValue[] }
  | {
      readonly id: number;
      readonly sql: string;
      readonly rows: readonly (readonly unknown[])[];
    }
  | { readonly id: number; readonly close: true };

const data = workerData as ThreadData;
const port = parentPort;
if (!port) throw new Error('sqlite-thread.ts runs in a worker thread');
let sqlite: SqliteConnection | undefined;
/**
 * The error of a bulk insert that nobody awaited. No statement runs before its transaction is rolled
 * back: SQLite may have ended the transaction, and would commit each later statement alone.
 */
let failure: { readonly error: unknown } | undefined;

function run(
  connection: SqliteConnection,
  request: Exclude<ThreadRequest, { readonly close: true }>,
): SqlResult | undefined {
  if (request.sql === 'rollback') failure = undefined;
  if (failure !== undefined) throw failure.error;
  if ('parameters' in request) return connection.exec(request.sql, request.parameters);
  try {
    for (const row of request.rows) connection.exec(request.sql, row.map(bindable));
  } catch (error) {
    failure = { error };
    throw error;
  }
}

port.on('message', (request: ThreadRequest) => {
  try {
    if ('close' in request) {
      sqlite?.close();
      port.postMessage({ id: request.id });
      port.close();
      return;
    }
    sqlite ??= openSqlite(data.path, data.options);
    port.postMessage({ id: request.id, result: run(sqlite, request) });
  } catch (error) {
    const code = error instanceof SqlError ? error.code : undefined;
    port.postMessage({
      id: request.id,
      error: { message: error instanceof Error ? error.message : String(error), code },
    });
  }
});
