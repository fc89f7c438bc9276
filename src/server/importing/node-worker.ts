import { parentPort, workerData } from 'node:worker_threads';
import { ImportFailure } from './failure.ts';
import { makePlan } from './make-plan.ts';
import type { ImportPlan, ImportProgress, ImportRequest } from './plan.ts';

/** What the worker says: progress, the plan, or a failure in parts. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | { readonly kind: 'failure'; readonly failure: Pick<ImportFailure, 'code' | 'key' | 'values' | 'place'> }
  | { readonly kind: 'error'; readonly message: string };

const port = parentPort;
if (port) {
  const send = (message: WorkerMessage): void => port.postMessage(message);
  let last = 0;
  try {
    const plan = makePlan(workerData as ImportRequest, (progress) => {
      const now = performance.now();
      if (now - last < 100) return;
      last = now;
      send({ kind: 'progress', progress });
    });
    send({ kind: 'plan', plan });
  } catch (error) {
    if (error instanceof ImportFailure)
      send({ kind: 'failure', failure: { code: error.code, key: error.key, values: error.values, place: error.place } });
    else send({ kind: 'error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
