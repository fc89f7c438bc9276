import { afterEach, describe, expect, test } from 'vitest';
import {
  binEdges,
  distributionMeasures,
  edgeOfBin,
  mostDots,
} from '#domain/analysis/distribution.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { stages } from '#domain/projects/stage.ts';
import { compareDecimal, scaleByTen, toNumber } from '#domain/values/decimal.ts';
import { minorDigits } from '#domain/values/money.ts';
import { readDistribution } from '#server/analysis/distribution-store.ts';
import type { Db } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { fillSample } from '#server/samples/service.ts';
import { type Random, randomOf } from '../../oracle/cases/random.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { record } from '../../setup/api/store-records.ts';

const own = { origin: 'own', as_of: '2021-06-30', base_currency: 'CNY', filters: {} } as const;
type Size = readonly [stage: string, unit: string, minor: bigint];

function randomProject(random: Random, at: number): [ProjectRecord, Size | undefined] {
  // one stage has too many projects to draw each
  const stage = random.chance(0.6) ? 'signed' : random.pick(stages);
  const currency = random.pick(['CNY', 'CNY', 'CNY', 'JPY']);
  const minor = random.chance(0.1)
    ? BigInt(random.integer(-1, 0))
    : BigInt(random.integer(1, 999)) * 10n ** BigInt(random.integer(0, 15));
  const isKnown = random.chance(0.9);
  const amounts = isKnown
    ? { total_investment: { money: { minor: String(minor), currency } } }
    : {};
  const project = record(`P${at}`, { amounts, events: [{ stage, date: '2021-03-01' }] });
  return [project, isKnown ? [stage, currency, minor] : undefined];
}

/** The share between two neighbours of a sorted list, exact to a tenth of the smallest part. */
function expectedQuantile(ascending: readonly bigint[], tenths: number): bigint {
  const place = (ascending.length - 1) * tenths;
  const [low, part] = [Math.floor(place / 10), BigInt(place % 10)];
  const [a = 0n, b = a] = [ascending[low], ascending[low + 1]];
  return a * 10n + (b - a) * part;
}

describe.each(engines)('project sizes on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());
  const put = async (records: readonly ProjectRecord[]): Promise<void> => {
    const note = { author: 'test', kind: 'import', reason: 'test', origin: 'own' } as const;
    await writeRevision(db, note, (trx, id) => putProjects(trx, id, records));
  };

  test('are those of the list, stage by stage and unit by unit', async () => {
    db = await open();
    const random = randomOf(11);
    const projects = Array.from({ length: 400 }, (_, at) => randomProject(random, at));
    await put(projects.map(([record]) => record));
    const sizes = projects.flatMap(([, size]) => (size === undefined ? [] : [size]));
    const { rows, units } = await readDistribution(db, { ...own, measure: 'total_investment' });
    expect(units).toEqual(['CNY', 'JPY']);
    expect(rows.reduce((sum, row) => sum + row.undisclosed, 0)).toBe(400 - sizes.length);
    const lines = rows.flatMap(({ stage, lines: ofStage }) =>
      ofStage.map((line) => ({ stage, ...line })),
    );
    expect(lines.some(({ projects: each }) => each === undefined)).toBe(true);
    for (const { stage, unit, ...line } of lines) {
      const all = sizes.filter(([at, of]) => at === stage && of === unit).map(([, , one]) => one);
      const above = all.filter((one) => one > 0n).toSorted((a, b) => (a < b ? -1 : 1));
      expect([line.count, line.not_positive]).toEqual([above.length, all.length - above.length]);
      const digits = minorDigits(unit);
      for (const [value, tenths, fewest] of [
        [line.median, 5, 2],
        [line.p10, 1, 5],
        [line.p90, 9, 5],
      ] as const)
        if (above.length < fewest) expect(value).toBeUndefined();
        else
          expect(scaleByTen(value ?? '0', digits + 1)).toBe(
            String(expectedQuantile(above, tenths)),
          );
      for (const { bin, count } of line.bins) {
        const [low, high] = [edgeOfBin(bin), edgeOfBin(bin + 1)];
        const inside = above.filter((one) => {
          const value = scaleByTen(String(one), -digits);
          return compareDecimal(value, low) >= 0 && compareDecimal(value, high) < 0;
        });
        expect(count).toBe(inside.length);
      }
      expect(line.bins.reduce((sum, { count }) => sum + count, 0)).toBe(above.length);
      expect(line.projects?.length).toBe(above.length > mostDots ? undefined : above.length);
    }
  });

  test('do not depend on the order of the rows, and every measure is read', async () => {
    db = await open();
    await fillSample(db, 'sample');
    const sample = { ...own, origin: 'sample', as_of: '2021-04-16' } as const;
    for (const measure of distributionMeasures)
      expect((await readDistribution(db, { ...sample, measure })).rows.length).toBeGreaterThan(0);
    const { rows, left_out } = await readDistribution(db, {
      ...sample,
      measure: 'total_investment',
    });
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(27);
    expect(rows.reduce((sum, { undisclosed }) => sum + undisclosed, 0)).toBe(3);
    expect(left_out).toEqual({ lost: 1, on_hold: 1, withdrawn: 1 });
    const jobs = await readDistribution(db, { ...sample, measure: 'jobs_plan' });
    expect(jobs.units).toEqual(['jobs']);
  });

  test('have no row without a project, and no figure where nothing is disclosed', async () => {
    db = await open();
    const read = () => readDistribution(db, { ...own, measure: 'total_investment' });
    expect(await read()).toMatchObject({ rows: [], units: [] });
    await put([record('A', { amounts: {} }), record('B', { amounts: {} })]);
    expect(await read()).toMatchObject({
      rows: [{ count: 2, undisclosed: 2, lines: [] }],
      units: [],
    });
  });
});

test('the edges of bins are round and ascend', () => {
  expect([-1, 0, 3, 10, 95].map(edgeOfBin)).toEqual(['0.8', '1', '2', '10', '3150000000']);
  const edges = Array.from({ length: 100 }, (_, at) => toNumber(edgeOfBin(at - 40)));
  expect(edges).toEqual(edges.toSorted((a, b) => a - b));
  expect(binEdges).toHaveLength(10);
});
