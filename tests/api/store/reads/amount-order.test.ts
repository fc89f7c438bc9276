import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { findFactors } from '#server/currencies/converted-amount-store.ts';
import { putExchangeRate } from '#server/currencies/store.ts';
import { getReader, type Db } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { listActions } from '#server/projects/actions/action-list-store.ts';
import { boardRows } from '#server/work/board-store.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { compact } from '#domain/values/compact.ts';
import type { ExchangeRate } from '#domain/changes/exchange-rate.ts';
import type { Project } from '#domain/projects/project.ts';
import type { Money } from '#domain/values/money.ts';
import { engines } from '../../../setup/api/store-engines.ts';
import { record } from '../../../setup/api/store-records.ts';

const own = { origin: 'own', as_of: '2021-06-30', currency: 'EUR' } as const;
const makeRates = (dollar: string, yen: string): readonly ExchangeRate[] => {
  const rate = { day: '2021-06-01', per_units: 1, source: 'bank' } as const;
  return [
    { ...rate, base: 'USD', quote: 'EUR', rate: dollar },
    { ...rate, base: 'EUR', quote: 'JPY', rate: yen },
  ];
};
const currencies = ['EUR', 'USD', 'JPY', 'AED', undefined] as const;
const largest = 10n ** 18n;
/** More projects than are sorted without the index of amounts. */
const many = 2400;

/** An amount of any size, or one of those that are almost equal at a rate of 0.9 and of 131.7. */
const chooseMinor = (at: number, currency: string): bigint => {
  const step = BigInt(at % 13);
  if (at % 3 > 0) return BigInt((at * 7919) % 401) * 1000n * 10n ** BigInt(at % 9);
  if (currency === 'EUR') return (largest * 9n) / 10n - step;
  return currency === 'JPY' ? (largest * 9n * 1317n) / 1_000_000n - step * 2n : largest - step;
};
const toRecord = (at: number, money: Money | undefined) =>
  record(`P${String(at).padStart(4, '0')}`, {
    ...compact({ total: money }),
    events: [{ stage: at % 7 === 0 ? 'signed' : 'lead', date: '2020-01-01' }],
  });

/** The place of a project by exact arithmetic: its group, then its amount in euros as a fraction. */
function makePlace(rates: readonly ExchangeRate[]) {
  const factors = findFactors(rates, ['EUR', 'USD', 'JPY'], own);
  return ({ code, amounts }: Project) => {
    const { minor = '0', currency = '' } = amounts.total_investment?.money ?? {};
    const factor = factors.get(currency);
    return {
      code,
      currency,
      group: currency === '' ? 2 : factor === undefined ? 1 : 0,
      up: BigInt(minor) * (factor?.numerator ?? 1n),
      down: factor?.denominator ?? 1n,
    };
  };
}
type Place = ReturnType<ReturnType<typeof makePlace>>;
const compareTexts = (a: string, b: string) => Number(a > b) - Number(a < b);
function comparePlaces(a: Place, b: Place, sign: number): number {
  const [left, right] = [a.up * b.down, b.up * a.down];
  return (
    a.group - b.group ||
    sign * (Number(left > right) - Number(left < right)) ||
    compareTexts(a.currency, b.currency) ||
    compareTexts(a.code, b.code)
  );
}

