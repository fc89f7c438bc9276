import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Drawn } from '#server/core/deps.ts';
import type { DrawnMessage, DrawReply, DrawTask } from './draw-worker.ts';

export interface DrawThread {
  /** Draws after what was asked before. One that is stopped is left out, or ends at the next point where it can. */
  ask(task: DrawTask, stopped: AbortSignal): Promise<Drawn<string | Uint8Array>>;
  close(): Promise<void>;
}
interface Waiting {
  readonly number: number;
  readonly task: DrawTask;
  readonly stopped: AbortSignal;
  readonly resolve: (done: Drawn<string | Uint8Array>) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread that draws one thing after the other. It starts with the first; one that dies fails what it had, and the next starts another. */
export function drawThread(drawBuild: string): DrawThread {
  const queue: Waiting[] = [];
  let worker: Worker | undefined;
  let drawn: Waiting | undefined;
  let count = 0;

  const post = (message: DrawnMessage): void => worker?.postMessage(message);
  const ended = (error: Error): void => {
    worker = undefined;
    drawn?.reject(error);
    drawn = undefined;
    next();
  };
  const start = (): Worker => {
    if (!existsSync(drawBuild))
      throw new Error('The chart drawer is not built; run npm run build.');
    const started = new Worker(new URL('./draw-worker.ts', import.meta.url), {
      workerData: { drawBuild },
    });
    started.on('message', (reply: DrawReply) => {
      if (reply.number !== drawn?.number) return;
      if ('done' in reply) drawn.resolve(reply.done);
      else drawn.reject(new Error(reply.failed));
      drawn = undefined;
      next();
      if (drawn === undefined) started.unref();
    });
    started.on('error', (error: unknown) =>
      ended(error instanceof Error ? error : new Error(String(error))),
    );
    started.on('exit', () => {
      if (worker === started) ended(new Error('The drawing thread has ended.'));
    });
    return started;
  };
  function next(): void {
    if (drawn !== undefined) return;
    const first = queue.shift();
    if (first === undefined) return;
    try {
      worker ??= start();
    } catch (error) {
      first.reject(error);
      next();
      return;
    }
    drawn = first;
    worker.ref();
    post({ number: first.number, task: first.task });
  }
  return {
    ask(task, stopped) {
      const { promise, resolve, reject } = Promise.withResolvers<Drawn<string | Uint8Array>>();
      const one: Waiting = { number: (count += 1), task, stopped, resolve, reject };
      queue.push(one);
      stopped.addEventListener(
        'abort',
        () => {
          reject(stopped.reason);
          const at = queue.indexOf(one);
          if (at >= 0) queue.splice(at, 1);
          else if (drawn === one) post({ stop: one.number });
        },
        { once: true },
      );
      next();
      return promise;
    },
    async close() {
      const ending = worker;
      worker = undefined;
      await ending?.terminate();
    },
  };
}
