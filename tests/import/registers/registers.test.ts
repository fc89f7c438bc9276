import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKnownRegister } from '#server/imports/known-register-service.ts';
import { engines, type TestStore } from '../../setup/api/stores.ts';
import { apply } from '../import-context.ts';
import { decide, fewDecisions, planRegister } from './decisions.ts';
import { resultOf } from './register.ts';
import { registers } from './registers.ts';

const named = registers.map((register) => ({
  title: `${register.language}: ${register.name}`,
  register,
}));

describe('registers of different kinds', () => {
  it.each(named)('$title', async ({ register }) => {
    const { result, open, isSilentlyWrong, count } = await decide(register);
    expect(result).toEqual(register.truth);
    expect({ open, isSilentlyWrong }).toEqual({ open: [], isSilentlyWrong: false });
    expect(count).toBeLessThanOrEqual(fewDecisions + 1);
  });
  it('need at most three decisions in five of six', async () => {
    const counts = await Promise.all(
      registers.map(async (register) => (await decide(register)).count),
    );
    expect(
      counts.filter((count) => count <= fewDecisions).length / counts.length,
    ).toBeGreaterThanOrEqual(5 / 6);
  });
});

describe.each(engines)('registers in a store on $name', (engine) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await engine.open();
  });
  afterEach(() => store.close());
  it.each(named)('$title: stored, and unchanged by a second import', async ({ register }) => {
    const readRegister = () => readKnownRegister(store.db, '2026-11-27');
    const { answers = {}, truth } = register;
    const first = await planRegister(register, answers, await readRegister());
    expect(resultOf(first, truth.names.length)).toEqual(truth);
    await apply(store.db, first);
    const again = await planRegister(register, answers, await readRegister());
    expect(again.preview.rows).toMatchObject({ new: 0, changed: 0, unchanged: truth.projects });
    expect(
      again.profile.industries.filter((name) => !first.profile.industries.includes(name)),
    ).toEqual([]);
  });
});
