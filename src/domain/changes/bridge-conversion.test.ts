import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convertBridge } from './bridge-conversion.ts';
import { reconciles } from './bridge.fixture.ts';
import { makeBridge, type Transition } from './bridge.ts';
import type { StageAmounts } from './bridge-steps.ts';
import type { ExchangeRate } from './exchange-rate.ts';
import { defaultStageMapping as mapping } from '#domain/projects/stage.ts';

const request = {
  from: '2021-03-16',
  to: '2021-04-16',
  measure: 'total_investment',
  mapping,
} as const;
const yen = (day: string, rate: string): ExchangeRate => ({
  base: 'JPY',
  quote: 'CNY',
  day,
  per_units: 100,
  rate,
  source: 'CFETS',
});
const amountIn = (currency: string, stage: StageAmounts['stage'] = 'operation'): StageAmounts => ({
  stage,
  status: 'active',
  currency,
});
const stayed = (currency: string, from_minor: bigint, to_minor: bigint): Transition => ({
  from: amountIn(currency),
  to: amountIn(currency),
  count: 1,
  from_minor,
  to_minor,
  revised: from_minor === to_minor ? 0 : 1,
});
const minors = (bridge: ReturnType<typeof makeBridge>) =>
  Object.fromEntries(
    (bridge.groups[0]?.steps ?? []).map(({ kind, amounts }) => [
      kind,
      amounts.map((a) => `${a.minor} ${a.currency}`),
    ]),
  );

test('the effect of exchange rates is a step apart from revisions at the rate of the second day', () => {
  const bridge = makeBridge(
    [stayed('CNY', 1000n, 1500n), stayed('JPY', 10_000n, 20_000n)],
    request,
  );
  const rates = [yen('2021-03-01', '6'), yen('2021-04-01', '5')];
  const conversion = convertBridge(bridge, {
    basis: 'each_day',
    currency: 'CNY',
    from: rates,
    to: rates,
  });
  // 10,000 yen are worth 600.00 yuan at 6 and 500.00 at 5; the further 10,000 are revised at 5
  expect(minors(conversion)).toMatchObject({
    opening: ['61000 CNY'],
    new: [],
    established: [],
    lost: [],
    revised: ['50500 CNY'],
    exchange_rate: ['-10000 CNY'],
    closing: ['101500 CNY'],
  });
  expect(conversion.rates).toEqual({ kind: 'each_day', currency: 'CNY', used: rates });
  const constant = convertBridge(bridge, {
    basis: 'closing_day',
    currency: 'CNY',
    from: [],
    to: rates,
  });
  expect(minors(constant)['exchange_rate']).toEqual(['0 CNY']);
  expect(constant.rates).toMatchObject({ kind: 'closing_day', used: [yen('2021-04-01', '5')] });
});

test('a missing rate on one day prevents the conversion and is named', () => {
  const bridge = makeBridge(
    [stayed('CNY', 1000n, 1500n), stayed('JPY', 10_000n, 20_000n)],
    request,
  );
  const rates = [yen('2021-04-01', '5')];
  const refusal = convertBridge(bridge, {
    basis: 'each_day',
    currency: 'CNY',
    from: rates,
    to: rates,
  });
  expect(refusal).toEqual({
    ...bridge,
    rates: { kind: 'missing', currency: 'CNY', without: [{ currency: 'JPY', day: '2021-03-16' }] },
  });
});

test('the bridge adds up at any rates, and closing has the rates of the second day', () => {
  const currency = fc.constantFrom('CNY', 'JPY', 'USD');
  const stage = fc.constantFrom('lead', 'operation', 'unknown' as const);
  const side = fc
    .record({ currency, stage })
    .map((s): StageAmounts => amountIn(s.currency, s.stage as StageAmounts['stage']));
  const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 17n });
  const project = fc
    .record({ from: fc.option(side), to: fc.option(side), from_minor: amount, to_minor: amount })
    .map(
      (p): Transition => ({
        ...compact({
          from: p.from === null ? undefined : p.from,
          to: p.to === null ? undefined : p.to,
        }),
        count: 1,
        from_minor: p.from === null ? 0n : p.from_minor,
        to_minor: p.to === null ? 0n : p.to_minor,
        revised: 1,
      }),
    );
  const rate = fc.integer({ min: 1, max: 10 ** 8 }).map((n) => (n / 1e4).toFixed(4));
  fc.assert(
    fc.property(
      fc.array(project, { maxLength: 40 }),
      fc.array(rate, { minLength: 4, maxLength: 4 }),
      (projects, [a, b, c, d]) => {
        const rates = [
          yen('2021-03-01', a as string),
          yen('2021-04-01', b as string),
          { ...yen('2021-03-01', c as string), base: 'USD', per_units: 1 },
          { ...yen('2021-04-01', d as string), base: 'USD', per_units: 1 },
        ];
        for (const to of ['CNY', 'JPY', 'USD']) {
          const conversion = convertBridge(makeBridge(projects, request), {
            basis: 'each_day',
            currency: to,
            from: rates,
            to: rates,
          });
          expect(conversion.groups.map(reconciles)).toEqual([true, true]);
          expect(
            conversion.groups
              .flatMap(({ steps }) => steps.flatMap(({ amounts }) => amounts))
              .every((x) => x.currency === to),
          ).toBe(true);
          // with the rates of one day there is no effect of rates, not even from rounding
          const alike = convertBridge(makeBridge(projects, request), {
            basis: 'closing_day',
            currency: to,
            from: [],
            to: rates,
          });
          const effects = alike.groups.flatMap(({ steps }) =>
            steps.filter(({ kind }) => kind === 'exchange_rate'),
          );
          expect(effects.map(({ amounts }) => amounts)).toEqual([
            [{ minor: '0', currency: to }],
            [{ minor: '0', currency: to }],
          ]);
        }
      },
    ),
    { numRuns: 200 },
  );
});
