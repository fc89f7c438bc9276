import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../setup/processes/server.ts';
import { median, rounds, table } from './figures.ts';

/**
 * From the start of the process to its first answer, with an empty folder and with existing data
 * (aim: under 1 s).
 */
export async function benchStart(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'headway-bench-'));
  const timed = async (): Promise<number> => {
    const from = performance.now();
    const server = await startServer({ data });
    const took = performance.now() - from;
    await server.stop();
    return took;
  };
  const empty = await timed();
  const again: number[] = [];
  for (let i = 0; i < rounds; i += 1) again.push(await timed());
  rmSync(data, { recursive: true, force: true });
  table([
    ['start to first answer', 'ms', 'aim'],
    ['empty folder, sample filled in', empty.toFixed(0), ''],
    ['existing data, median', median(again).toFixed(0), '1000'],
  ]);
}
