import { expect, it } from 'vitest';
import { overlap } from './overlap.ts';

async function* listed<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}
const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

it('begins with the next element while the work for the last one runs, and with no more', async () => {
  const events: string[] = [];
  await overlap(listed([1, 2, 3]), async (n) => {
    events.push(`begin ${n}`);
    await nextTurn();
    await nextTurn();
    events.push(`end ${n}`);
  });
  expect(events).toEqual(['begin 1', 'begin 2', 'end 1', 'begin 3', 'end 2', 'end 3']);
});

it('throws the first error once no work runs any more', async () => {
  let isRunning = false;
  const work = async (n: number): Promise<void> => {
    if (n === 1) throw new Error('first');
    isRunning = true;
    await nextTurn();
    await nextTurn();
    isRunning = false;
    throw new Error('second');
  };
  await expect(overlap(listed([1, 2, 3]), work)).rejects.toThrow('first');
  expect(isRunning).toBe(false);
});

// seen to fail: an import on a full disk said only that its transaction was aborted
it('throws the error that came first, also of the later work', async () => {
  const work = async (n: number): Promise<void> => {
    await nextTurn();
    if (n === 2) throw new Error('the disk is full');
    await nextTurn();
    await nextTurn();
    throw new Error('the transaction is aborted');
  };
  await expect(overlap(listed([1, 2]), work)).rejects.toThrow('the disk is full');
});

it('throws an error of the last work and of the list', async () => {
  const failing = async (): Promise<void> => {
    throw new Error('work');
  };
  await expect(overlap(listed([1]), failing)).rejects.toThrow('work');
  async function* broken(): AsyncGenerator<number> {
    yield 1;
    throw new Error('list');
  }
  await expect(overlap(broken(), nextTurn)).rejects.toThrow('list');
});
