import { addDecimal } from '#domain/values/decimal.ts';
import { isYearToDate, type Observation } from '#domain/zone/indicator.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import type { SeriesLayout } from './series-layout.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/**
 * Adds up quarters to year-to-date values. Drops a value if an earlier quarter of its year is
 * missing.
 */
function addUpQuarters(values: readonly Observation[]): Observation[] {
  const byPeriod = new Map(values.map((one) => [one.period, one]));
  return values.map((one) => {
    const year = one.period.slice(0, 4);
    const months = ['03', '06', '09', '12']
      .map((month) => `${year}-${month}`)
      .filter((period) => period <= one.period);
    const parts = months.map((period) => byPeriod.get(period)?.value);
    if (parts.some((part) => part === undefined)) {
      const { value: _, ...rest } = one;
      return { ...rest, missing: one.missing ?? 'not_reported' };
    }
    return {
      ...one,
      value: parts.reduce<string>((sum, part) => addDecimal(sum, part ?? '0'), '0'),
    };
  });
}

/**
 * Asks whether quarterly values of flow indicators count from January. Reports the meaning of
 * yearly values.
 * @returns the values as year-to-date values
 */
export function settlePeriods(
  context: ImportContext,
  layout: SeriesLayout,
  observations: readonly Observation[],
): readonly Observation[] {
  const { questions, problems, request } = context;
  if (layout.periods === 'year') problems.add('years_as_december', { index: layout.period });
  const flows = new Set(
    request.register.indicators.flatMap((one) => (isYearToDate(one) ? [one.id] : [])),
  );
  const isFlow = ({ indicator }: Observation): boolean => flows.has(indicator);
  if (layout.periods !== 'quarter' || !observations.some(isFlow)) return observations;
  questions.ask('quarter_values', 'q_quarter_values', [
    questions.choice('ytd', 'c_quarters_ytd'),
    questions.choice('alone', 'c_quarters_alone'),
  ]);
  if (readTextAnswer(request.answers, 'quarter_values') !== 'alone') return observations;
  const groups = Map.groupBy(observations.filter(isFlow), ({ indicator }) => indicator);
  return [
    ...observations.filter((one) => !isFlow(one)),
    ...[...groups.values()].flatMap(addUpQuarters),
  ];
}
