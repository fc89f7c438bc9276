import { describe, expect, it } from 'vitest';
import { askWhileBusy, filledStore, unlistedEndpoints } from '../../setup/api/busy-store.ts';
import { openableEngines } from '../../setup/api/stores.ts';

it('lists for every endpoint whether it reads the register', () => {
  expect(unlistedEndpoints()).toEqual([]);
});

// Seen to fail: without a reader of their own short reads wait for all long ones before them.
describe.each(openableEngines)('a register of 4,000 projects on $name', (engine) => {
  it('answers short reads before the slowest reads end, and then all of them', async () => {
    const report = await askWhileBusy(filledStore(engine, 4_000), 12);
    expect(report.failures).toEqual([]);
    expect(report.short).toBeLessThan(report.slow);
  });
});
