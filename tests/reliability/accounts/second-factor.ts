// The full counts of for the second factor; second-factor-attacks.ts states how they
// were seen to fail.
import { plainPasswords } from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { testSecondFactor } from '../../setup/api/sign-in/second-factor.ts';
import { engines, type TestEngine } from '../../setup/api/stores.ts';
import { guessFaults, halfFaults, onceFaults } from './second-factor-attacks.ts';
import { countOf, outcome, type ReliabilityTest } from '../setup/reliability-test.ts';

const now = Date.parse('2021-05-10T08:00:00Z');
async function on(
  engine: TestEngine | undefined,
  work: (api: TestApi) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const api = await openApi(engine, {
    passwords: plainPasswords,
    secondFactor: testSecondFactor,
    clock: () => new Date(now),
  });
  try {
    return await work(api);
  } finally {
    api.app.close();
    await api.close();
  }
}

export const secondFactor: ReliabilityTest = {
  id: 'R-12 R-15',
  title: 'half a sign-in, codes and passkeys that work once, guessed codes',
  run: async (runOptions) => {
    const [halves, many, guesses] = [
      countOf(9, runOptions),
      Math.max(12, countOf(50, runOptions)),
      countOf(500, runOptions),
    ];
    const faults: string[] = [];
    for (const engine of runOptions.share < 1 ? engines.slice(-1) : engines) {
      const allFaults = [
        ...(await on(engine, (api) => halfFaults(api, now, halves))),
        ...(await on(engine, (api) => onceFaults(api, now, many))),
        ...(await on(engine, (api) => guessFaults(api, now, runOptions.seed, guesses))),
      ];
      faults.push(...allFaults.map((fault) => `${engine.name}: ${fault}`));
    }
    return outcome(`${halves} halves, 3 × ${many} at once, ${guesses} guesses`, faults);
  },
};
