import { add, type Fraction, fraction, subtract, zero } from '../fraction.ts';
import type { Facts } from './facts.ts';

export const rungs = [
  'total_investment',
  'contracted_amount',
  'paid_in',
  'fai_done_total',
] as const;
export type Rung = (typeof rungs)[number];
/** The later rung over the earlier one. */
export const pairs: readonly (readonly [Rung, Rung])[] = [
  ['total_investment', 'contracted_amount'],
  ['total_investment', 'paid_in'],
  ['contracted_amount', 'paid_in'],
  ['total_investment', 'fai_done_total'],
  ['paid_in', 'fai_done_total'],
];

interface RungSum {
  readonly unknown: number;
  readonly sums: ReadonlyMap<string, { readonly n: number; readonly sum: Fraction }>;
}
const digits = (currency: string): bigint => (currency === 'JPY' ? 1n : 100n);
const moneyOf = (facts: Facts, rung: Rung) => {
  const money = facts.amounts[rung]?.money;
  return money === undefined
    ? undefined
    : { unit: money.currency, value: fraction(BigInt(money.minor), digits(money.currency)) };
};
const total = (list: readonly Fraction[]): Fraction => list.reduce(add, zero);

/** The sum of one rung over projects, currency by currency. */
export function rungSum(projects: readonly Facts[], rung: Rung): RungSum {
  const amounts = projects.flatMap((facts) => moneyOf(facts, rung) ?? []);
  const units = Map.groupBy(amounts, ({ unit }) => unit);
  return {
    unknown: projects.length - amounts.length,
    sums: new Map(
      [...units].map(([unit, own]) => [
        unit,
        { n: own.length, sum: total(own.map(({ value }) => value)) },
      ]),
    ),
  };
}

export interface PairSum {
  readonly count: number;
  readonly base: Fraction;
  readonly value: Fraction;
  readonly over: number;
  readonly excess: Fraction;
  readonly short: number;
  readonly shortfall: Fraction;
}
/** Two rungs of the projects that state both in a currency: what exceeds, and what falls short. */
export function pairSum(
  projects: readonly Facts[],
  [of, has]: readonly [Rung, Rung],
  unit: string,
): PairSum {
  const both = projects.flatMap((facts) => {
    const [base, value] = [moneyOf(facts, of), moneyOf(facts, has)];
    if (base?.unit !== unit || value?.unit !== unit) return [];
    return [{ base: base.value, value: value.value, rest: subtract(value.value, base.value) }];
  });
  const [above, below] = [
    both.filter(({ rest }) => rest.n > 0n),
    both.filter(({ rest }) => rest.n < 0n),
  ];
  return {
    count: both.length,
    base: total(both.map(({ base }) => base)),
    value: total(both.map(({ value }) => value)),
    over: above.length,
    excess: total(above.map(({ rest }) => rest)),
    short: below.length,
    shortfall: subtract(zero, total(below.map(({ rest }) => rest))),
  };
}
