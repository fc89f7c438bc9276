import { compact } from '#domain/values/compact.ts';
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import { ImportFailure, createRejection } from '#server/imports/read/failure.ts';
import { limits } from '#server/imports/read/limits.ts';
import type { TargetTable } from '#server/imports/targets/read-target-rows.ts';
import type { FromImport, SentRequest, ToImport } from './node-worker.ts';
import { readKnown } from './known-reads.ts';
import { createEndedProblem, rebuildError } from './process-problems.ts';
import {
  type FileBytes,
  type ImportHost,
  type ImportPlan,
  type ImportRequest,
  noProjects,
  type OpenPlan,
  type PlannedProject,
  type RunOptions,
  type StoreOptions,
} from '#server/imports/import-plan.ts';

const heapMegabytes = 300;
/**
 * Milliseconds without a message after which the process counts as stalled. A busy machine needs
 * seconds just to start it.
 */
const silentMs = 30_000;
/** Milliseconds in which a plan must be made. */
const wholeMs = 120_000;
/** The addition to both times for each megabyte of the file. */
const megabyteMs = { silent: 250, whole: 4_000 };
const pieceBytes = 1 << 20;

/**
 * Environment that keeps the process small. Compiled code is cached, and a single system heap
 * returns freed memory.
 */
const leanEnvironment = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../../../.cache/import', import.meta.url)),
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '131072',
};

async function* sliceBytes(source: FileBytes): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array)
    for (let i = 0; i < source.length; i += pieceBytes) yield source.subarray(i, i + pieceBytes);
  else yield* source;
}

/**
 * Runs one file in one process. Its heap is limited. It is ended if it stalls or takes too long,
 * which frees its memory. The process holds the plan and its projects, so a plan that is not closed
 * keeps it alive.
 */
class ImportProcess {
  readonly #child: ChildProcess;
  #fail: (error: Error) => void = () => undefined;
  readonly #failure: Promise<never>;
  #onPlan: (plan: ImportPlan) => void = () => undefined;
  #onTargets: (table: TargetTable) => void = () => undefined;
  #onDone: (done: ImportCommit) => void = () => undefined;
  #storing: StoreOptions | undefined;
  #onPiece: (piece: readonly PlannedProject[] | undefined) => void = () => undefined;
  #silent: NodeJS.Timeout | undefined;
  #whole: NodeJS.Timeout | undefined;
  #megabytes = 0;

