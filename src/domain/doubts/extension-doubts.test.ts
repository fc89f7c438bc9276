import { expect, test } from 'vitest';
import type { DoubtProject } from './doubt.ts';
import { findDoubtsOf, makeDoubtInput, makeDoubtProject } from './doubts.fixture.ts';

const planned = (minor: string, fields: Partial<DoubtProject> = {}): Partial<DoubtProject> => ({
  amounts: { total_investment: { money: { minor, currency: 'CNY' } } },
  ...fields,
});
/** The rules that doubt a plant of 500 and another project. */
async function listRules(other: Partial<DoubtProject>, plant: Partial<DoubtProject> = {}) {
  const register = makeDoubtInput([
    makeDoubtProject('A', planned('500', { name: 'Heat pump plant', ...plant })),
    makeDoubtProject('B', other),
  ]);
  return (await findDoubtsOf(register)).map(({ rule }) => rule);
}

test('an extension not below the project that it names is in doubt', async () => {
  const line = (extended_project: string, minor: string) =>
    listRules(planned(minor, { name: 'Cooling line', extended_project }));
  expect(await line('A', '500')).toEqual(['expansion_not_below']);
  expect(await line('Heat pump plant', '800')).toEqual(['expansion_not_below']);
  expect(await line('A', '499')).toEqual([]);
  expect(await line('B', '800')).toEqual([]);
  expect(await line('C', '800')).toEqual([]);
});

test('the named project takes precedence over the one that names show', async () => {
  const name = 'Heat pump plant Phase 2';
  expect(await listRules(planned('800', { name }))).toEqual(['expansion_not_below']);
  expect(await listRules(planned('800', { name, extended_project: 'C' }))).toEqual([]);
});

test('an extension is no second row of the project that it extends', async () => {
  const extra = { plot: 'Plot 7' };
  expect(await listRules({ name: 'Heat pump plant' })).toEqual(['near_equal_names']);
  expect(await listRules({ name: 'Heat pump plant', extended_project: 'A' })).toEqual([]);
  expect(await listRules({ name: 'Cooling line', extra }, { extra })).toEqual(['shared_site']);
  expect(
    await listRules({ name: 'Cooling line', extra, extended_project: 'A' }, { extra }),
  ).toEqual([]);
});
