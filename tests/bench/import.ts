import { fork } from 'node:child_process';
import type { Db } from '#server/db/db.ts';
import { readFile } from '#server/imports/read/read-file.ts';
import { makePlan } from '#server/imports/plan/make-plan.ts';
import { nodeImporter } from '#server/imports/process/node-importer.ts';
import { noProjects, type KnownRegister } from '#server/imports/import-plan.ts';
import { readKnownRegister } from '#server/imports/known-register-service.ts';
import { fillSample } from '#server/samples/service.ts';
import { openableEngines } from '../setup/api/stores.ts';
import { benchDecisions } from './decisions.ts';
import { LongestTurn, memoryOfChildren } from './felt.ts';
import { table } from './figures.ts';
import { columns, makeEdition } from './large-register/register-rows.ts';

/** The largest register that must be previewed within 10 s and 300 MB. */
const rows = 100_000;
const heapFlags = ['--max-old-space-size=300', '--max-semi-space-size=16', '--stack-size=2000'];

const largeRegister = (): Uint8Array =>
  new TextEncoder().encode([...makeEdition(rows, 1)].join(''));

interface Cost {
  readonly cpu: number;
  readonly heap: number;
}
const register: KnownRegister = {
  revision: 0,
  has_own: false,
  today: '2026-01-01',
  industries: [],
  function_zones: [],
  indicators: [],
  projects: noProjects,
  observations: [],
};
/** The cost of one task for its process: processor time and peak heap. */
async function costOf(work: (note: () => void) => unknown): Promise<Cost> {
  let heap = 0;
  const note = (): void => void (heap = Math.max(heap, process.memoryUsage().heapUsed));
  const before = process.cpuUsage();
  await work(note);
  note();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, heap: heap / 1e6 };
}
/** Reads row by row and looks at no cell. */
const parse = (): Promise<Cost> => {
  const bytes = largeRegister();
  return costOf((note) => readFile(bytes, { choose: () => 0, onShare: note }));
};
const plan = (): Promise<Cost> => {
  const bytes = largeRegister();
  return costOf((onRead) =>
    makePlan(
      {
        bytes,
        file: 'r.csv',
        answers: { file_kind: 'own_register' },
        register,
        is_preview: true,
      },
      onRead,
    ),
  );
};
const measurements = { parse, plan } as const;
/** Runs in its own process with the heap limit of an import. */
const apart = (name: keyof typeof measurements): Promise<Cost> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL(import.meta.url), [name], {
      execArgv: heapFlags,
      serialization: 'advanced',
    });
    child.on('message', (cost: Cost) => resolve(cost));
    child.on('exit', (code) => reject(new Error(`ended with ${code}`)));
  });

/** The same register a year later: some projects move on, some have a new owner. */
const laterEdition = (bytes: Uint8Array): Uint8Array =>
  new TextEncoder().encode(
    new TextDecoder()
      .decode(bytes)
      .replaceAll(/^(P\d+[012],.*),推进中,/gm, '$1,暂缓,')
      .replaceAll('责任人7,', '负责人7,'),
  );

/**
 * Effect of a preview and of an import on the server: time, memory, longest turn, and the memory of
 * the reading process.
 */
async function measureEffect(
  db: Db,
  what: string,
  bytes: Uint8Array,
): Promise<(string | number)[][]> {
  const turn = new LongestTurn();
  const importer = nodeImporter();
  const measure = async <T>(
    name: string,
    work: () => Promise<T>,
  ): Promise<readonly [T, (string | number)[]]> => {
    const idle = process.memoryUsage().rss;
    let [most, apart] = [idle, 0];
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
      apart = Math.max(apart, ...memoryOfChildren());
    }, 50);
    turn.start();
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const result = await work();
    const { user, system } = process.cpuUsage(cpu);
    clearInterval(watch);
    const [duration, own] = [performance.now() - start, (user + system) / 1000];
    return [
      result,
      [
        `${what}, ${name}`,
        ...[duration, own, (most - idle) / 1e6, apart, turn.end()].map(Math.round),
      ],
    ];
  };
  const readRegister = () => readKnownRegister(db, '2026-01-01');
  const [preview, previewRow] = await measure('preview', async () =>
    importer.plan(bytes, 'r.csv', { file_kind: 'own_register' }, await readRegister(), {
      is_preview: true,
    }),
  );
  preview.close();
  const storage = await importer.plan(
    bytes,
    'r.csv',
    { file_kind: 'own_register' },
    await readRegister(),
  );
  const { store } = storage;
  if (store === undefined) throw new Error('it is not stored by a process of its own');
  const [, storingRow] = await measure('storing', () =>
    db.standAside(() => store({ author: 'bench', recorded_at: new Date().toISOString() })),
  );
  storage.close();
  return [previewRow, storingRow];
}

/**
 * Decisions per test register; then the cost of a large import compared with a plain parse, and its
 * effect on the server, per store.
 */
export async function benchImport(): Promise<void> {
  await benchDecisions();
  const [plain, whole] = [await apart('parse'), await apart('plan')];
  table([
    [`${rows} rows × ${columns.length} columns`, 'processor ms', '× plain parse', 'heap MB'],
    ['plain parse', Math.round(plain.cpu), '1.0', Math.round(plain.heap)],
    ['preview', Math.round(whole.cpu), (whole.cpu / plain.cpu).toFixed(1), Math.round(whole.heap)],
  ]);
  for (const { name, open } of openableEngines) {
    const { db, close } = await open();
    try {
      await fillSample(db, 'sample');
      const bytes = largeRegister();
      const first = await measureEffect(db, 'first', bytes);
      const later = await measureEffect(db, 'edition', laterEdition(bytes));
      table([
        [
          `in the server, ${name}`,
          'ms',
          'its processor ms',
          'its memory +MB',
          'memory of the process MB',
          'longest turn, processor ms',
        ],
        ...first,
        ...later,
      ]);
    } finally {
      await close();
    }
  }
}

const task = process.argv[2];
if (process.send !== undefined && task !== undefined && Object.hasOwn(measurements, task))
  process.send(await measurements[task as keyof typeof measurements]());
