import { DefaultQueryExecutor } from 'kysely';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type BreakdownKey,
  type BreakdownMeasure,
  type BreakdownStack,
  breakdownKeys,
  breakdownMeasures,
  breakdownStacks,
  isPossible,
  ratioOrSum,
} from '#domain/analysis/breakdown.ts';
import type { Cell } from '#domain/analysis/cell.ts';
import { ladderRungs } from '#domain/analysis/money-ladder.ts';
import { agreementTypes, type ProjectRecord } from '#domain/projects/project.ts';
import type { ReasonCode } from '#domain/projects/reason.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import { readBreakdown } from '#server/analysis/breakdown-store.ts';
import { readMoneyLadder } from '#server/analysis/money-ladder-store.ts';
import type { Db } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { fillSample } from '#server/samples/service.ts';
import { type Random, randomOf } from '../../oracle/cases/random.ts';
import { type ListedProject, type Place, readFromList } from '../../oracle/figures/breakdown.ts';
import { compare, fraction, parseDecimal, subtract } from '../../oracle/figures/fraction.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { record } from '../../setup/api/store-records.ts';

const own = {
  origin: 'own',
  as_of: '2021-06-30',
  base_currency: 'CNY',
  filters: {},
  zones: {},
} as const;
const sample = { ...own, origin: 'sample', as_of: '2021-04-16' } as const;
const established = ['registered', 'construction', 'operation', 'full_capacity'];
const moneyMeasures = [
  ...ladderRungs,
  'output_plan',
  'output_actual',
  'contracted_fdi',
  'utilised_fdi',
] as const;

/** Keys without a column, which are tried with some measures only. */
const factKeys: readonly BreakdownKey[] = ['channel', 'agreement', 'extension'];
const fewKeys: readonly BreakdownKey[] = ['year', 'agreement'];
const fewMeasures: readonly BreakdownMeasure[] = ['count', 'paid_in', 'jobs_plan', 'fdi_realised'];

