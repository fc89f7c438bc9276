import { Worker } from 'node:worker_threads';
import { ImportFailure, refused } from './failure.ts';
import { createImporter } from './index.ts';
import type { WorkerMessage } from './node-worker.ts';
import type { ImportHost, ImportPlan, ImportProgress, ImportRequest, Importer } from './plan.ts';

const heapMegabytes = 300;
const silentMs = 10_000;
const wholeMs = 120_000;

/** One file in one worker thread: its heap is bounded, and it is ended when it stands still or takes too long. */
function runInWorker(request: ImportRequest, onProgress: ((progress: ImportProgress) => void) | undefined): Promise<ImportPlan> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./node-worker.ts', import.meta.url), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });
    let timer: NodeJS.Timeout | undefined;
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      clearTimeout(whole);
      void worker.terminate();
      act();
    };
    const late = (): void => settle(() => reject(refused('worker_time')));
    const whole = setTimeout(late, wholeMs);
    const alive = (): void => {
      clearTimeout(timer);
      timer = setTimeout(late, silentMs);
    };
    alive();
    worker.on('message', (message: WorkerMessage) => {
      alive();
      if (message.kind === 'progress') onProgress?.(message.progress);
      else if (message.kind === 'plan') settle(() => resolve(message.plan));
      else if (message.kind === 'failure')
        settle(() => reject(new ImportFailure(message.failure.code, message.failure.key, message.failure.values, message.failure.place)));
      else settle(() => reject(new Error(message.message)));
    });
    worker.on('error', (error: Error & { code?: string }) =>
      settle(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refused('worker_memory') : error)),
    );
  });
}

/** Worker threads, one file at a time: the rest wait, so that many uploads cost the memory of one. */
export function nodeHost(): ImportHost {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    run: (request, onProgress) => {
      const result = queue.then(() => runInWorker(request, onProgress));
      queue = result.catch(() => undefined);
      return result;
    },
  };
}

/** The importer of the server and the shell. */
export const nodeImporter = (): Importer => createImporter(nodeHost());