  constructor({ signal }: RunOptions) {
    this.#child = fork(new URL('./node-worker.ts', import.meta.url), [], {
      execArgv: [
        `--max-old-space-size=${heapMegabytes}`,
        '--max-semi-space-size=16',
        '--stack-size=2000',
      ],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: leanEnvironment,
    });
    this.#failure = new Promise((_, reject) => (this.#fail = reject));
    // the promise may reject while nobody awaits it
    this.#failure.catch(() => undefined);
    this.#allow();
    this.#alive();
    signal?.addEventListener('abort', () => this.#end(signal.reason as Error), { once: true });
    this.#child.on('error', (error) => this.#end(error));
    // V8 aborts if its heap is full
    this.#child.on('exit', (code, by) =>
      this.#end(
        by === 'SIGABRT' || code === 134 ? createRejection('worker_memory') : createEndedProblem(),
      ),
    );
  }

  /** Allows the time for the whole plan, from now on. */
  #allow(): void {
    clearTimeout(this.#whole);
    const ms = wholeMs + megabyteMs.whole * this.#megabytes;
    this.#whole = setTimeout(() => this.#end(createRejection('worker_time')), ms);
  }
  #alive(): void {
    clearTimeout(this.#silent);
    const ms = silentMs + megabyteMs.silent * this.#megabytes;
    this.#silent = setTimeout(() => this.#end(createRejection('worker_time')), ms);
  }
  #end(error: Error): void {
    this.#fail(error);
    this.close();
  }
  close(): void {
    clearTimeout(this.#silent);
    clearTimeout(this.#whole);
    this.#child.kill('SIGKILL');
  }
  /** Sends a message. If the process has ended, throws the reason of its exit. */
  #send(message: ToImport): Promise<void> {
    const sending = new Promise<void>((resolve) => {
      if (!this.#child.connected) return;
      this.#child.send(message, (error) => {
        if (error === null) resolve();
      });
    });
    return Promise.race([this.#failure, sending]);
  }

  /** Receives the messages of the process: until its plan is made, then until it is stored. */
  #listen(projects: ImportRequest['register']['projects'], { onProgress }: RunOptions): void {
    this.#child.on('message', (message: FromImport) => {
      if (this.#silent !== undefined) this.#alive();
      if (message.kind === 'progress') onProgress?.(message.progress);
      else if (message.kind === 'piece') this.#onPiece(message.piece);
      else if (message.kind === 'error') this.#end(rebuildError(message));
      else if (message.kind === 'failure')
        this.#end(
          new ImportFailure(
            message.failure.code,
            message.failure.key,
            message.failure.values,
            message.failure.place,
          ),
        );
      else if (message.kind === 'plan') this.#onPlan(message.plan);
      else if (message.kind === 'targets') this.#onTargets(message.table);
      else if (message.kind === 'stored') this.#storing?.onStored?.(message.count);
      else if (message.kind === 'done') this.#onDone(message.done);
      else if (message.kind === 'answer')
        this.#reply(async () => ({
          kind: 'answer',
          answer: await this.#storing?.answerTo?.(message.done),
        }));
      else {
        const { id, read } = message;
        this.#reply(async () => ({ kind: 'known', id, value: await readKnown(projects, read) }));
      }
    });
  }
  #reply(make: () => Promise<ToImport>): void {
    make()
      .then((message) => this.#send(message))
      .catch((error: unknown) =>
        this.#end(error instanceof Error ? error : new Error(String(error))),
      );
  }

  async plan(
    bytes: FileBytes,
    request: Parameters<ImportHost['run']>[1],
    options: RunOptions,
  ): Promise<ImportPlan> {
    const { projects, ...register } = request.register;
    const plan = new Promise<ImportPlan>((resolve) => (this.#onPlan = resolve));
    this.#listen(projects, options);
    const { at } = projects;
    await this.#send({
      kind: 'request',
      request: { ...request, register, ...compact({ at }) } satisfies SentRequest,
    });
    await this.#sendFile(bytes);
    await this.#send({ kind: 'read' });
    const firstPlan = await Promise.race([plan, this.#failure]);
    clearTimeout(this.#silent);
    clearTimeout(this.#whole);
    this.#silent = undefined;
    return firstPlan;
  }

  async #sendFile(bytes: FileBytes): Promise<void> {
    let size = 0;
    for await (const slice of sliceBytes(bytes)) {
      size += slice.length;
      if (size > limits.csvBytes)
        throw createRejection('file_too_large', { limit: limits.csvBytes / 1024 / 1024 });
      await this.#send({ kind: 'bytes', bytes: slice });
      this.#alive();
    }
    this.#megabytes = size / pieceBytes;
    this.#allow();
  }

  /** Reads the table of targets of a file. */
  async targets(bytes: FileBytes): Promise<TargetTable> {
    const table = new Promise<TargetTable>((resolve) => (this.#onTargets = resolve));
    // a table of targets is compared with no project
    this.#listen(noProjects, {});
    await this.#sendFile(bytes);
    await this.#send({ kind: 'read_targets' });
    return Promise.race([table, this.#failure]);
  }

  /** Lets the process store its plan. If it ends before the commit, nothing is stored. */
  async store(options: StoreOptions): Promise<ImportCommit> {
    this.#storing = options;
    const done = new Promise<ImportCommit>((resolve) => (this.#onDone = resolve));
    const { author, recorded_at, reason } = options;
    await this.#send({ kind: 'store', author, recorded_at, ...compact({ reason }) });
    return Promise.race([done, this.#failure]);
  }

  async *pieces(): AsyncGenerator<readonly PlannedProject[]> {
    for (;;) {
      const next = new Promise<readonly PlannedProject[] | undefined>(
        (resolve) => (this.#onPiece = resolve),
      );
      await this.#send({ kind: 'next' });
      const piece = await Promise.race([next, this.#failure]);
      if (piece === undefined) return;
      yield piece;
    }
  }
}

/**
 * Creates the host that runs each file in a process, one file at a time. Further files wait until
 * the plan is closed, so many uploads use the memory of one.
 */
export function nodeHost(): ImportHost {
  let queue: Promise<void> = Promise.resolve();
  /** Waits for the files before. @returns ends the turn of this file */
  const takeTurn = async (): Promise<() => void> => {
    const before = queue;
    const turn = Promise.withResolvers<void>();
    queue = turn.promise;
    await before;
    return turn.resolve;
  };
  return {
    run: async (bytes, request, options): Promise<OpenPlan> => {
      const done = await takeTurn();
      try {
        options.signal?.throwIfAborted();
        options.onProgress?.({ phase: 'reading', share: 0, rows: 0 });
        const child = new ImportProcess(options);
        const close = (): void => {
          child.close();
          done();
        };
        try {
          const plan = await child.plan(bytes, request, options);
          const { at } = request.register.projects;
          const store = at === undefined ? {} : { store: (of: StoreOptions) => child.store(of) };
          return { plan, pieces: () => child.pieces(), ...store, close };
        } catch (error) {
          close();
          throw error;
        }
      } catch (error) {
        done();
        throw error;
      }
    },
    readTargets: async (bytes, options) => {
      const done = await takeTurn();
      try {
        options.signal?.throwIfAborted();
        const child = new ImportProcess(options);
        try {
          return await child.targets(bytes);
        } finally {
          child.close();
        }
      } finally {
        done();
      }
    },
  };
}
