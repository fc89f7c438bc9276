import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { DrawResult } from '#server/core/deps.ts';
import type { DrawnMessage, DrawReply, DrawTask } from './draw-worker.ts';

interface Waiting {
  readonly number: number;
  readonly task: DrawTask;
  readonly resolve: (result: DrawResult<string | Uint8Array>) => void;
  readonly reject: (error: unknown) => void;
}

/** The room of the thread for new objects, half of the usual one. */
const newObjectMegabytes = 24;

/**
 * Runs drawing tasks one after another in a thread, which starts with the first task. If the thread
 * dies, its current task fails, and the next task starts a new thread.
 */
export class DrawThread {
  readonly #build: string;
  /** After so many milliseconds without a task the thread ends. Omitted: it stays. */
  readonly #idleMs: number | undefined;
  #idle: NodeJS.Timeout | undefined;
  readonly #queue: Waiting[] = [];
  #worker: Worker | undefined;
  #current: Waiting | undefined;
  #count = 0;
  constructor(drawBuild: string, idleMs?: number) {
    this.#build = drawBuild;
    this.#idleMs = idleMs;
  }
  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  /** Runs a task. An abort removes it from the queue, or stops it at the next checkpoint. */
  ask(task: DrawTask, signal: AbortSignal): Promise<DrawResult<string | Uint8Array>> {
    const { promise, resolve, reject } = Promise.withResolvers<DrawResult<string | Uint8Array>>();
    const one: Waiting = { number: (this.#count += 1), task, resolve, reject };
    this.#queue.push(one);
    const stop = (): void => {
      reject(signal.reason);
      const at = this.#queue.indexOf(one);
      if (at >= 0) this.#queue.splice(at, 1);
      else if (this.#current === one) this.#post({ stop: one.number });
    };
    signal.addEventListener('abort', stop, { once: true });
    this.#next();
    return promise;
  }
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const ending = this.#worker;
    this.#worker = undefined;
    await ending?.terminate();
  }

  #post(message: DrawnMessage): void {
    this.#worker?.postMessage(message);
  }
  #fail(error: Error): void {
    this.#worker = undefined;
    this.#current?.reject(error);
    this.#current = undefined;
    this.#next();
  }
  #next(): void {
    if (this.#current !== undefined) return;
    const first = this.#queue.shift();
    if (first === undefined) return;
    try {
      this.#worker ??= this.#start();
    } catch (error) {
      first.reject(error);
      this.#next();
      return;
    }
    this.#current = first;
    clearTimeout(this.#idle);
    this.#worker.ref();
    this.#post({ number: first.number, task: first.task });
  }
  /** Lets the process end meanwhile, and ends the thread if no task comes. */
  #rest(worker: Worker): void {
    worker.unref();
    if (this.#idleMs !== undefined)
      this.#idle = setTimeout(() => void this.close(), this.#idleMs).unref();
  }
  #start(): Worker {
    if (!existsSync(this.#build))
      throw new Error('The chart drawer is not built; run npm run build.');
    const newWorker = new Worker(new URL('./draw-worker.ts', import.meta.url), {
      workerData: { drawBuild: this.#build },
      resourceLimits: { maxYoungGenerationSizeMb: newObjectMegabytes },
    });
    newWorker.on('message', (reply: DrawReply) => {
      if (reply.number !== this.#current?.number) return;
      if ('done' in reply) this.#current.resolve(reply.done);
      else this.#current.reject(new Error(reply.failed));
      this.#current = undefined;
      this.#next();
      if (this.#current === undefined) this.#rest(newWorker);
    });
    newWorker.on('error', (error: unknown) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    );
    newWorker.on('exit', () => {
      if (this.#worker === newWorker) this.#fail(new Error('The drawing thread has ended.'));
    });
    return newWorker;
  }
}
