import { Worker } from 'node:worker_threads';
import { SqlError, type SqlPort, type SqlResult } from './port.ts';
import type { SqliteOptions } from './sqlite.ts';
import type { ThreadData, ThreadRequest } from './sqlite-thread.ts';

interface Waiting {
  readonly resolve: (result: SqlResult) => void;
  readonly reject: (error: Error) => void;
}
interface ThreadReply {
  readonly id: number;
  readonly result?: SqlResult;
  readonly error?: { readonly message: string; readonly code?: number };
}
/**
 * The error code of a request to a thread that has ended: an input/output error, so that the store
 * counts as unavailable.
 */
const endCode = 10;
/** The room of a thread for new objects. They are the rows of one result, which soon leave it. */
const newObjectMegabytes = 12;

/**
 * Opens a SQLite in its own thread, so that a long query never blocks the thread that answers
 * readers. The thread starts with the first query, since each takes about 10 MB.
 */
export function openSqliteWorker(path: string, options: SqliteOptions = {}): SqlPort {
  const workerData: ThreadData = { path, options };
  let thread: Worker | undefined;
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let dead: Error | undefined;
  const fail = (error: Error): void => {
    dead ??= error;
    for (const one of waiting.values()) one.reject(dead);
    waiting.clear();
  };
  const start = (): Worker => {
    const worker = new Worker(new URL('./sqlite-thread.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: newObjectMegabytes },
    });
    worker.on('message', (reply: ThreadReply) => {
      const one = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0) worker.unref();
      if (reply.error)
        one?.reject(
          reply.error.code === undefined
            ? new Error(reply.error.message)
            : new SqlError(reply.error.message, reply.error.code),
        );
      else one?.resolve(reply.result ?? { rows: [], changes: 0n });
    });
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) =>
      fail(new SqlError(`the database thread ended with ${code}`, endCode)),
    );
    worker.unref();
    return worker;
  };
  const send = (make: (id: number) => ThreadRequest): Promise<SqlResult> =>
    new Promise((resolve, reject) => {
      if (dead) return reject(dead);
      const id = ++last;
      thread ??= start();
      thread.ref();
      waiting.set(id, { resolve, reject });
      thread.postMessage(make(id));
    });
  return {
    exec: (sql, parameters) => send((id) => ({ id, sql, parameters })),
    insert: (sql, rows) => send((id) => ({ id, sql, rows })),
    async close() {
      if (dead || thread === undefined) return;
      await send((id) => ({ id, close: true }));
      await thread.terminate();
    },
  };
}
