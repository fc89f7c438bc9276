import type { ChartContext } from '#charts/kit/definition.ts';
import type { OfficeChart } from '#charts/kit/office-chart.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { findForm, hasNegatives } from './data/form.ts';
import { foldParts, partColumn } from './data/parts.ts';
import { subtitleText } from './data/subtitle.ts';
import { valueUnit } from './data/units.ts';
import { breakdownWords } from './labels/index.ts';

/**
 * Bars of each group in the first unit, in the order and colours of the drawing: stacked where the
 * drawing is, else side by side.
 */
export function breakdownOfficeChart(
  overview: Overview,
  { language, options }: ChartContext,
  _table: ChartTable,
): OfficeChart | undefined {
  const { breakdown } = overview;
  const [unit, ...others] = breakdown?.units ?? [];
  const words = breakdownWords[language];
  if (breakdown === undefined || unit === undefined) return undefined;
  const { measure, groups, parts } = breakdown;
  const form = findForm(breakdown, options.form);
  const { shown } = valueUnit(breakdown, unit, language);
  const { all } = foldParts(overview, breakdown, form, language);
  return {
    kind: 'bar',
    across: 'group',
    first: groups.length,
    subtitle: [
      subtitleText({ ...breakdown, units: [unit] }, form, language, false),
      ...(others.length > 0 ? [words.otherCurrencies] : []),
    ].join(frameWords[language].sentenceStop),
    ...(others.length > 0 ? { without_notes: [words.currencies] } : {}),
    stacked: form !== 'bars' && !hasNegatives(breakdown),
    unit: { id: measure === 'jobs_per_100m' ? 'jobs' : unit, like: String(shown.like) },
    series:
      form === 'bars'
        ? [{ name: words.measures[measure], colour: 'accent', column: 'value' }]
        : all.map(({ name, fill }, at) => ({
            name,
            colour: fill,
            column: partColumn(parts[at] ?? {}, at),
          })),
  };
}
