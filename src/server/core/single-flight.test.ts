import { expect, it } from 'vitest';
import { SingleFlight } from './single-flight.ts';

/** Work that ends on command and counts its starts and aborts. */
function createWork() {
  const counts = { begun: 0, stopped: 0 };
  const work = Promise.withResolvers<string>();
  const make = async (signal: AbortSignal): Promise<string> => {
    counts.begun += 1;
    signal.addEventListener('abort', () => {
      counts.stopped += 1;
    });
    return work.promise;
  };
  return { seen: counts, make, end: () => work.resolve('made') };
}

it('two callers share one run, which continues while one of them waits', async () => {
  const work = new SingleFlight<string>();
  const { seen, make, end } = createWork();
  const leaving = new AbortController();
  const [one, two] = [
    work.run('a', leaving.signal, make),
    work.run('a', new AbortController().signal, make),
  ];
  leaving.abort();
  await expect(one).rejects.toThrow('aborted');
  end();
  await expect(two).resolves.toBe('made');
  expect(seen).toEqual({ begun: 1, stopped: 0 });
});

it('the run is aborted when the last caller has left, and the next caller starts a new one', async () => {
  const work = new SingleFlight<string>();
  const { seen, make, end } = createWork();
  const leaving = new AbortController();
  const both = [work.run('a', leaving.signal, make), work.run('a', leaving.signal, make)];
  leaving.abort();
  for (const one of both) await expect(one).rejects.toThrow('aborted');
  expect(seen).toEqual({ begun: 1, stopped: 1 });
  const next = work.run('a', undefined, make);
  end();
  await expect(next).resolves.toBe('made');
  expect(seen.begun).toBe(2);
});

it('a caller without a signal keeps the run going, and a caller that has left starts nothing', async () => {
  const work = new SingleFlight<string>();
  const { seen, make, end } = createWork();
  const leaving = new AbortController();
  const staying = work.run('a', undefined, make);
  const one = work.run('a', leaving.signal, make);
  leaving.abort();
  await expect(one).rejects.toThrow('aborted');
  await expect(work.run('b', leaving.signal, make)).rejects.toThrow('aborted');
  end();
  await expect(staying).resolves.toBe('made');
  expect(seen).toEqual({ begun: 1, stopped: 0 });
});
