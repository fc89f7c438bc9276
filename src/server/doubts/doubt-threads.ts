import { Worker } from 'node:worker_threads';
import type { DoubtInput, FoundDoubt } from '#domain/doubts/doubt.ts';
import type { Reader } from '#server/db/db.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** What a thread compares. */
export interface DoubtThreadData {
  readonly database: string;
  readonly scope: ProjectScope;
  readonly input: DoubtInput;
}
/** Compares the facts of a large register outside the thread that answers readers. */
export interface DoubtThreads {
  /** Registers with fewer projects are compared faster than a thread starts. */
  readonly leastProjects: number;
  find(scope: ProjectScope, input: DoubtInput): Promise<FoundDoubt[]>;
  close(): Promise<void>;
}

/** What the app needs to find doubts outside its own thread. */
export interface DoubtDeps {
  /** Omitted if the app compares all facts itself. */
  readonly doubtThreads?: DoubtThreads;
}

const finders = new WeakMap<Reader, DoubtThreads>();
/** Lets the doubts of a reader be found in threads. */
export const findDoubtsIn = (reader: Reader, threads: DoubtThreads): void =>
  void finders.set(reader, threads);
/** @returns undefined for a reader without threads, as in a transaction */
export const getDoubtThreads = (reader: Reader): DoubtThreads | undefined => finders.get(reader);

/**
 * The room of a thread in megabytes: for new objects, which are the projects of one piece and soon
 * leave it, and for all others. V8 collects a small heap more often.
 */
const room = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 400 };
const usuallyLeast = 10_000;

/**
 * Compares facts in a thread with its own connection, one register at a time. The rules read every
 * project: of a million that takes 15 s of processor time, and memory that ends with the thread.
 */
export function doubtThreads(database: string, leastProjects = usuallyLeast): DoubtThreads {
  let last: Promise<unknown> = Promise.resolve();
  let running: Worker | undefined;
  const run = (scope: ProjectScope, input: DoubtInput): Promise<FoundDoubt[]> => {
    const { promise, resolve, reject } = Promise.withResolvers<FoundDoubt[]>();
    const worker = new Worker(new URL('./doubt-worker.ts', import.meta.url), {
      workerData: { database, scope, input } satisfies DoubtThreadData,
      resourceLimits: room,
    });
    running = worker;
    worker.on('message', (doubts: FoundDoubt[]) => {
      resolve(doubts);
      void worker.terminate();
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The thread that compared facts has ended.')));
    return promise;
  };
  return {
    leastProjects,
    find(scope, input) {
      const turn = last.catch(() => undefined).then(() => run(scope, input));
      last = turn;
      return turn;
    },
    close: async () => void (await running?.terminate()),
  };
}
