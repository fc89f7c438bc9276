import { parentPort, workerData } from 'node:worker_threads';
import { openWriter } from '#server/db/open-existing.ts';
import { SpoolError } from '#server/exports/formats/zip/archive-tools.ts';
import {
  joinPieces,
  writeDocument,
  type DocumentTask,
} from '#server/exports/pack/write-document.ts';
import { openNodeTools } from './archive-tools.ts';

/**
 * Messages of the thread. It receives its input and later how many bytes the reader took. It sends
 * pieces of the document, then its end or an error.
 */
export interface DocumentThreadData {
  readonly database: string;
  /** The folder of parts that wait for their turn. */
  readonly folder: string;
  readonly task: DocumentTask;
}
export type DocumentReply =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ended: true }
  | { readonly failed: string; readonly noRoom?: true };
export interface DocumentReceipt {
  readonly takenBytes: number;
}

const { database, folder, task } = workerData as DocumentThreadData;
const ahead = 4 * 1024 * 1024;
let outstanding = 0;
let room = Promise.withResolvers<void>();

parentPort?.on('message', ({ takenBytes }: DocumentReceipt) => {
  outstanding -= takenBytes;
  room.resolve();
  room = Promise.withResolvers<void>();
});
const reply = (message: DocumentReply): void =>
  parentPort?.postMessage(message, 'bytes' in message ? [message.bytes.buffer] : []);

const db = await openWriter({ url: database });
const sink = joinPieces(
  (bytes) => {
    outstanding += bytes.length;
    reply({ bytes });
  },
  async () => {
    while (outstanding > ahead) await room.promise;
  },
);
try {
  await writeDocument(db, task, { sink, tools: openNodeTools(folder) });
  sink.end();
  reply({ ended: true });
} catch (error) {
  reply(
    error instanceof SpoolError
      ? { failed: error.reason, noRoom: true }
      : { failed: error instanceof Error ? error.message : String(error) },
  );
} finally {
  await db.close();
  parentPort?.close();
}
