import { AsyncLocalStorage } from 'node:async_hooks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectReadsIn, declareReads } from '#server/db/read-scope.ts';
import { RevisionWatch } from '#server/http/events/revision-watch.ts';
import { ChangeLog } from './change-log.ts';
import { AnswerCache } from './answer-cache.ts';

const table = 'project_version';
const text = (bytes: Uint8Array): number => Number(new TextDecoder().decode(bytes));

/** A store with one value, its number of revisions, behind the cached answers of one server. */
function openStore(scheduler: fc.Scheduler) {
  collectReadsIn(new AsyncLocalStorage());
  let revision = 1;
  const pause = (label: string): Promise<void> => scheduler.schedule(Promise.resolve(), label);
  /** Reads the value, which may change before the reader has it. */
  const ask = async (label: string): Promise<number> => {
    await pause(label);
    const before = revision;
    await pause(label);
    return before;
  };
  const watch = new RevisionWatch(() => ask('revision'));
  const log = new ChangeLog(async () => {
    await pause('changes');
    return { tables: new Set([table]), codes: undefined, revisions: [] };
  });
  const answers = new AnswerCache(log, () => true);
  return {
    async write(): Promise<number> {
      await pause('commit');
      revision += 1;
      const own = revision;
      await pause('answer');
      watch.forget();
      return own;
    },
    async read(): Promise<number> {
      const now = await watch.now();
      const answer = await answers.find('key', now);
      if (answer?.changes?.length === 0) return text(answer.answer.bytes);
      const result = await answers.make('key', now, async () => {
        const value = await declareReads([table], () => ask('answer'));
        return {
          answer: { bytes: new TextEncoder().encode(String(value)), type: 'text/plain' },
        };
      });
      return text(result.bytes);
    },
  };
}

test('nobody reads an answer older than a write that ended before, in any order of the steps', async () => {
  const steps = fc.array(fc.constantFrom('read', 'write'), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(steps, { minLength: 2, maxLength: 4 }),
      async (scheduler, clients) => {
        const store = openStore(scheduler);
        let writes = 1;
        const run = async (own: readonly string[]): Promise<void> => {
          for (const step of own)
            if (step === 'write') writes = Math.max(writes, await store.write());
            else {
              const least = writes;
              expect(await store.read()).toBeGreaterThanOrEqual(least);
            }
        };
        const all = Promise.all(clients.map(run));
        await scheduler.waitFor(all);
      },
    ),
    { numRuns: 500 },
  );
});
