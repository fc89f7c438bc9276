import { Worker } from 'node:worker_threads';
import {
  type Documents,
  type DocumentTask,
  ReaderLeft,
} from '#server/exports/pack/write-document.ts';
import type { DocumentReply, DocumentTaken, DocumentThreadData } from './document-worker.ts';

export interface DocumentThreads extends Documents {
  close(): Promise<void>;
}
/** Documents written at once; further ones wait their turn. */
const atOnce = 2;
const held = 1024 * 1024;
/** A thread that needs more than this ends, and with it its document, not the server. */
const mostMegabytes = 768;

/**
 * Writes each document in a thread of its own, which reads the store by its own connection: who looks at pages never waits for
 * it. A reader who leaves ends the thread.
 */
export function documentThreads(database: string): DocumentThreads {
  const running = new Set<Worker>();
  const waiting: (() => void)[] = [];
  const turn = async (): Promise<void> => {
    if (running.size < atOnce) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push(resolve);
    await promise;
  };

  function start(task: DocumentTask): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const begun = Promise.withResolvers<ReadableStream<Uint8Array<ArrayBuffer>>>();
    const worker = new Worker(new URL('./document-worker.ts', import.meta.url), {
      workerData: { database, task } satisfies DocumentThreadData,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    running.add(worker);
    let owed = 0;
    let over = false;
    const take = (): void => {
      if (owed === 0) return;
      worker.postMessage({ taken: owed } satisfies DocumentTaken);
      owed = 0;
    };
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        start(controller) {
          const fail = (message: string): void => {
            if (over) return;
            over = true;
            begun.reject(new Error(message));
            controller.error(new Error(message));
          };
          worker.on('message', (reply: DocumentReply) => {
            if (over) return;
            if ('bytes' in reply) {
              owed += reply.bytes.length;
              controller.enqueue(reply.bytes);
              begun.resolve(stream);
              if ((controller.desiredSize ?? 0) > 0) take();
            } else if ('ended' in reply) {
              over = true;
              begun.resolve(stream);
              controller.close();
            } else fail(reply.failed);
          });
          worker.on('error', (error: unknown) =>
            fail(error instanceof Error ? error.message : String(error)),
          );
          worker.on('exit', () => {
            running.delete(worker);
            waiting.shift()?.();
            fail('The thread that wrote the document has ended.');
          });
        },
        pull: take,
        async cancel() {
          over = true;
          await worker.terminate();
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: held }),
    );
    return begun.promise;
  }
  return {
    async open(task, left) {
      await turn();
      if (left?.aborted !== true) return start(task);
      waiting.shift()?.();
      throw new ReaderLeft();
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
