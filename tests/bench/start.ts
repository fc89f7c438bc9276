import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../setup/processes/server.ts';
import { memoryOf } from './felt.ts';
import { median, rounds, table } from './figures.ts';

/**
 * From the start of the bundled server to its first answer, with an empty folder and with existing
 * data (aim: 0.5 s), and its memory then (aim: 150 MB).
 */
export async function benchStart(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'headway-bench-'));
  const megabytes: number[] = [];
  const measureStart = async (): Promise<number> => {
    const from = performance.now();
    const server = await startServer({ data, entry: 'dist/server/main.js' });
    const ms = performance.now() - from;
    megabytes.push(memoryOf(server.pid));
    await server.stop();
    return ms;
  };
  const empty = await measureStart();
  const again: number[] = [];
  for (let i = 0; i < rounds; i += 1) again.push(await measureStart());
  rmSync(data, { recursive: true, force: true });
  table([
    ['start to first answer', '', 'aim'],
    ['empty folder, sample filled in, ms', empty.toFixed(0), ''],
    ['existing data, median, ms', median(again).toFixed(0), '500'],
    ['memory then, median, MB', median(megabytes).toFixed(0), '150'],
  ]);
}
