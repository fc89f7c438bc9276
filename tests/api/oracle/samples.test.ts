import { afterEach, describe, expect, test } from 'vitest';
import { Comparison } from '../../oracle/product/comparison.ts';
import { addDays, type Day, dayNumber, monthEnds, monthOf } from '../../oracle/figures/days.ts';
import { compareDelays } from '../../oracle/product/delays.ts';
import { compareHeadline } from '../../oracle/product/headline.ts';
import { compareTargetsCsv } from '../../oracle/product/csv.ts';
import { compareOutlook } from '../../oracle/product/outlook.ts';
import { compareTargetsTable } from '../../oracle/product/targets-table.ts';
import { compareChanges, compareDay, compareSummaries } from '../../oracle/product/register.ts';
import { makeSampleRegister, samples } from '../../oracle/product/sample-register.ts';
import { type Random, randomOf } from '../../oracle/cases/random.ts';
import { listTargetRowInputs, milestonesOfSample } from '../../oracle/cases/samples.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

/** All month-ends and random days with HEADWAY_ORACLE=full, else a part of them. */
const full = process.env['HEADWAY_ORACLE'] === 'full';
const timeout = full ? 900_000 : 60_000;
const some = <T>(random: Random, list: readonly T[], part: number): T[] =>
  full ? [...list] : random.shuffle(list).slice(0, part);
const randomDays = (random: Random, from: Day, to: Day, count: number): Day[] =>
  Array.from({ length: count }, () =>
    addDays(from, random.integer(0, dayNumber(to) - dayNumber(from))),
  );

describe.each(samples)('the figures of $name', ({ name, data, sample, from, to }) => {
  let api: TestApi;
  afterEach(() => api.close());
  const open = async (): Promise<void> => {
    api = await openApi();
    await api.send('POST', '/api/v1/samples', { body: { sample } });
  };
  const getText = async (path: string): Promise<string> => (await api.send('GET', path)).text();
  const random = randomOf(11);
  const days = [...monthEnds(monthOf(from), monthOf(to)), ...randomDays(random, from, to, 30)];

  test('of the targets table are those of the reference, by either path of the plan', {
    timeout,
  }, async () => {
    await open();
    const comparison = new Comparison(name);
    const { profile, observations } = data();
    for (const path of ['straight', 'checkpoints'] as const) {
      const inputs = listTargetRowInputs(profile, observations, path);
      for (const day of some(random, days, 30))
        await compareTargetsTable(comparison, api.get, inputs, day);
      for (const day of some(random, days, 8))
        await compareTargetsCsv(comparison, getText, inputs, day);
    }
    console.log(comparison.report(0));
    expect(comparison.differences, comparison.report()).toEqual([]);
  });

  test('of the outlook are those of the reference: floor, ceiling, dates, fewest projects', {
    timeout,
  }, async () => {
    await open();
    const comparison = new Comparison(name);
    const { records } = data();
    const register = makeSampleRegister(api, data());
    const facts = new Map(records.map((record) => [record.code, record.facts]));
    for (const day of some(random, days, 25))
      await compareOutlook(comparison, register, facts, day);
    console.log(comparison.report(0));
    expect(comparison.count).toBeGreaterThan(100);
    expect(comparison.differences, comparison.report()).toEqual([]);
  });

  test('of the register are those of the reference: counts, sums, days in stage, changes', {
    timeout,
  }, async () => {
    await open();
    const comparison = new Comparison(name);
    const { profile, records } = data();
    const register = makeSampleRegister(api, data());
    for (const day of some(random, days, 25)) {
      await compareDay(comparison, register, day);
      await compareSummaries(comparison, register, day);
      await compareHeadline(comparison, register, profile.published, day);
      await compareDelays(comparison, register, milestonesOfSample(records), day);
      const other = random.pick(days);
      if (other !== day)
        await compareChanges(
          comparison,
          register,
          ...(other < day ? ([other, day] as const) : ([day, other] as const)),
        );
    }
    console.log(comparison.report(0));
    expect(comparison.differences, comparison.report()).toEqual([]);
  });
});
