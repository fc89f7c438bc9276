import { engines } from '../../setup/api/stores.ts';
import { countOf, outcome, type ReliabilityTest } from '../setup/reliability-test.ts';
import { addressFaults } from './addresses.ts';
import { deliveryFaults } from './deliveries.ts';

/** Digests reach no private network, and nobody twice. */
export const reminders: ReliabilityTest = {
  id: 'R-74 R-75',
  title: 'digests: private addresses, rebinding, deliveries',
  run: async (runOptions) => {
    const count = countOf(2000, runOptions);
    const weeks = countOf(26, runOptions);
    const faults = [...(await addressFaults(runOptions.seed, count))];
    for (const engine of engines)
      faults.push(...(await deliveryFaults(engine, runOptions.seed, weeks)));
    return outcome(`${count} private addresses, ${weeks} weeks of digests`, faults);
  },
};
