import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#server/storage/node-store.ts';
import { openRequests, type RequestApi } from '../../setup/api/requests.ts';
import { engines, type TestEngine } from '../../setup/api/stores.ts';
import { folderText } from '../links/token.ts';
import { countOf, outcome, type ReliabilityTest } from '../setup/reliability-test.ts';
import { ownCellFaults } from './own-cells.ts';
import { answerFloodFaults, floodFaults, keptFaults, replayFaults } from './secrets.ts';

type Work = (api: RequestApi) => Promise<readonly string[]>;
async function on(engine: TestEngine, work: Work): Promise<readonly string[]> {
  const api = await openRequests(engine);
  try {
    return await work(api);
  } finally {
    await api.close();
  }
}

/** Looks for secrets in every byte of a data folder. */
export async function atRestFaults(count: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'headway-requests-'));
  const db = await openDatabase({ url: join(folder, 'headway.db') });
  const file: TestEngine = { name: 'sqlite', open: async () => ({ db, close: () => db.close() }) };
  const faults = await on(file, (api) => keptFaults(api, count, () => folderText(folder)));
  rmSync(folder, { recursive: true, force: true });
  return faults;
}

export const requestTest: ReliabilityTest = {
  id: 'R-73',
  title: 'request links: own cells, secrets, replay, flood',
  async run(options) {
    const faults: string[] = [];
    const registers = countOf(20, options);
    for (const engine of options.share < 1 ? engines.slice(0, 1) : engines) {
      for (let i = 0; i < registers; i += 1)
        faults.push(...(await on(engine, (api) => ownCellFaults(api, 8, options.seed + i))));
      faults.push(...(await on(engine, replayFaults)));
      faults.push(...(await on(engine, floodFaults)));
      faults.push(...(await on(engine, answerFloodFaults)));
    }
    faults.push(...(await atRestFaults(countOf(50, options))));
    return outcome(`${registers} registers of 8 companies`, faults);
  },
};
