import { dirname } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import type { ProblemCode } from '#contract/core/problem.ts';
import { usualBulk } from '#server/db/bulk-load.ts';
import { isPostgres, openReader, openWriter } from '#server/db/open-existing.ts';
import { connectionFailure, SqlError, sqlErrorKind } from '#server/db/dialects/port.ts';
import { HttpProblem } from '#server/core/problem.ts';
import { storeAnswer, type StoredAnswer } from '#server/http/idempotency-store.ts';
import { applyPlan } from '#server/imports/apply/apply-plan.ts';
import { ImportFailure } from '#server/imports/read/failure.ts';
import { makePlan, type MadePlan } from '#server/imports/plan/make-plan.ts';
import type { Packing } from '#server/imports/packing/packed-list.ts';
import type {
  ImportPlan,
  ImportProgress,
  ImportRequest,
  KnownProjects,
  PlannedProject,
  StoreOptions,
} from '#server/imports/import-plan.ts';
import { readTargetRows, type TargetTable } from '#server/imports/targets/read-target-rows.ts';
import { storedProjects } from '#server/imports/apply/stored-projects.ts';
import { limits } from '#server/imports/read/limits.ts';
import { askForProjects, type KnownRead } from './known-reads.ts';
import { reportReads } from './report-reads.ts';

/** Collects the pieces of a file. It grows in place, so the file is never in memory twice. */
class FileBuffer {
  readonly #buffer = new ArrayBuffer(0, { maxByteLength: limits.csvBytes });

  /** @throws RangeError beyond the limit of a text file */
  add(piece: Uint8Array): void {
    const size = this.#buffer.byteLength;
    this.#buffer.resize(size + piece.length);
    new Uint8Array(this.#buffer, size).set(piece);
  }
  /** The bytes of all pieces. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.#buffer);
  }
}

/**
 * An import request without the file and the projects: the process receives the file in pieces and
 * reads the projects itself.
 */
export type SentRequest = Omit<ImportRequest, 'bytes' | 'register'> &
  Pick<KnownProjects, 'at'> & { readonly register: Omit<ImportRequest['register'], 'projects'> };
/**
 * Messages to the process: the request, pieces of the file, answers to its questions, requests for
 * a piece.
 */
export type ToImport =
  | { readonly kind: 'request'; readonly request: SentRequest }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'read' }
  | { readonly kind: 'read_targets' }
  | { readonly kind: 'known'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'next' }
  | {
      readonly kind: 'store';
      readonly author: string;
      readonly recorded_at: string;
      readonly reason?: string;
    }
  | { readonly kind: 'answer'; readonly answer: StoredAnswer | undefined };
/** Messages from the process. */
export type FromImport =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'known'; readonly id: number; readonly read: KnownRead }
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | { readonly kind: 'targets'; readonly table: TargetTable }
  | { readonly kind: 'piece'; readonly piece: readonly PlannedProject[] | undefined }
  | {
      readonly kind: 'failure';
      readonly failure: Pick<ImportFailure, 'code' | 'key' | 'values' | 'place'>;
    }
  | { readonly kind: 'stored'; readonly count: number }
  | { readonly kind: 'answer'; readonly done: ImportCommit }
  | { readonly kind: 'done'; readonly done: ImportCommit }
  | {
      readonly kind: 'error';
      readonly message: string;
      readonly problem?: ProblemCode;
      readonly sql?: string | number;
    };

const send = (message: FromImport): void => void process.send?.(message);
const pendingReplies = new Map<number, (value: unknown) => void>();
let lastId = 0;
/** Reads projects through the parent process, if only that process can open the store. */
const remoteProjects = askForProjects(
  (read) =>
    new Promise((resolve) => {
      lastId += 1;
      const id = lastId;
      pendingReplies.set(id, resolve);
      send({ kind: 'known', id, read });
    }),
);

const progressMs = 100;
/** A fast compression suffices, since rows and plans of a large register repeat the same words. */
const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
let [lastProgress, lastSent]: [ImportProgress | undefined, number] = [undefined, 0];
/** Sends the progress at most ten times a second. A step without progress of its own repeats it. */
function report(progress: ImportProgress | undefined = lastProgress): void {
  lastProgress = progress;
  const now = performance.now();
  if (progress === undefined || now - lastSent < progressMs) return;
  lastSent = now;
  send({ kind: 'progress', progress });
}
const packing: Packing = {
  pack: (bytes) => {
    report();
    // a copy, since the result is a part of a larger buffer
    return new Uint8Array(zstdCompressSync(bytes, fast));
  },
  unpack: (bytes) => {
    report();
    return zstdDecompressSync(bytes);
  },
};
/**
 * Lets SQLite sort in files beside its store, since a folder for temporary files may be small. It
 * reads the name with the first connection.
 */
