import type { AppDeps } from '#server/core/deps.ts';
import type { Db } from '#server/db/db.ts';
import { ReaderGoneError } from './reader-gone-error.ts';
import { writeCsv, writePack, writeWorkbook, type MadeFile, type Output } from './write-pack.ts';
import { memoryTools, type ArchiveTools } from '#server/exports/formats/zip/archive-tools.ts';
import type { Sink } from '#server/exports/formats/zip/zip-stream.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';

/** A document to write, with all inputs of its bytes. */
export type DocumentTask =
  | { readonly kind: 'workbook'; readonly scope: DocumentScope }
  | { readonly kind: 'pack'; readonly scope: DocumentScope; readonly files: readonly MadeFile[] }
  | {
      readonly kind: 'csv';
      readonly scope: DocumentScope;
      readonly which: 'projects' | 'observations' | 'stage_events';
      readonly excel: boolean;
    };

/**
 * Writes documents of the register. `open` resolves with the first bytes, so that an early failure
 * becomes a problem response. An abort cancels a document that has not started. Afterwards, cancel
 * the stream.
 */
export interface Documents {
  open(task: DocumentTask, signal?: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
}

/** Dependencies of the document routes. */
export interface DocumentDeps extends AppDeps {
  /** Writes documents in threads. Omitted if the app writes them itself. */
  readonly documents?: Documents;
}

/**
 * Writes one document to a sink, and frees its spools.
 * @throws the error of the compression
 * @throws SpoolError without room for the parts that wait
 */
export async function writeDocument(db: Db, task: DocumentTask, output: Output): Promise<void> {
  try {
    if (task.kind === 'workbook') await writeWorkbook(db, task.scope, output);
    else if (task.kind === 'pack') await writePack(db, task.scope, task.files, output);
    else await writeCsv(db, task.scope, task.which, task.excel, output.sink);
  } finally {
    output.tools.close();
  }
}

const pieceSize = 64 * 1024;
/** Whether a piece has a buffer of its own, which can move to another thread. */
const isWhole = ({ buffer, length }: Uint8Array<ArrayBuffer>): boolean =>
  buffer.byteLength === length;
/**
 * Joins small pieces to larger ones and passes them on. `end` passes on the rest. Large pieces go on
 * as they are: copies of them would wait for the collector.
 */
export function joinPieces(
  hand: (bytes: Uint8Array<ArrayBuffer>) => void,
  onTaken: () => Promise<void>,
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
      if (bytes.length >= pieceSize && isWhole(bytes)) {
        flush();
        hand(bytes);
        return;
      }
      pieces.push(bytes);
      size += bytes.length;
      if (size >= pieceSize) flush();
    },
    drain: onTaken,
    end: flush,
  };
}

const maxBuffered = 4 * 1024 * 1024;
/**
 * Writes documents on the calling thread, for stores that only this thread can read, and for the
 * browser.
 * @throws ReaderGoneError from a document whose reader has left
 */
export const createDocuments = (
  db: Db,
  openTools: () => ArchiveTools = () => memoryTools,
): Documents => ({
  open(task) {
    const ready = Promise.withResolvers<ReadableStream<Uint8Array<ArrayBuffer>>>();
    let room = Promise.withResolvers<void>();
    let isLeft = false;
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        start(controller) {
          const sink = joinPieces(
            (bytes) => {
              controller.enqueue(bytes);
              ready.resolve(stream);
            },
            async () => {
              // Yields to other tasks, and waits while the reader is slow.
              await new Promise((resolve) => setTimeout(resolve, 0));
              while (!isLeft && (controller.desiredSize ?? 0) <= 0) await room.promise;
              if (isLeft) throw new ReaderGoneError();
            },
          );
          const work = async (): Promise<void> => {
            try {
              await writeDocument(db, task, { sink, tools: openTools() });
              sink.end();
              ready.resolve(stream);
              controller.close();
            } catch (error) {
              ready.reject(error instanceof Error ? error : new Error(String(error)));
              if (!isLeft) controller.error(error);
            }
          };
          // The first bytes resolve to the stream, so it must exist before.
          queueMicrotask(() => void work());
        },
        pull() {
          room.resolve();
          room = Promise.withResolvers<void>();
        },
        cancel() {
          isLeft = true;
          room.resolve();
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: maxBuffered }),
    );
    return ready.promise;
  },
});