describe.each(engines)('the order of amounts on $name', ({ name, open }) => {
  let db: Db;
  afterEach(async () => db.close());

  const write = (rates: readonly ExchangeRate[], amounts: readonly (Money | undefined)[]) =>
    writeRevision(
      db,
      { author: 'test', kind: 'import', reason: 'test', origin: 'own' },
      async (trx, revision) => {
        await putProjects(
          trx,
          revision,
          amounts.map((money, at) => toRecord(at, money)),
        );
        for (const rate of rates) await putExchangeRate(trx, revision, rate);
      },
    );
  /** Reads all pages of a list, up and down, and compares them with the exact order. */
  async function expectExactOrder(
    rates: readonly ExchangeRate[],
    query: { readonly limit: number; readonly stage?: string },
    count: number,
  ): Promise<void> {
    for (const sort of ['-total_investment', 'total_investment']) {
      const projects: Project[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await listProjects(db, { ...own, sort, ...query, ...compact({ cursor }) });
        expect(page.total).toBe(count);
        projects.push(...page.items);
        cursor = page.nextCursor;
        expect(projects.length).toBeLessThanOrEqual(count);
      }
      const places = projects.map(makePlace(rates));
      const sign = sort.startsWith('-') ? -1 : 1;
      const exact = places.toSorted((a, b) => comparePlaces(a, b, sign));
      expect(new Set(places.map(({ code }) => code)).size).toBe(count);
      expect(places.map(({ code }) => code)).toEqual(exact.map(({ code }) => code));
    }
  }

  /** Compares the columns of the board and the list of actions with the list of projects. */
  async function expectSameOrder(rates: readonly ExchangeRate[], limit: number): Promise<void> {
    const scope = { origin: own.origin, as_of: own.as_of };
    const filters = { currency: own.currency, attention: false, to_complete: false } as const;
    const { columns } = await boardRows(db, { ...scope, ...filters, limit }, ['lead', 'signed']);
    const { items } = await listProjects(db, { ...own, sort: '-total_investment', limit: 200 });
    for (const { stage, cards } of columns)
      expect(cards.map(({ code }) => code)).toEqual(
        items.flatMap((one) => (one.stage === stage ? [one.code] : [])).slice(0, limit),
      );
    const currencyList = currencies.flatMap((one) => one ?? []);
    const actions = await listActions(getReader(db), {
      scope,
      currency: own.currency,
      currencies: currencyList,
      limit: 200,
    });
    // leads are as many days over the limit, so that their amounts decide
    const leads = actions.rows
      .map(({ project }) => project)
      .filter(({ stage }) => stage === 'lead')
      .map(makePlace(rates))
      .filter(({ group }) => group === 0);
    const exact = leads.toSorted((a, b) =>
      comparePlaces({ ...a, currency: '' }, { ...b, currency: '' }, -1),
    );
    expect(leads.map(({ code }) => code)).toEqual(exact.map(({ code }) => code));
  }

  test('is that of converted amounts, for few and for many matches, up and down, page by page', async () => {
    db = await open();
    const rates = makeRates('0.9', '131.7');
    const amounts = Array.from({ length: many }, (_, at) => {
      const currency = currencies[(at * 7) % 5];
      return currency && { minor: chooseMinor(at, currency), currency };
    });
    await write(rates, amounts);
    await expectExactOrder(rates, { limit: 170 }, many);
    await expectExactOrder(rates, { limit: 60, stage: 'signed' }, Math.ceil(many / 7));
    const { unrated } = await listProjects(db, { ...own, sort: 'total_investment' });
    expect(unrated).toEqual(['AED']);
  });

  // seen to fail: doubles took amounts that differ in the last unit as equal
  test('is the same on the board and in the list of actions, to the last unit', async () => {
    db = await open();
    const rates = makeRates('0.9', '131.7');
    const amounts = Array.from({ length: 60 }, (_, at) => {
      const currency = currencies[at % 3] ?? 'EUR';
      return { minor: chooseMinor(at * 3, currency), currency };
    });
    await write(rates, amounts);
    await expectSameOrder(rates, 50);
  });

  const digits = fc.bigInt(1n, 10n ** 12n);
  const anyRate = fc.tuple(digits, fc.nat({ max: 8 })).map(([whole, point]) => {
    const text = String(whole).padStart(point + 1, '0');
    return point === 0 ? text : `${text.slice(0, -point)}.${text.slice(-point)}`;
  });
  const rate = fc.oneof(fc.constant('1'), anyRate);
  const minor = fc.oneof(
    fc.bigInt(0n, largest),
    fc.bigInt(largest - 3n, largest),
    fc.bigInt(-3n, 3n),
  );
  const amount = fc.option(
    fc.record({ minor, currency: fc.constantFrom('EUR', 'USD', 'JPY', 'AED') }),
    { nil: undefined },
  );
  test('neither skips nor repeats a project of any amounts and rates', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(amount, { minLength: 1, maxLength: 25 }),
        rate,
        rate,
        fc.integer({ min: 1, max: 4 }),
        async (amounts, dollar, yen, limit) => {
          db = await open();
          const rates = makeRates(dollar, yen);
          await write(rates, amounts);
          await expectExactOrder(rates, { limit }, amounts.length);
          await expectSameOrder(rates, limit);
          await db.close();
        },
      ),
      { numRuns: name === 'SQLite' ? 25 : 6 },
    );
    db = await open();
  }, 240_000);
});
