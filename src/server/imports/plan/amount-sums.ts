import { minorDigits, type WireMoney } from '#domain/values/money.ts';
import { classifyMagnitude } from '#server/imports/values/magnitude.ts';
import { measures, type Measure, type ProjectRecord } from '#domain/projects/project.ts';
import type { PlannedImport, ImportContext } from '#server/imports/context/import-context.ts';

type Sum = PlannedImport['facts']['sums'][number];
interface SumSoFar {
  minor: bigint;
  count: number;
}

/**
 * Sums by measure and currency over all projects of the file. Currencies are never added to each
 * other.
 */
export class SumTally {
  readonly #totals = new Map<Measure, Map<string, SumSoFar>>();
  readonly #valueCounts = new Map<Measure, number>();
  /** Planned investments in major units by currency, for the median. */
  readonly #investments = new Map<string, number[]>();
  readonly #industries = new Map<string, number>();
  #all = 0;

  /** Adds the amounts of a project to the sums of their currencies. */
  add({ facts }: ProjectRecord): void {
    this.#all += 1;
    if (facts.industry !== undefined)
      this.#industries.set(facts.industry, (this.#industries.get(facts.industry) ?? 0) + 1);
    for (const measure of measures) {
      const money = facts.amounts[measure]?.money;
      if (!money) continue;
      const totals = this.#totals.get(measure) ?? new Map<string, SumSoFar>();
      this.#totals.set(measure, totals);
      const sum = totals.get(money.currency) ?? { minor: 0n, count: 0 };
      sum.minor += BigInt(money.minor);
      sum.count += 1;
      totals.set(money.currency, sum);
      this.#valueCounts.set(measure, (this.#valueCounts.get(measure) ?? 0) + 1);
      if (measure === 'total_investment') this.#addInvestment(money);
    }
  }

  sums(): Sum[] {
    return measures.flatMap((measure) =>
      [...(this.#totals.get(measure) ?? [])].map(([currency, { minor, count }]) => ({
        measure,
        currency,
        minor: minor.toString(),
        count,
        missing: this.#all - (this.#valueCounts.get(measure) ?? 0),
      })),
    );
  }
  /**
   * Lists the industries by number of projects, the largest first. Equal ones are in the order of
   * the file.
   */
  industries(): string[] {
    return [...this.#industries].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  }
  #addInvestment(money: WireMoney): void {
    const values = this.#investments.get(money.currency) ?? [];
    this.#investments.set(money.currency, values);
    values.push(Number(money.minor) / 10 ** minorDigits(money.currency));
  }
  /**
   * Warns if the size of a currency's median project is implausible in this unit. Asks if it is
   * impossible (domain reference 2.2, 3).
   */
  checkMedian({ problems, questions }: ImportContext): void {
    for (const [currency, values] of this.#investments) {
      const median = values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
      const size = classifyMagnitude(median, currency);
      const value = `${currency} ${Math.round(median)}`;
      if (size !== 'usual') problems.add('unit_implausible', {}, { value });
      if (size === 'impossible')
        questions.ask('magnitude', 'q_magnitude', [questions.choice('right', 'c_unit_right')], {
          values: { value },
        });
    }
  }
}
