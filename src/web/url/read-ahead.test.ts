import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAhead } from './read-ahead.ts';

/** Reads of options that take these times in ms, on a clock of their own. */
function timeReads(times: readonly number[]) {
  let time = 0;
  const log: number[] = [];
  const reads = times.map((ms, at) => async () => {
    log.push(at);
    time += ms;
  });
  return { reads, log, now: () => time };
}
const { signal } = new AbortController();

test('options are read in order for two seconds, at most twelve', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 30 }),
      async (times) => {
        const { reads, log, now } = timeReads(times);
        await readAhead(reads, signal, now);
        let sum = 0;
        const late = times.findIndex((ms) => (sum += ms) > 2000);
        const length = Math.min(12, late === -1 ? times.length : late + 1);
        expect(log).toEqual(times.slice(0, length).map((_, at) => at));
      },
    ),
  );
});

test('a failure ends the reading', async () => {
  const { reads, log, now } = timeReads([1, 1, 1]);
  const failure = (): Promise<void> => Promise.reject(new Error('away'));
  await readAhead([...reads.slice(0, 1), failure, ...reads.slice(1)], signal, now);
  expect(log).toEqual([0]);
});

test('the end of the list ends the reading', async () => {
  const list = new AbortController();
  const { reads, log, now } = timeReads([1, 1]);
  const close = async (): Promise<void> => list.abort();
  await readAhead([...reads.slice(0, 1), close, ...reads.slice(1)], list.signal, now);
  expect(log).toEqual([0]);
});
