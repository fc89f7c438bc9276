import { measures, type ProjectRecord } from '#domain/project.ts';
import type { Planned, Work } from './work.ts';

type Sum = Planned['preview']['sums'][number];
/** Sums by measure and currency over all rows that would be stored; two currencies are never added. */
export function sumsOf(all: readonly ProjectRecord[]): Sum[] {
  return measures.flatMap((measure) => {
    const totals = new Map<string, { minor: bigint; count: number }>();
    let seen = 0;
    let valued = 0;
    for (const { facts } of all) {
      const amount = facts.amounts[measure];
      if (amount) seen += 1;
      if (!amount?.money) continue;
      valued += 1;
      const sum = totals.get(amount.money.currency) ?? { minor: 0n, count: 0 };
      totals.set(amount.money.currency, { minor: sum.minor + BigInt(amount.money.minor), count: sum.count + 1 });
    }
    return seen === 0
      ? []
      : [...totals].map(([currency, { minor, count }]) => ({
          measure,
          currency,
          minor: minor.toString(),
          count,
          missing: all.length - valued,
        }));
  });
}

/** Warns where the median project is implausibly small or large under the unit (domain reference 2.2, 3). */
export function checkMedian(all: readonly ProjectRecord[], work: Work): void {
  const values = all
    .flatMap(({ facts }) =>
      facts.amounts.total_investment?.money?.currency === 'CNY' ? [Number(facts.amounts.total_investment.money.minor)] : [],
    )
    .sort((a, b) => a - b);
  const median = values[Math.floor(values.length / 2)];
  if (median !== undefined && (median < 1e8 || median > 1e13))
    work.problems.add('unit_implausible', {}, { value: `CNY ${Math.round(median / 100)}` });
}
