import { Worker } from 'node:worker_threads';
import { SpoolError } from '#server/exports/formats/zip/archive-tools.ts';
import { ReaderGoneError } from '#server/exports/pack/reader-gone-error.ts';
import type { Documents, DocumentTask } from '#server/exports/pack/write-document.ts';
import { removeLeftParts } from './archive-tools.ts';
import type { DocumentReply, DocumentReceipt, DocumentThreadData } from './document-worker.ts';

export interface DocumentThreads extends Documents {
  close(): Promise<void>;
}
/** The most documents that are written at once. Further ones wait. */
const maxThreads = 2;
const bufferedBytes = 1024 * 1024;
/**
 * The heap limit of a thread. Above it the thread ends and its document fails, but the server
 * continues.
 */
const maxHeapMegabytes = 768;
/**
 * The room of a thread for new objects. V8 keeps the pages of an ended thread for some seconds, and
 * with its usual room a table of 200,000 projects took 160 MB more.
 */
const newObjectMegabytes = 24;

/**
 * Streams the bytes of a thread. The thread waits for a slow reader and ends when the reader
 * leaves.
 */
function streamFrom(
  worker: Worker,
  folder: string,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const ready = Promise.withResolvers<ReadableStream<Uint8Array<ArrayBuffer>>>();
  let untaken = 0;
  let isOver = false;
  const take = (): void => {
    if (untaken === 0) return;
    worker.postMessage({ takenBytes: untaken } satisfies DocumentReceipt);
    untaken = 0;
  };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        const fail = (error: Error): void => {
          if (isOver) return;
          isOver = true;
          ready.reject(error);
          controller.error(error);
        };
        worker.on('message', (reply: DocumentReply) => {
          if (isOver) return;
          if ('bytes' in reply) {
            untaken += reply.bytes.length;
            controller.enqueue(reply.bytes);
            ready.resolve(stream);
            if ((controller.desiredSize ?? 0) > 0) take();
          } else if ('ended' in reply) {
            isOver = true;
            ready.resolve(stream);
            controller.close();
          } else
            fail(
              reply.noRoom === true
                ? new SpoolError(folder, reply.failed)
                : new Error(reply.failed),
            );
        });
        worker.on('error', (error: unknown) =>
          fail(error instanceof Error ? error : new Error(String(error))),
        );
        worker.on('exit', () => fail(new Error('The thread that wrote the document has ended.')));
      },
      pull: take,
      async cancel() {
        isOver = true;
        await worker.terminate();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: bufferedBytes }),
  );
  return ready.promise;
}

/**
 * Writes each document in a thread with its own connection, so that pages never wait for it. Parts
 * of a document that wait for their turn are in `folder`.
 * @throws ReaderGoneError from a document whose reader has left
 */
export function documentThreads(database: string, folder: string): DocumentThreads {
  removeLeftParts(folder);
  const running = new Set<Worker>();
  const waiting: (() => void)[] = [];
  const turn = async (): Promise<void> => {
    if (running.size < maxThreads) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push(resolve);
    await promise;
  };
  const start = (task: DocumentTask): Worker => {
    const worker = new Worker(new URL('./document-worker.ts', import.meta.url), {
      workerData: { database, folder, task } satisfies DocumentThreadData,
      resourceLimits: {
        maxOldGenerationSizeMb: maxHeapMegabytes,
        maxYoungGenerationSizeMb: newObjectMegabytes,
      },
    });
    running.add(worker);
    worker.on('exit', () => {
      running.delete(worker);
      waiting.shift()?.();
    });
    return worker;
  };
  return {
    async open(task, signal) {
      await turn();
      if (signal?.aborted !== true) return streamFrom(start(task), folder);
      waiting.shift()?.();
      throw new ReaderGoneError();
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
