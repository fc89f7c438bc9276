import { addFigures, attempt, type Figure, printAims, type StoreFigures } from './aims.ts';
import { readRegister, type Register } from './addresses.ts';
import { fillStore } from './fill-store.ts';
import { measureAnswers } from './measure-answers.ts';
import { measureElements } from './measure-elements.ts';
import { measureExports } from './measure-exports.ts';
import { measureReaders } from './measure-readers.ts';
import { type LargeStore, newStores, openExisting, withServer } from './stores.ts';

const rows = Number(process.env['HEADWAY_BENCH_PROJECTS'] ?? 20_000);
/** Editions that are imported, 1 to 3. */
const editions = Number(process.env['HEADWAY_BENCH_EDITIONS'] ?? 3);
/** The data folder or the address of a store that exists, whose codes are those of `codeAt`. */
const existingStore = process.env['HEADWAY_BENCH_REGISTER'];

/** The parts of the run on a store that is filled, with the aim of a part that fails. */
const parts = [
  [
    'memory',
    'answers',
    (store, register) => withServer(store, (server) => measureAnswers(server, register)),
  ],
  [
    'reads',
    '20 readers',
    (store, register) => withServer(store, (server) => measureReaders(server, register)),
  ],
  ['files', 'files of all projects', (store) => measureExports(store)],
  ['elements', 'elements of pages', (store) => withServer(store, measureElements)],
] as const satisfies readonly (readonly [
  Figure['aim'],
  string,
  (store: LargeStore, register: Register) => Promise<Figure[]>,
])[];

/** Measures one store, and prints each part as soon as it is done. */
async function measureStore(store: LargeStore): Promise<StoreFigures> {
  const imports = existingStore === undefined ? await fillStore(store, rows, editions) : [];
  const register = await withServer(store, ({ url }) => readRegister(url));
  const { projects } = register;
  const all = { store: store.name, projects, figures: [] };
  const versions = await store.countVersions();
  const value = (await store.measureBytes()) / 1000 / projects;
  console.log(`\n  ${store.name}: ${projects} projects, ${versions} versions`);
  addFigures(all, 'import by the command', [
    ...imports,
    { aim: 'disk', what: 'the store in the end', value, unit: 'KB', note: `${versions} versions` },
  ]);
  for (const [aim, what, measure] of parts)
    addFigures(all, what, await attempt({ aim, what }, () => measure(store, register)));
  return all;
}

/**
 * The aims of a million projects: import, disk, answers, readers beside edits and an import, memory,
 * files and elements of pages, on SQLite and, where TEST_DATABASE_URL is set, on PostgreSQL. Prints
 * whether each is met, which only 1,000,000 projects show.
 */
export async function benchLargeRegister(): Promise<void> {
  const all: StoreFigures[] = [];
  for (const open of existingStore === undefined
    ? newStores
    : [async () => openExisting(existingStore)]) {
    const store = await open();
    try {
      all.push(await measureStore(store));
    } catch (error) {
      process.exitCode = 1;
      console.error(`  ${store.name}: FAILED, ${String(error)}`);
    } finally {
      await store.remove();
    }
  }
  printAims(all);
  if (existingStore === undefined && !all.some(({ store }) => store === 'PostgreSQL'))
    console.log('  PostgreSQL: NOT RUN, TEST_DATABASE_URL is not set');
}
