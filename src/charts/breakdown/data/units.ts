import { breakdownWords } from '#charts/breakdown/labels/index.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import { fullText, type MeasureUnit, measureUnit, valueText } from '#charts/kit/text/units.ts';
import {
  type Breakdown,
  type BreakdownMeasure,
  isRatio,
  ratioOrSum,
} from '#domain/analysis/breakdown.ts';
import { type Cell, type CellSum, findSum } from '#domain/analysis/cell.ts';
import { largestValue } from '#domain/overview/money-units.ts';
import { currencyLabel } from '#domain/values/currency/currency-units.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';

/** How the values of one unit are written: one multiple for all of a chart. */
export interface ValueUnit {
  /** The unit of the sums: a currency, `projects` or `jobs`. */
  readonly unit: string;
  readonly measure: BreakdownMeasure;
  readonly displayUnit: MeasureUnit;
  /** For a heading, as CN¥ mn per mu. */
  readonly word: string;
}

/** A breakdown beside another one. Both take the multiple of the larger value of each unit. */
export type SizedBreakdown = Breakdown & {
  readonly like?: Readonly<Record<string, Decimal>>;
  /** By unit: the keys of the groups that have a value on one of the sides, the largest first. */
  readonly order?: Readonly<Record<string, readonly string[]>>;
};

/** Finds the largest value of a chart in a unit. All other values take its multiple. */
export function largest({ groups, total, measure, like }: SizedBreakdown, unit: string): Decimal {
  const own = like?.[unit];
  if (own !== undefined) return own;
  const cells = [total.total, ...groups.map((group) => group.total)];
  return largestValue(
    cells.flatMap((cell) => {
      const sum = findSum(cell, unit);
      return sum === undefined ? [] : (ratioOrSum(sum, measure) ?? []);
    }),
  );
}

/** The unit in which the sums of a breakdown in one currency, jobs or projects are written. */
export function valueUnit(breakdown: SizedBreakdown, unit: string, language: Language): ValueUnit {
  const { measure } = breakdown;
  const words = breakdownWords[language];
  const like = largest(breakdown, unit);
  if (measure === 'jobs_per_100m') {
    const jobsUnit = { ...measureUnit('jobs', language, like), digits: 1 };
    const hundred = measureUnit(unit, language, '100000000');
    return {
      unit,
      measure,
      displayUnit: jobsUnit,
      word: words.perAmount(jobsUnit.word, fullText('100000000', hundred)),
    };
  }
  if (measure === 'fdi_realised') {
    const percentUnit = measureUnit('percent', language, like);
    const currency =
      breakdown.units.length > 1
        ? frameWords[language].brackets(currencyLabel(unit, language))
        : '';
    return { unit, measure, displayUnit: percentUnit, word: `${percentUnit.word}${currency}` };
  }
  const ownUnit = measureUnit(unit, language, like);
  return {
    unit,
    measure,
    displayUnit: ownUnit,
    word: isRatio(measure) ? words.perMu(ownUnit.word) : ownUnit.word,
  };
}

/** Finds the value of a cell in a unit. @returns undefined if nothing is known in it */
export function findValue(cell: Cell, { unit, measure }: ValueUnit): Decimal | undefined {
  const sum: CellSum | undefined = findSum(cell, unit);
  return sum === undefined ? undefined : ratioOrSum(sum, measure);
}

/** A value without its unit. */
export const writeValue = (value: Decimal, { displayUnit }: ValueUnit): string =>
  valueText(value, displayUnit);

/** A value with its unit, for a title or a tooltip. */
export function writeFull(value: Decimal, { displayUnit, measure, word }: ValueUnit): string {
  if (!isRatio(measure) || measure === 'fdi_realised')
    return fullText(value, displayUnit, displayUnit.digits);
  const [number, rest] = [valueText(value, displayUnit), word];
  return displayUnit.language === 'en' ? `${number} (${rest})` : `${number}${rest}`;
}
