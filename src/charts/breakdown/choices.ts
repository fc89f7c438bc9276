import type { ChartChoice, ChartContext } from '#charts/kit/definition.ts';
import {
  type BreakdownKey,
  type BreakdownMeasure,
  breakdownKeys,
  breakdownMeasures,
  findBreakdownKey,
  isPossible,
  isRatio,
  listStacks,
} from '#domain/analysis/breakdown.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { nameKey } from './data/names.ts';
import { breakdownLabels } from './labels/index.ts';

/** The default comes first. */
const measures: readonly BreakdownMeasure[] = [
  'total_investment',
  ...breakdownMeasures.filter((measure) => measure !== 'total_investment'),
];
const keys: readonly BreakdownKey[] = [
  'industry',
  ...breakdownKeys.filter((key) => key !== 'industry'),
];
export const breakdownForms = ['stacked', 'grouped', 'multiples', 'matrix'] as const;

/** The choices of a reader for a breakdown: measure, groups, parts and form. */
export function breakdownChoices(
  _overview: Overview,
  { language, options }: ChartContext,
): readonly ChartChoice[] {
  const words = breakdownLabels[language];
  const measure = measures.find((one) => one === options.measure) ?? 'total_investment';
  const possible = keys.filter((key) => isPossible(measure, key));
  const chosenKey = findBreakdownKey(options.by);
  const by = chosenKey !== undefined && isPossible(measure, chosenKey) ? chosenKey : 'industry';
  const stacks = listStacks(measure, by);
  const stack = stacks.find((one) => one === options.stack) ?? stacks[0];
  const writeName = (key: BreakdownKey): string =>
    key === 'year' && measure === 'exits' ? words.yearOfExit : nameKey(key, language);
  const isRatioMeasure = isRatio(measure);
  return [
    {
      option: 'measure',
      label: words.choices.measure,
      changes_data: true,
      values: measures.map((value) => ({ value, label: words.measures[value] })),
    },
    {
      option: 'by',
      label: words.choices.by,
      changes_data: true,
      takes: 'columns',
      values: possible.map((value) => ({ value, label: writeName(value) })),
    },
    ...(isRatioMeasure
      ? []
      : [
          {
            ...({ option: 'stack', label: words.choices.stack, changes_data: true } as const),
            values: stacks.map((value) => ({
              value,
              label: value === 'none' ? words.undivided : words.keys[value],
            })),
          },
        ]),
    ...(isRatioMeasure || stack === 'none'
      ? []
      : [
          {
            ...({ option: 'form', label: words.choices.form, changes_data: false } as const),
            values: breakdownForms.map((value) => ({ value, label: words.forms[value] })),
          },
        ]),
  ];
}
