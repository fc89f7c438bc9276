import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import {
  fullText,
  type GroupSums,
  groupsUnit,
  type MeasureUnit,
  measureUnit,
  valueText,
} from '#charts/kit/text/units.ts';
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
import { isCurrency } from '#domain/values/money.ts';

/** How the values of one unit are written: one multiple for all of a chart. */
export interface ValueUnit {
  /** The unit of the sums: a currency, `projects` or `jobs`. */
  readonly unit: string;
  readonly measure: BreakdownMeasure;
  readonly displayUnit: MeasureUnit;
  /** For a heading, as CN¥ mn per mu. */
  readonly word: string;
}

/** A breakdown beside another one. Both take the multiple that fits the values of both. */
export type SizedBreakdown = Breakdown & {
  /** By unit: the values of both sides. */
  readonly sums?: Readonly<Record<string, GroupSums>>;
  /** By unit: the keys of the groups that have a value on one of the sides, the largest first. */
  readonly order?: Readonly<Record<string, readonly string[]>>;
};

/** Lists the values of breakdowns side by side in a unit: of groups, and of their parts. */
export function listSums(breakdowns: readonly Breakdown[], unit: string): GroupSums {
  const read = (measure: BreakdownMeasure, cells: readonly Cell[]): readonly Decimal[] =>
    cells.flatMap((cell) => {
      const sum = findSum(cell, unit);
      return sum === undefined ? [] : (ratioOrSum(sum, measure) ?? []);
    });
  return {
    most: largestValue(
      breakdowns.flatMap(({ groups, total, measure }) =>
        read(measure, [total.total, ...groups.map((group) => group.total)]),
      ),
    ),
    groups: breakdowns.flatMap(({ groups, measure }) =>
      read(
        measure,
        groups.flatMap(({ total, cells }) => [total, ...cells]),
      ),
    ),
  };
}

/** The unit in which the sums of a breakdown in one currency, jobs or projects are written. */
export function valueUnit(breakdown: SizedBreakdown, unit: string, language: Language): ValueUnit {
  const { measure } = breakdown;
  const words = breakdownLabels[language];
  const sums = breakdown.sums?.[unit] ?? listSums([breakdown], unit);
  const like = sums.most;
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
      breakdown.units.length > 1 ? kitLabels[language].brackets(currencyLabel(unit, language)) : '';
    return { unit, measure, displayUnit: percentUnit, word: `${percentUnit.word}${currency}` };
  }
  const ownUnit =
    isCurrency(unit) && !isRatio(measure)
      ? groupsUnit(unit, language, sums)
      : measureUnit(unit, language, like);
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
