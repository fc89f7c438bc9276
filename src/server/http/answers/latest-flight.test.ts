import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LatestFlight } from './latest-flight.ts';

/** A computation whose end the test decides. It returns the revision at which it began. */
function createTurns() {
  const flight = new LatestFlight<number>();
  const runs: { readonly revision: number; readonly end: () => void }[] = [];
  const read = (revision: number, signal?: AbortSignal): Promise<number> =>
    flight.run(
      'key',
      {
        revision,
        make: (signal) => {
          const { promise, resolve, reject } = Promise.withResolvers<number>();
          signal.addEventListener('abort', () => reject(signal.reason));
          runs.push({ revision, end: () => resolve(revision) });
          return promise;
        },
      },
      signal,
    );
  return { read, begun: runs };
}
/** Lets everything run that waits for no computation. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('three changes during a computation make one computation more, of the last', async () => {
  const { read, begun } = createTurns();
  const answers = [read(1), read(2), read(4), read(3)];
  await settle();
  expect(begun.map(({ revision }) => revision)).toEqual([1]);
  begun[0]?.end();
  await settle();
  expect(begun.map(({ revision }) => revision)).toEqual([1, 4]);
  const second = read(3);
  begun[1]?.end();
  expect(await Promise.all([...answers, second])).toEqual([1, 4, 4, 4, 4]);
});

test('a caller that leaves while it waits starts no work, and a failed run does not stop the next', async () => {
  const { read, begun } = createTurns();
  const leaving = new AbortController();
  const first = read(1, leaving.signal);
  const leaver = new AbortController();
  const second = read(2, leaver.signal);
  const third = read(2);
  leaver.abort(new Error('gone'));
  await expect(second).rejects.toThrow('gone');
  leaving.abort(new Error('gone, too'));
  await expect(first).rejects.toThrow('gone, too');
  await settle();
  expect(begun.map(({ revision }) => revision)).toEqual([1, 2]);
  begun[1]?.end();
  expect(await third).toBe(2);
});

test('no caller gets an answer of an earlier revision, and no two computations overlap', async () => {
  const step = fc.oneof(fc.constant('change'), fc.constant('read'), fc.constant('end'));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { read, begun } = createTurns();
      const reads: Promise<boolean>[] = [];
      let revision = 1;
      let ended = 0;
      const endNext = async (): Promise<void> => {
        await settle();
        expect(begun.length - ended).toBeLessThanOrEqual(1);
        if (ended === begun.length) return;
        begun[ended]?.end();
        ended += 1;
        await settle();
      };
      for (const one of steps) {
        if (one === 'change') revision += 1;
        else if (one === 'read') {
          const needed = revision;
          reads.push(read(needed).then((result) => result >= needed && result <= revision));
        } else await endNext();
      }
      await endNext();
      while (ended < begun.length) await endNext();
      expect(await Promise.all(reads)).toEqual(reads.map(() => true));
    }),
  );
});
