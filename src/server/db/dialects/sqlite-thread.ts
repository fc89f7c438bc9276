import { parentPort, workerData } from 'node:worker_threads';
import { SqlError, type SqlValue } from './port.ts';
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
  | { readonly id: number; readonly close: true };

const data = workerData as ThreadData;
const port = parentPort;
if (!port) throw new Error('sqlite-thread.ts runs in a worker thread');
let sqlite: SqliteConnection | undefined;
port.on('message', (request: ThreadRequest) => {
  try {
    if ('close' in request) {
      sqlite?.close();
      port.postMessage({ id: request.id });
      port.close();
      return;
    }
    sqlite ??= openSqlite(data.path, data.options);
    port.postMessage({ id: request.id, result: sqlite.exec(request.sql, request.parameters) });
  } catch (error) {
    const code = error instanceof SqlError ? error.code : undefined;
    port.postMessage({
      id: request.id,
      error: { message: error instanceof Error ? error.message : String(error), code },
    });
  }
});
