import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import { compact } from '#domain/values/compact.ts';
import { fromNumber, scaleByTen } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { formatInUnits, pageUnits } from '#domain/overview/money-units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { writeBareAmount } from '#charts/kit/text/amount-range.ts';
import { roundTicks, tickDigits } from '#charts/kit/style/scale.ts';
import { type MeasureUnit, numberText } from '#charts/kit/text/units.ts';
import { chartCurrency, secondaryUnit, pipelineUnit } from './amounts.ts';
import { stageGroup } from './stage-rows.ts';
import type { PipelineGroup, PipelineSeries } from './series-types.ts';
import { hasSpread } from './spread.ts';
import { noProjects } from './no-projects.ts';
import { pipelineChartLabels } from './labels/index.ts';
import { totalsOnly } from './totals.ts';

/** A log axis over all classes and dots, with a label at each power of ten. */
function logAxis(
  groups: readonly PipelineGroup[],
  overview: Overview,
  unit: MeasureUnit,
  language: Language,
):
  | { readonly min: number; readonly max: number; readonly ticks: PipelineSeries['ticks'] }
  | undefined {
  if (!hasSpread(overview)) return undefined;
  const rows = groups.flatMap((group) => group.rows);
  const ends = rows.flatMap(({ dots, spread }) => [
    ...(spread?.classes ?? []).flatMap(({ from, to }) => [from, to]),
    ...dots.flatMap(({ v }) => (v === null ? [] : [v])),
  ]);
  const [min, max] = [Math.min(...ends), Math.max(...ends)];
  const powers = Array.from({ length: 25 }, (_, at) => 10 ** (at - 12)).filter(
    (v) => v >= min * 0.999 && v <= max * 1.001,
  );
  const currency = chartCurrency(overview);
  const units = pageUnits(overview);
  const label = (v: number): string => {
    const exact = scaleByTen(fromNumber(v), unit.scale);
    return writeBareAmount(
      exact,
      currency,
      language,
      formatInUnits(exact, currency, units, language),
    );
  };
  return { min, max, ticks: powers.map((v) => ({ v, label: label(v) })) };
}

/**
 * Makes projects by stage: one dot per project, one row per stage, position by amount in one
 * currency.
 */
export function pipelineSeries(overview: Overview, language: Language): PipelineSeries {
  const unit = pipelineUnit(overview, language);
  const other = secondaryUnit(overview, language);
  const count = overview.strip.groups.reduce((sum, group) => sum + group.count, 0);
  const knownGroups = isCountUnknown(count, overview.undated) ? [] : overview.strip.groups;
  const groups = knownGroups.map((group) => stageGroup(group, overview, unit, language));
  const largest = groups
    .flatMap(({ rows }) =>
      rows.flatMap(({ dots, bar }) => (bar === undefined ? dots.map(({ v }) => v ?? 0) : [bar])),
    )
    .reduce((most, v) => Math.max(most, v), 0);
  const log = logAxis(groups, overview, unit, language);
  const max = log?.max ?? (largest > 0 ? largest : 1) * 1.05;
  const counts = totalsOnly(overview);
  // without any group nothing is known, and there is no axis
  if (groups.length === 0)
    return { unit: '', max, ticks: [], groups, empty: noProjects(overview, language) };
  const ticks = roundTicks(largest > 0 ? largest : 1, 5).filter(
    (v) => v <= max && (!counts || Number.isInteger(v)),
  );
  const digits = tickDigits(ticks);
  return {
    unit: unit.word,
    ...compact({ secondary: other?.word }),
    max,
    ...compact({
      logMin: log?.min,
      spreadColumns: log === undefined ? undefined : pipelineChartLabels[language].spreadColumns,
    }),
    ticks: log?.ticks ?? ticks.map((v) => ({ v, label: v === 0 ? '0' : numberText(v, digits) })),
    groups,
    ...compact({
      empty: count === 0 ? noProjects(overview, language) : undefined,
    }),
  };
}
