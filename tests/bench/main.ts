import { benchApi } from './api.ts';
import { benchCharts } from './charts.ts';
import { benchCrowd } from './crowd/crowd.ts';
import { benchDocuments } from './documents.ts';
import { benchExports } from './exports.ts';
import { benchFirstView } from './first-view.ts';
import { benchGrowth } from './growth.ts';
import { benchImport } from './import.ts';
import { benchLargeRegister } from './large-register/large-register.ts';
import { benchStart } from './start.ts';
import { benchUndo } from './undo.ts';
import { benchWriter } from './writer.ts';

/**
 * `npm run bench [-- NAME …]`, by the names below: ratios to a peer in the same run, which hold on
 * any machine.
 *
 * `HEADWAY_BENCH_PROJECTS=1000000 npm run bench -- large-register` prints the aims of a million
 * projects, each as met or not met. It writes 14 GB in the temporary folder (`TMPDIR`), or reads a
 * store that exists: `HEADWAY_BENCH_REGISTER=FOLDER`, or the address of a database. It edits
 * projects of that store and imports 1,000 rows into it. `HEADWAY_BENCH_EDITIONS` is 1 to 3 monthly
 * files, `HEADWAY_BENCH_SECONDS` the time of each kind of readers, `HEADWAY_BENCH_ROUNDS` the
 * readings of each answer.
 */
const benches = {
  start: benchStart,
  'first-view': benchFirstView,
  charts: benchCharts,
  api: benchApi,
  crowd: benchCrowd,
  import: benchImport,
  undo: benchUndo,
  exports: benchExports,
  documents: benchDocuments,
  writer: benchWriter,
  growth: benchGrowth,
  'large-register': benchLargeRegister,
} as const;
const names = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`\n${name}`);
  await bench();
}
