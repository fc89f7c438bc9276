// Families F2 and F11 to F14: every recipe of each, in number and order, on both stores. Each file
// states how it was seen to fail.
import { OneTimeKey } from '#server/accounts/sessions/one-time-key.ts';
import { openLinks } from '../../setup/api/links.ts';
import { engines, type TestEngine } from '../../setup/api/stores.ts';
import { walk } from '../http/contract-walk.ts';
import { httpRecipes } from './http.ts';
import { linkRecipes } from './links.ts';
import { rightRecipes } from './rights.ts';
import { signInRecipes } from './sign-in.ts';
import { sqlRecipes } from './sql.ts';
import { outcome, type RunOptions, type ReliabilityTest } from '../setup/reliability-test.ts';
import { openHostile } from '../bad-input/hostile-api.ts';
import { openHttp } from './http-setup.ts';
import { tryAll } from './numbered-case.ts';
import { openRights } from './rights-setup.ts';

type Family = (engine: TestEngine, runOptions: RunOptions) => Promise<readonly string[]>;
async function sqlFamily(engine: TestEngine, runOptions: RunOptions): Promise<readonly string[]> {
  const [hostile, register] = [await openHostile(engine), await openHostile(engine)];
  const every = Math.round(1 / runOptions.share);
  const routes = walk().filter((_, i) => i % every === runOptions.seed % every);
  const faults = await tryAll(sqlRecipes, { hostile, register: register.api, routes });
  for (const one of [hostile, register]) await one.end();
  return [...faults, ...hostile.faults];
}
async function linkFamily(engine: TestEngine): Promise<readonly string[]> {
  const links = await openLinks(engine, {
    oneTimeKey: new OneTimeKey(() => Date.now()),
    config: { loopback: false, hosts: [], version: 'test' },
  });
  const faults = await tryAll(linkRecipes, links);
  await links.close();
  return faults;
}
async function onGround<Ground extends { end(): Promise<void> }>(
  recipes: Parameters<typeof tryAll<Ground>>[0],
  opening: Promise<Ground>,
): Promise<readonly string[]> {
  const ground = await opening;
  const faults = await tryAll(recipes, ground);
  await ground.end();
  return faults;
}
const families: Readonly<Record<string, Family>> = {
  F2: sqlFamily,
  F11: (engine) => onGround(httpRecipes, openHttp(engine)),
  F12: linkFamily,
  F13: (engine, runOptions) =>
    tryAll(signInRecipes, { engine, seed: runOptions.seed, timed: runOptions.share < 1 ? 3 : 90 }),
  F14: (engine) => onGround(rightRecipes, openRights(engine)),
};

/**
 * The numbers of each family in a table; the test of single sign-on tries those of F13-14.
 */
export const numbersOf: Readonly<Record<string, readonly string[]>> = {
  F2: sqlRecipes.map(({ id }) => id),
  F11: httpRecipes.map(({ id }) => id),
  F12: linkRecipes.map(({ id }) => id),
  F13: signInRecipes.map(({ id }) => id),
  F14: rightRecipes.map(({ id }) => id),
};

export const familyTest: ReliabilityTest = {
  id: `R-72 ${Object.keys(families).join(' ')}`,
  title: 'every recipe of the families of queries, HTTP, links, sign-in and rights',
  async run(runOptions) {
    const faults: string[] = [];
    const lines: string[] = [];
    // in small on one store: both are tried by npm run hard
    for (const engine of runOptions.share < 1 ? engines.slice(0, 1) : engines)
      for (const [name, family] of Object.entries(families)) {
        const from = performance.now();
        faults.push(
          ...(await family(engine, runOptions)).map((fault) => `${engine.name} ${fault}`),
        );
        lines.push(
          `${name} on ${engine.name} ${numbersOf[name]?.length ?? 0} in ${((performance.now() - from) / 1000).toFixed(1)} s`,
        );
      }
    return outcome(lines.join(', '), faults);
  },
};
