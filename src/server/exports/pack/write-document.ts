import type { AppDeps } from '#server/core/deps.ts';
import type { Db } from '#server/db/db.ts';
import { writeCsv, writePack, writeWorkbook, type MadeFile, type Sink } from './write-pack.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';

/** What is to be written: all of it decides the bytes. */
export type DocumentTask =
  | { readonly kind: 'workbook'; readonly scope: DocumentScope }
  | { readonly kind: 'pack'; readonly scope: DocumentScope; readonly made: readonly MadeFile[] }
  | {
      readonly kind: 'csv';
      readonly scope: DocumentScope;
      readonly which: 'projects' | 'observations' | 'stage_events';
      readonly excel: boolean;
    };

/**
 * Writes documents of the register; resolved once the first bytes are there, so that what fails at
 * once is answered as a problem.
 * One whose reader has left before its turn is not begun; later its stream is cancelled.
 */
export interface Documents {
  open(task: DocumentTask, left?: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
}

/** What the routes of documents are given. */
export interface DocumentDeps extends AppDeps {
  /** Writes documents in threads. Omitted where the app writes them itself. */
  readonly documents?: Documents;
}

/** Writes one document into a sink. */
export function writeDocument(db: Db, task: DocumentTask, sink: Sink): Promise<void> {
  if (task.kind === 'workbook') return writeWorkbook(db, task.scope, sink);
  if (task.kind === 'pack') return writePack(db, task.scope, task.made, sink);
  return writeCsv(db, task.scope, task.which, task.excel, sink);
}

const pieceSize = 64 * 1024;
/** Small pieces joined into larger ones before they are handed on; `end` hands on the rest. */
export function joined(
  hand: (bytes: Uint8Array<ArrayBuffer>) => void,
  taken: () => Promise<void>,
): Sink & { end(): void } {
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const flush = (): void => {
    if (size === 0) return;
    const all = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    pieces = [];
    size = 0;
    hand(all);
  };
  return {
    write(bytes) {
      pieces.push(bytes);
      size += bytes.length;
      if (size >= pieceSize) flush();
    },
    taken,
    end: flush,
  };
}

/** What is said to a document whose reader has left. */
export class ReaderGoneError extends Error {
  constructor() {
    super('The reader has left.');
    this.name = 'ReaderGoneError';
  }
}

const most = 4 * 1024 * 1024;
/** Writes where it is asked: for stores that only this thread can read, and for the browser. */
export const inPlace = (db: Db): Documents => ({
  open(task) {
    const begun = Promise.withResolvers<ReadableStream<Uint8Array<ArrayBuffer>>>();
    let room = Promise.withResolvers<void>();
    let left = false;
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        start(controller) {
          const sink = joined(
            (bytes) => {
              controller.enqueue(bytes);
              begun.resolve(stream);
            },
            async () => {
              // gives others their turn, and waits while nobody takes what is there
              await new Promise((resolve) => setTimeout(resolve, 0));
              while (!left && (controller.desiredSize ?? 0) <= 0) await room.promise;
              if (left) throw new ReaderGoneError();
            },
          );
          const work = async (): Promise<void> => {
            try {
              await writeDocument(db, task, sink);
              sink.end();
              begun.resolve(stream);
              controller.close();
            } catch (error) {
              begun.reject(error instanceof Error ? error : new Error(String(error)));
              if (!left) controller.error(error);
            }
          };
          // the stream must exist before the first bytes resolve to it
          queueMicrotask(() => void work());
        },
        pull() {
          room.resolve();
          room = Promise.withResolvers<void>();
        },
        cancel() {
          left = true;
          room.resolve();
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: most }),
    );
    return begun.promise;
  },
});
