import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { memoryTools } from './archive-tools.ts';
import { openArchive, type ArchiveStream } from './zip-stream.ts';

const moment = '2021-04-16T08:00:00Z';

/** Collects what an archive passes on. */
async function collect(
  write: (archive: ArchiveStream) => Promise<void> | void,
  large?: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const sink = { write: (bytes: Uint8Array) => void pieces.push(bytes), drain: async () => {} };
  const options = { tools: memoryTools, ...(large === undefined ? {} : { large }) };
  const archive = openArchive(moment, sink, options);
  await write(archive);
  await archive.end();
  return Buffer.concat(pieces);
}

/** A step: a piece for one of the open files, the end of that file, or a wait for the reader. */
type Step =
  | { readonly do: 'write'; readonly file: number; readonly piece: string | Uint8Array }
  | { readonly do: 'end'; readonly file: number }
  | { readonly do: 'drain' };
const file = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      file,
      piece: fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 400 })),
    }),
  },
  fc.record({ do: fc.constant('end' as const), file }),
  fc.record({ do: fc.constant('drain' as const) }),
);

/** Follows the steps with six files, of which every second is compressed. */
async function follow(steps: readonly Step[], archive: ArchiveStream): Promise<Uint8Array[]> {
  const contents = Array.from({ length: 6 }, (): Uint8Array[] => []);
  const entries = contents.map((_, i) => archive.entry(`${i}/名.txt`, { packed: i % 2 === 0 }));
  const open = new Set(entries.keys());
  for (const one of steps)
    if (one.do === 'drain') await archive.drain();
    else if (open.has(one.file))
      if (one.do === 'write') {
        entries[one.file]?.write(one.piece);
        contents[one.file]?.push(Buffer.from(one.piece));
      } else {
        entries[one.file]?.end();
        open.delete(one.file);
      }
  for (const at of open) entries[at]?.end();
  return contents.map((pieces) => new Uint8Array(Buffer.concat(pieces)));
}

it('holds each file whole and in order, however their pieces alternate', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 60 }),
      fc.constantFrom(undefined, 0, 50, 300),
      async (steps, large) => {
        let contents: Uint8Array[] = [];
        const write = async (archive: ArchiveStream): Promise<void> => {
          contents = await follow(steps, archive);
        };
        const bytes = await collect(write, large);
        const files = unzipSync(bytes);
        expect(Object.keys(files)).toEqual(contents.map((_, i) => `${i}/名.txt`));
        expect(Object.values(files).map((one) => new Uint8Array(one))).toEqual(contents);
        expect(Buffer.compare(await collect(write, large), bytes)).toBe(0);
      },
    ),
  );
});

it('has the time of its moment in every time zone, and that of 1980 before the format', async () => {
  const times = async (at: string): Promise<readonly number[]> => {
    const pieces: Uint8Array[] = [];
    const sink = { write: (bytes: Uint8Array) => void pieces.push(bytes), drain: async () => {} };
    const archive = openArchive(at, sink, { tools: memoryTools });
    archive.entry('a').end();
    await archive.end();
    const bytes = Buffer.concat(pieces);
    return [bytes.readUInt16LE(10), bytes.readUInt16LE(12)];
  };
  expect(await times('2021-04-16T08:05:06Z')).toEqual([
    (8 << 11) | (5 << 5) | 3,
    (41 << 9) | (4 << 5) | 16,
  ]);
  expect(await times('1970-01-01T00:00:00Z')).toEqual([0, (1 << 5) | 1]);
});

it('can hold more files than a field of two bytes counts', async () => {
  const count = 65_600;
  const bytes = await collect((archive) => {
    for (let i = 0; i < count; i += 1) archive.entry(`${i}`, { packed: true }).end();
  });
  expect(Object.keys(unzipSync(bytes))).toHaveLength(count);
});

it('writes what a reader takes, and keeps the rest aside', async () => {
  const lengths: number[] = [];
  const sink = {
    write: ({ length }: Uint8Array) => void lengths.push(length),
    drain: async () => {},
  };
  const archive = openArchive(moment, sink, { tools: memoryTools });
  const [first, second] = [archive.entry('a', { packed: true }), archive.entry('b')];
  first.write(new Uint8Array(1000));
  second.write(new Uint8Array(5_000_000));
  await archive.drain();
  first.write(new Uint8Array(2000));
  const size = (): number => lengths.reduce((sum, length) => sum + length, 0);
  expect(size()).toBe(3000 + 31);
  first.end();
  second.end();
  await archive.end();
  expect(size()).toBeGreaterThan(3000 + 31 + 4000);
});
