// Seen to fail: without a reader of their own short reads wait for all long ones before them.
import { askWhileBusy, filledStore } from '../setup/busy-store.ts';
import { openableEngines } from '../setup/stores.ts';
import { outcome, type HardTest } from './hard-test.ts';

const projects = 100_000;
/** The longest that an address may take alone, in ms: longer than that no query that it sends can take. */
const longest = 30_000;

/** Every endpoint on a register of 100,000 projects while the slowest of them runs. */
export const busyStore: HardTest = {
  id: 'busy-store',
  what: 'one page can not stop the server',
  run: async () => {
    const faults: string[] = [];
    const said: string[] = [];
    for (const engine of openableEngines) {
      const { refused, short, slow, slowest } = await askWhileBusy(filledStore(engine, projects), 6);
      const [address, ms] = [slowest[0], Math.round(slowest[1])];
      said.push(`${engine.name}: slowest ${address} ${ms} ms; short ones in ${Math.round(short)} of ${Math.round(slow)} ms`);
      faults.push(...refused.map((one) => `${engine.name}: ${one}`));
      if (3 * short > slow) faults.push(`${engine.name}: short reads waited for long ones`);
      if (ms > longest) faults.push(`${engine.name}: ${address} took ${ms} ms alone`);
    }
    return outcome(said.join('\n  '), faults);
  },
};
