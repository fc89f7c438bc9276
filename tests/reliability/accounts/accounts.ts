// The full counts of with tokens, R-20 and R-21: node
// tests/reliability/accounts/accounts.ts [--seed N]. Each file states how it was seen to fail.
import { parseArgs } from 'node:util';
import { argon2Passwords } from '#server/cli/security/argon2-passwords.ts';
import { plainPasswords } from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines, type TestEngine } from '../../setup/api/stores.ts';
import { passwordFaults } from './passwords.ts';
import { rightFaults } from './rights.ts';
import { cookieFaults, endingFaults } from './sessions.ts';
import { originFaults } from './token-origins.ts';
import { defaultFaults, setUpFaults } from './first-account.ts';

const open = (engine: TestEngine) => openApi(engine, { passwords: plainPasswords });
async function on(
  engine: TestEngine,
  work: (api: TestApi) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const api = await open(engine);
  try {
    return await work(api);
  } finally {
    api.app.close();
    await api.close();
  }
}

/** Runs all rows; true when none found a fault. */
export async function accountTest(seed: number): Promise<boolean> {
  let whole = true;
  const row = async (name: string, work: () => Promise<readonly string[]>): Promise<void> => {
    const faults = await work();
    whole &&= faults.length === 0;
    console.log(`accounts, ${name}, seed ${seed}: ${faults.length} faults`);
    for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  };
  await row('R-10 passwords, 20 × 5 pairs', () => passwordFaults(argon2Passwords(), seed, 20));
  for (const engine of engines) {
    const { name } = engine;
    await row(`R-12 cookies on ${name}, 100`, () => on(engine, (api) => cookieFaults(api, 100)));
    await row(`R-13 endings on ${name}, 4 × 100 streams`, () =>
      on(engine, (api) => endingFaults(api, 100)),
    );
    await row(`R-14 setting up on ${name}, 50 × 2`, () => setUpFaults(() => open(engine), 50));
    await row(`R-14 default names on ${name}`, () => on(engine, defaultFaults));
    await row(`R-17 tokens and origins on ${name}, 420`, () =>
      on(engine, (api) => originFaults(api, seed)),
    );
    await row(`R-20, R-21 rights on ${name}, 40 changes`, () =>
      on(engine, (api) => rightFaults(api, seed, 40)),
    );
  }
  return whole;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
  });
  process.exitCode = (await accountTest(Number(values.seed))) ? 0 : 1;
}
