import { afterEach, describe, expect, test } from 'vitest';
import { factsOfEditions } from '../../oracle/cases/edition-facts.ts';
import { compareChance } from '../../oracle/product/charts/chance.ts';
import { compareFunnel } from '../../oracle/product/charts/funnel.ts';
import { compareStageTime } from '../../oracle/product/charts/stage-time.ts';
import { compareTimeline } from '../../oracle/product/charts/timeline.ts';
import { Comparison } from '../../oracle/product/comparison.ts';
import { addDays, type Day, daysBetween, monthEnds, monthOf } from '../../oracle/figures/days.ts';
import { importEdition, importList } from '../../oracle/product/import-editions.ts';
import type { RegisterUnderTest } from '../../oracle/product/register.ts';
import { factLists, historyOf, randomDetails } from '../../oracle/cases/random-details.ts';
import { detailsCsv } from '../../oracle/product/details-file.ts';
import { randomOf } from '../../oracle/cases/random.ts';
import { randomRegister } from '../../oracle/cases/random-register.ts';
import { foldEditions } from '../../oracle/figures/edition-history.ts';
import { firstKnownDay, stageOrder } from '../../oracle/figures/register.ts';
import { compareLadder } from '../../oracle/product/charts/ladder.ts';
import { compareQuality } from '../../oracle/product/charts/quality.ts';
import { makeSampleRegister, samples } from '../../oracle/product/sample-register.ts';
import { engines } from '../../setup/api/stores.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

const full = process.env['HEADWAY_ORACLE'] === 'full';
const timeout = full ? 900_000 : 60_000;
const mapping = { established: stageOrder.slice(3), pipeline: stageOrder.slice(0, 3) };

describe.each(Array.from({ length: full ? 25 : 5 }, (_, i) => i + 1))(
  'the charts of random register %i',
  (seed) => {
    let api: TestApi;
    afterEach(() => api.close());

    test('have the cohorts and the days in stage of the reference', { timeout }, async () => {
      api = await openApi(engines[seed % engines.length]);
      const { editions, imports } = randomRegister(seed);
      for (const edition of imports) await importEdition(api.send, edition);
      const comparison = new Comparison(`register ${seed}`);
      const editionDays = editions.map(({ day }) => day);
      const register: RegisterUnderTest = {
        get: api.get,
        histories: foldEditions(imports),
        mapping,
        firstDay: firstKnownDay(editions) ?? '',
        editionDays,
      };
      const lists = factsOfEditions(editions);
      const random = randomOf(seed + 100);
      const [first = '', last = ''] = [editionDays[0], editionDays.at(-1)];
      const someDay = (): Day => addDays(first, random.integer(-20, daysBetween(first, last) + 40));
      for (const day of [...editionDays, ...Array.from({ length: full ? 60 : 5 }, someDay)]) {
        await compareFunnel(comparison, register, day);
        await compareStageTime(comparison, register, day);
        await compareLadder(comparison, register, lists, day);
        await compareTimeline(comparison, register, lists, day);
      }
      console.log(comparison.report(0));
      expect(comparison.count).toBeGreaterThan(1000);
      expect(comparison.differences, comparison.report()).toEqual([]);
    });
  },
);

describe.each(samples)('the charts of $name', ({ name, data, sample, from, to }) => {
  let api: TestApi;
  afterEach(() => api.close());

  test('have the figures of the reference', { timeout }, async () => {
    api = await openApi();
    await api.send('POST', '/api/v1/samples', { body: { sample } });
    const comparison = new Comparison(name);
    const { records } = data();
    const register = makeSampleRegister(api, data());
    const lists = [{ day: from, facts: new Map(records.map(({ code, facts }) => [code, facts])) }];
    const random = randomOf(17);
    const ends = monthEnds(monthOf(from), monthOf(to));
    const days = full ? ends : random.shuffle(ends).slice(0, 12);
    for (const day of [...days, addDays(from, random.integer(0, 400))]) {
      await compareFunnel(comparison, register, day);
      await compareStageTime(comparison, register, day);
      await compareLadder(comparison, register, lists, day);
      await compareQuality(comparison, register, lists, day);
      await compareTimeline(comparison, register, lists, day);
    }
    console.log(comparison.report(0));
    expect(comparison.count).toBeGreaterThan(1000);
    expect(comparison.differences, comparison.report()).toEqual([]);
  });
});

describe.each(samples)('the chance of $name', ({ name, data, sample, from, to }) => {
  let api: TestApi;
  afterEach(() => api.close());

  test('is that of the reference', { timeout }, async () => {
    api = await openApi();
    await api.send('POST', '/api/v1/samples', { body: { sample } });
    const comparison = new Comparison(name);
    const { records } = data();
    const register = makeSampleRegister(api, data());
    const facts = new Map(records.map((record) => [record.code, record.facts]));
    const ends = randomOf(23).shuffle(monthEnds(monthOf(from), monthOf(to)));
    for (const day of full ? ends : ends.slice(0, 6))
      await compareChance(comparison, register, facts, day);
    console.log(comparison.report(0));
    expect(comparison.count).toBeGreaterThan(20);
    expect(comparison.differences, comparison.report()).toEqual([]);
  });
});

describe.each(Array.from({ length: full ? 15 : 3 }, (_, i) => i + 1))(
  'the charts of random register %i with facts of every kind',
  (seed) => {
    let api: TestApi;
    afterEach(() => api.close());

    test('have the amounts, the dates and the gaps of the reference', { timeout }, async () => {
      api = await openApi(engines[seed % engines.length]);
      const details = randomDetails(seed);
      const [first, second] = details.days;
      for (const [i, day] of details.days.entries())
        await importList(api.send, {
          day,
          scope: 'whole',
          csv: detailsCsv(details.projects, i === 0 ? 0 : 1),
        });
      const comparison = new Comparison(`details ${seed}`);
      const register: RegisterUnderTest = {
        get: api.get,
        histories: details.projects.map((project) => historyOf(project, first)),
        mapping,
        firstDay: first,
        editionDays: details.days,
      };
      const lists = factLists(details);
      const random = randomOf(seed + 100);
      const someDay = (): Day =>
        addDays(first, random.integer(0, daysBetween(first, second) + 400));
      for (const day of [first, second, ...Array.from({ length: full ? 30 : 5 }, someDay)]) {
        await compareLadder(comparison, register, lists, day);
        await compareQuality(comparison, register, lists, day);
        await compareTimeline(comparison, register, lists, day);
      }
      console.log(comparison.report(0));
      expect(comparison.count).toBeGreaterThan(1000);
      expect(comparison.differences, comparison.report()).toEqual([]);
    });
  },
);