function sortBeside(at: SentRequest['at']): void {
  if (at !== undefined && !isPostgres(at.url)) process.env['SQLITE_TMPDIR'] = dirname(at.url);
}
function planFile({ at, ...request }: SentRequest, bytes: Uint8Array): Promise<MadePlan> {
  sortBeside(at);
  // a turn of the event loop sends what waits, and sees that the parent has ended
  const reportNow = (progress?: ImportProgress): Promise<void> => {
    report(progress);
    return new Promise<void>((resolve) => void setImmediate(resolve));
  };
  const register = at === undefined ? remoteProjects : storedProjects(openReader(at), at.revision);
  const projects = reportReads(register, reportNow);
  return makePlan(
    { ...request, bytes, register: { ...request.register, projects } },
    reportNow,
    packing,
  );
}

let onAnswer: (answer: StoredAnswer | undefined) => void = () => undefined;
/** Stores the plan in one transaction, together with the stored response for repeated requests. */
async function store(
  { plan, projects: madeProjects, ...more }: MadePlan,
  at: NonNullable<SentRequest['at']>,
  by: Pick<StoreOptions, 'author' | 'recorded_at' | 'reason'>,
) {
  const db = await openWriter(at, plan.projects >= usualBulk);
  const commit = await applyPlan(
    db,
    {
      plan,
      ...more,
      pieces: async function* () {
        yield* madeProjects.pieces();
      },
    },
    {
      ...by,
      onStored: (count) => send({ kind: 'stored', count }),
      onDone: async (trx, commit) => {
        const answer = new Promise<StoredAnswer | undefined>((resolve) => (onAnswer = resolve));
        send({ kind: 'answer', done: commit });
        const row = await answer;
        if (row !== undefined) await storeAnswer(trx, row, new Date(by.recorded_at));
      },
    },
  );
  await db.close();
  return commit;
}

function fail(error: unknown): void {
  if (error instanceof ImportFailure)
    send({
      kind: 'failure',
      failure: { code: error.code, key: error.key, values: error.values, place: error.place },
    });
  else if (error instanceof HttpProblem)
    send({ kind: 'error', message: error.message, problem: error.code });
  else if (error instanceof SqlError)
    send({ kind: 'error', message: error.message, sql: error.code });
  else if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    send({ kind: 'error', message: error.message, sql: error.code });
  else if (error instanceof Error && sqlErrorKind(error) === 'unavailable')
    send({ kind: 'error', message: error.message, sql: connectionFailure });
  else
    send({
      kind: 'error',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
}

let file: FileBuffer | undefined;
/** Takes the whole file. Only its reader keeps it from now on. */
function takeFile(): Uint8Array {
  const bytes = file?.bytes ?? new Uint8Array(0);
  file = undefined;
  return bytes;
}
let request: SentRequest | undefined;
let madePlan: MadePlan | undefined;
let rest: Generator<readonly PlannedProject[]> | undefined;

function receive(message: ToImport): Promise<void> | void {
  if (message.kind === 'request') request = message.request;
  else if (message.kind === 'bytes') (file ??= new FileBuffer()).add(message.bytes);
  else if (message.kind === 'known') {
    pendingReplies.get(message.id)?.(message.value);
    pendingReplies.delete(message.id);
  } else if (message.kind === 'answer') onAnswer(message.answer);
  else if (message.kind === 'next') {
    rest ??= madePlan?.projects.pieces();
    const next = rest?.next();
    send({ kind: 'piece', piece: next?.done === false ? next.value : undefined });
  } else if (message.kind === 'read_targets')
    send({ kind: 'targets', table: readTargetRows(takeFile()) });
  else if (message.kind === 'store') {
    if (madePlan !== undefined && request?.at !== undefined)
      return store(madePlan, request.at, message).then((commit) =>
        send({ kind: 'done', done: commit }),
      );
  } else if (request !== undefined) {
    return planFile(request, takeFile()).then((one) => {
      madePlan = one;
      send({ kind: 'plan', plan: one.plan });
    });
  }
}
process.on('message', (message: ToImport) => {
  try {
    receive(message)?.catch(fail);
  } catch (error) {
    fail(error);
  }
});
// the parent has ended, so nobody waits for the result
process.on('disconnect', () => process.exit());
