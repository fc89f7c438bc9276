import { benchApi } from './api.ts';
import { benchCharts } from './charts.ts';
import { benchCrowd } from './crowd/crowd.ts';
import { benchDocuments } from './documents.ts';
import { benchExports } from './exports.ts';
import { benchFirstView } from './first-view.ts';
import { benchGrowth } from './growth.ts';
import { benchImport } from './import.ts';
import { benchStart } from './start.ts';
import { benchUndo } from './undo.ts';
import { benchWriter } from './writer.ts';

/**
 * `npm run bench [-- first-view|charts|api|crowd|import|undo|exports|start|documents|writer|growth]`:
 * ratios to a peer in the same run, which hold on any machine.
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
} as const;
const names = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`\n${name}`);
  await bench();
}
