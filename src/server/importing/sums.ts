import { measures, type Measure, type ProjectRecord } from '#domain/project.ts';
import type { Planned, Work } from './work.ts';

type Sum = Planned['facts']['sums'][number];
interface Added {
  minor: bigint;
  count: number;
}

/** Sums by measure and currency over all projects that the file gives; two currencies are never added. */
export class SumTally {
  readonly #totals = new Map<Measure, Map<string, Added>>();
  readonly #valued = new Map<Measure, number>();
  /** Total investments in fen, for the median. */
  readonly #yuan: number[] = [];
  readonly #industries = new Map<string, number>();
  #all = 0;

  add({ facts }: ProjectRecord): void {
    this.#all += 1;
    if (facts.industry !== undefined) this.#industries.set(facts.industry, (this.#industries.get(facts.industry) ?? 0) + 1);
    for (const measure of measures) {
      const money = facts.amounts[measure]?.money;
      if (!money) continue;
      const totals = this.#totals.get(measure) ?? new Map<string, Added>();
      this.#totals.set(measure, totals);
      const sum = totals.get(money.currency) ?? { minor: 0n, count: 0 };
      sum.minor += BigInt(money.minor);
      sum.count += 1;
      totals.set(money.currency, sum);
      this.#valued.set(measure, (this.#valued.get(measure) ?? 0) + 1);
      if (measure === 'total_investment' && money.currency === 'CNY') this.#yuan.push(Number(money.minor));
    }
  }

  sums(): Sum[] {
    return measures.flatMap((measure) =>
      [...(this.#totals.get(measure) ?? [])].map(([currency, { minor, count }]) => ({
        measure,
        currency,
        minor: minor.toString(),
        count,
        missing: this.#all - (this.#valued.get(measure) ?? 0),
      })),
    );
  }
  /** The industries, those with most projects first; of as many, in the order of the file. */
  industries(): string[] {
    return [...this.#industries].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  }
  /** Warns where the median project is implausibly small or large under the unit (domain reference 2.2, 3). */
  checkMedian(work: Work): void {
    const values = this.#yuan.sort((a, b) => a - b);
    const median = values[Math.floor(values.length / 2)];
    if (median !== undefined && (median < 1e8 || median > 1e13))
      work.problems.add('unit_implausible', {}, { value: `CNY ${Math.round(median / 100)}` });
  }
}