/** A project with random facts, for the store and as a line of the oracle's list. */
function randomProject(random: Random, at: number): [ProjectRecord, ListedProject] {
  const code = `P${at}`;
  const stage = random.pick(stages);
  const status = random.chance(0.7) ? 'active' : random.pick(statuses);
  const ended = status !== 'active' && status !== 'on_hold' && status !== 'unlisted';
  const maybe = <T>(value: T): T | undefined => (random.chance(0.75) ? value : undefined);
  const words = {
    industry: maybe(random.pick(['eco', 'ict', '生物 医药', "O'Neil"])),
    zone: maybe(random.pick(['production', 'life'])),
    country: maybe(random.pick(['JPN', 'CHN', 'DEU'])),
    prefecture: maybe(random.pick(['03', '14', '45'])),
    investor: maybe(`Investor ${random.integer(0, 30)}`),
    owner: maybe(random.pick(['Li', '田中'])),
    source_channel: maybe(random.pick(['Fair', '商协会'])),
    agreement_type: maybe(random.pick(agreementTypes)),
    extended_project: random.chance(0.3) ? 'P1' : undefined,
  };
  const year = String(random.integer(2015, 2021));
  const reason: ReasonCode = random.pick(['market', 'financing', 'policy']);
  const money = Object.fromEntries(
    moneyMeasures.flatMap((measure) => {
      const currency = random.pick(['CNY', 'CNY', 'JPY', 'USD']);
      const minor = random.chance(0.05)
        ? 4_611_686_018_427_387_904n
        : BigInt(random.integer(-500_000, 90_000_000));
      return random.chance(0.7) ? [[measure, { minor, currency }]] : [];
    }),
  );
  const land = maybe(random.chance(0.1) ? 0 : random.integer(1, 900_000) / 1000);
  const jobs = maybe(random.integer(0, 900));
  const defined = Object.fromEntries(
    Object.entries(words).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
  const { source_channel: channel = '', agreement_type: agreement = '' } = defined;
  const extension = defined['extended_project'] === undefined ? '' : 'extension';
  const signingYear = stage === 'signed' ? year : '';
  const keys = { ...defined, channel, agreement, extension, stage, year: signingYear, reason: '' };
  return [
    record(code, {
      ...defined,
      amounts: Object.fromEntries(
        Object.entries(money).map(([measure, { minor, currency }]) => [
          measure,
          { money: { minor: String(minor), currency } },
        ]),
      ),
      ...compact({ land_mu: land }),
      ...(jobs === undefined ? {} : { jobs_plan: jobs, jobs_actual: jobs * 2 }),
      events: [{ stage, date: `${year}-03-01` }],
      status:
        status === 'active'
          ? []
          : [{ status, date: '2021-02-01', ...(ended ? { reason_code: reason } : {}) }],
    }),
    {
      code,
      status,
      keys: ended ? { ...keys, year: '2021', reason } : keys,
      money,
      ...(land === undefined ? {} : { land: parseDecimal(String(land)) }),
      ...(jobs === undefined ? {} : { jobs: { jobs_plan: jobs, jobs_actual: jobs * 2 } }),
    },
  ];
}

/** A cell of the product in the form of the oracle, with ratios to four digits. */
function printCell(cell: Cell, measure: BreakdownMeasure): unknown {
  const sums = cell.sums.flatMap((sum) => {
    const value = ratioOrSum(sum, measure);
    return value === undefined ? [] : [[sum.unit, sum.count, value]];
  });
  return { count: cell.count, unknown: cell.undisclosed, codes: cell.codes ?? [], sums };
}
function expectPlace(cell: Cell, place: Place | undefined, measure: BreakdownMeasure): void {
  expect(cell.codes ?? []).toEqual(place?.codes ?? []);
  expect(cell.undisclosed).toBe(place?.unknown ?? 0);
  expect(cell.sums.map(({ unit, count }) => [unit, count]).toSorted()).toEqual(
    [...(place?.sums ?? [])].map(([unit, { n }]) => [unit, n]).toSorted(),
  );
  for (const sum of cell.sums) {
    const value = ratioOrSum(sum, measure);
    const expected = place?.sums.get(sum.unit)?.value;
    if (value === undefined || expected === undefined) continue;
    const difference = subtract(parseDecimal(value), expected);
    const size = difference.n < 0n ? { ...difference, n: -difference.n } : difference;
    expect(
      compare(
        size,
        fraction(measure.includes('per_') || measure === 'fdi_realised' ? 1 : 0, 20_000),
      ),
      JSON.stringify([printCell(cell, measure), String(expected.n), String(expected.d)]),
    ).toBeLessThanOrEqual(0);
  }
}

describe.each(engines)('the analysis on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());
  const put = async (records: readonly ProjectRecord[]): Promise<void> => {
    const note = { author: 'test', kind: 'import', reason: 'test', origin: 'own' } as const;
    await writeRevision(db, note, (trx, id) => putProjects(trx, id, records));
  };

  test('each breakdown of a random register equals the one from its list', async () => {
    db = await open();
    const random = randomOf(14);
    const projects = Array.from({ length: 120 }, (_, at) => randomProject(random, at));
    await put(projects.map(([record]) => record));
    const list = projects.map(([, listed]) => listed);
    const cases = breakdownMeasures.flatMap((measure) =>
      breakdownKeys.flatMap((by) =>
        breakdownStacks
          .filter((stack) => isPossible(measure, by) && isPossible(measure, stack))
          .filter((stack) => stack === 'stage' || by === 'industry')
          .filter(() => !factKeys.includes(by) || fewMeasures.includes(measure))
          .filter(() => !measure.includes('fdi') || fewKeys.includes(by))
          .map((stack): [BreakdownMeasure, BreakdownKey, BreakdownStack] => [measure, by, stack]),
      ),
    );
    for (const [measure, by, stack] of cases) {
      const expected = readFromList(list, { measure, by, stack });
      const { groups, parts } = await readBreakdown(db, { ...own, measure, by, stack });
      expect(groups.map(({ key }) => key).toSorted()).toEqual([...expected.keys()].toSorted());
      for (const { key = '', cells, total } of groups) {
        expectPlace(total, expected.get(key)?.all, measure);
        for (const [at, cell] of cells.entries())
          expectPlace(cell, expected.get(key)?.parts.get(parts[at]?.key ?? ''), measure);
      }
    }
  });

  test('the ladder of a random register has the sums of four breakdowns', async () => {
    db = await open();
    const random = randomOf(15);
    await put(Array.from({ length: 90 }, (_, at) => randomProject(random, at)[0]));
    for (const by of ['industry', 'stage', 'year'] as const) {
      const { groups, total } = await readMoneyLadder(db, { ...own, by });
      for (const [at, measure] of ladderRungs.entries()) {
        const breakdown = await readBreakdown(db, { ...own, measure, by, stack: 'none' });
        const rungs = new Map(groups.map(({ key, rungs }) => [key, rungs[at]]));
        for (const { key, total: expected } of breakdown.groups)
          expect(rungs.get(key)).toEqual({ ...expected, codes: undefined });
        expect(total.rungs[at]).toEqual({ ...breakdown.total.total, codes: undefined });
      }
    }
  });

  test('the rungs and pairs of a ladder are added up in one pass over the projects', async () => {
    db = await open();
    await fillSample(db, 'sample');
    const executed = vi.spyOn(DefaultQueryExecutor.prototype, 'executeQuery');
    await readMoneyLadder(db, { ...sample, by: 'industry' });
    const queries = executed.mock.calls.map(([{ sql }]) => sql);
    executed.mockRestore();
    // the sums, what is left out, and the codes of a small register
    expect(queries.filter((sql) => sql.includes('project_version'))).toHaveLength(3);
  });

  test('the sample gives the figures of the domain reference', async () => {
    db = await open();
    await fillSample(db, 'sample');
    const query = { ...sample, filters: { stage: established } };
    const read = (measure: BreakdownMeasure) =>
      readBreakdown(db, { ...query, measure, by: 'industry', stack: 'stage' });
    const money = await read('total_investment');
    expect(money.total.total.sums).toEqual([{ unit: 'CNY', count: 7, value: '2800000000' }]);
    expect(money.concentration['CNY']?.projects).toEqual({
      n: 7,
      top: '0.321429',
      cr3: '0.696429',
      hhi: '2028.06',
      effective: '4.931',
      normalised: '0.06994',
    });
    const ratio = async (measure: BreakdownMeasure) =>
      (await read(measure)).total.total.sums.map((sum) => [
        sum.count,
        sum.base,
        ratioOrSum(sum, measure),
      ]);
    expect(await ratio('investment_per_mu')).toEqual([[5, '690', '3695652.1739']]);
    expect(await ratio('output_per_mu')).toEqual([[5, '690', '9855072.4638']]);
    expect(await ratio('jobs_per_100m')).toEqual([[7, '2800000000', '65.3571']]);
    const all = await readBreakdown(db, {
      ...sample,
      measure: 'total_investment',
      by: 'industry',
      stack: 'stage',
    });
    expect(all.groups.map(({ key, total }) => [key, total.sums[0]?.value])).toEqual([
      ['eco', '3110000000'],
      ['material', '1370000000'],
      ['energy', '1280000000'],
      ['ict', '1050000000'],
      ['bio', '820000000'],
      ['services', '290000000'],
    ]);
    expect(all.total.total).toMatchObject({ count: 27, undisclosed: 3 });
    expect(all.left_out).toEqual({ lost: 1, on_hold: 1, withdrawn: 1 });
    const { total } = await readMoneyLadder(db, { ...sample, by: 'industry' });
    expect(total.rungs.map(({ sums }) => [sums[0]?.count, sums[0]?.value])).toEqual([
      [24, '7920000000'],
      // the sample states no contracted amount
      [undefined, undefined],
      [7, '1045000000'],
      [7, '1052000000'],
    ]);
    const exits = await readBreakdown(db, {
      ...sample,
      measure: 'exits',
      by: 'stage',
      stack: 'reason',
    });
    expect(exits.total.total.codes).toEqual(['D01', 'D02']);
  });

  test('filters, projects of a link and earlier revisions count as elsewhere', async () => {
    db = await open();
    await put([record('A', { industry: 'eco' }), record('B', { industry: 'ict' })]);
    await put([record('B', { industry: 'eco' }), record('C', {})]);
    const read = async (more: object) =>
      (
        await readBreakdown(db, {
          ...own,
          ...more,
          measure: 'count',
          by: 'industry',
          stack: 'none',
        })
      ).groups.map(({ key, total }) => [key, total.count]);
    expect(await read({})).toEqual([
      ['eco', 2],
      ['', 1],
    ]);
    expect(await read({ without: ['B'] })).toEqual([
      ['eco', 1],
      ['', 1],
    ]);
    expect(await read({ filters: { industry: ['eco'] } })).toEqual([['eco', 2]]);
    expect(await read({ knownRevision: 1 })).toEqual([
      ['eco', 1],
      ['ict', 1],
    ]);
    expect(await read({ as_of: '2019-12-31' })).toEqual([]);
  });
});
