import { afterEach, describe, expect, test } from 'vitest';
import { Comparison } from '../../oracle/product/comparison.ts';
import { addDays, type Day, daysBetween } from '../../oracle/figures/days.ts';
import { compareProjects } from '../../oracle/product/projects.ts';
import { importEdition } from '../../oracle/product/import-editions.ts';
import {
  compareChanges,
  compareDay,
  compareSummaries,
  type RegisterUnderTest,
} from '../../oracle/product/register.ts';
import { randomOf } from '../../oracle/cases/random.ts';
import { randomRegister } from '../../oracle/cases/random-register.ts';
import { foldEditions } from '../../oracle/figures/edition-history.ts';
import { firstKnownDay, stageOrder } from '../../oracle/figures/register.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

const full = process.env['HEADWAY_ORACLE'] === 'full';
const timeout = full ? 900_000 : 60_000;
const mapping = { established: stageOrder.slice(3), pipeline: stageOrder.slice(0, 3) };

describe.each(Array.from({ length: full ? 25 : 5 }, (_, i) => i + 1))(
  'random register %i of 200 projects in five editions',
  (seed) => {
    let api: TestApi;
    afterEach(() => api.close());

    test('has the figures of the reference, in whatever order its editions are imported', {
      timeout,
    }, async () => {
      api = await openApi();
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
      const random = randomOf(seed + 100);
      const [first = '', last = ''] = [editionDays[0], editionDays.at(-1)];
      const someDay = (): Day => addDays(first, random.integer(-20, daysBetween(first, last) + 40));
      const days = [...editionDays, ...Array.from({ length: full ? 60 : 5 }, someDay)];
      for (const day of days) {
        await compareDay(comparison, register, day);
        await compareSummaries(comparison, register, day);
        await compareProjects(comparison, register, day);
        const other = someDay();
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
  },
);
