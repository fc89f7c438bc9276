import { compact } from '#domain/values/compact.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import { type Indicator, type Target, targetKey, type UnitPower } from '#domain/zone/indicator.ts';
import type { IndicatorTemplate } from '#domain/zone/templates/indicator-template.ts';
import { outputIndicators } from '#domain/zone/templates/output-indicators.ts';
import { indicatorTemplates } from '#domain/zone/templates/indicator-templates.ts';
import {
  findTemplate as findNamedTemplate,
  makeFromTemplate,
} from '#domain/zone/templates/template-use.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';

/** A unit in which values are typed: a unit or currency, times a power of ten. */
export interface TypedUnit {
  readonly unit: string;
  readonly power: UnitPower;
}
/** The years that the final target of a flow counts: all up to it, or the last one alone. */
export type FinalYears = 'sum_of_years' | 'final_year';
/** One indicator of a template with its first targets. Values are in its unit. */
export interface FirstTarget extends TypedUnit {
  readonly template: string;
  readonly annual?: Decimal;
  readonly final?: Decimal;
  readonly path: 'straight' | 'as_last_year';
  /** Default: the usual years of the template. */
  readonly covers?: FinalYears;
}
/** The years of the first targets, and where they come from. */
export interface FirstTargetYears {
  readonly year: number;
  readonly final_year: number;
  readonly source: string;
  readonly today: IsoDate;
}
type Zone = Pick<ZoneProfile, 'indicators' | 'targets' | 'base_currency'>;

/** Finds the template with an id. @returns undefined for an unknown id */
export const findTemplate = (id: string): IndicatorTemplate | undefined =>
  indicatorTemplates.find(({ indicator }) => indicator.id === id);

/**
 * Finds the one template of an indicator: that of its names, else that of its id. A zone abroad may
 * have given the id of another template to its indicator.
 */
function findTemplateOf({ id, name }: Indicator): IndicatorTemplate | undefined {
  const [named] = Object.values(name).flatMap((one) => findNamedTemplate(one) ?? []);
  return named ?? findTemplate(id);
}

/**
 * Finds the indicator of a zone that was made from a template.
 * @returns undefined if no indicator was made from it
 */
export const findIndicatorOf = (
  indicators: readonly Indicator[],
  template: IndicatorTemplate,
): Indicator | undefined => indicators.find((one) => findTemplateOf(one) === template);

/** The targets of an indicator that the set-up shows: the target of the year, and the final one. */
export const findFirstTargets = (
  targets: readonly Target[],
  indicator: string,
  year: number,
): { readonly annual: Target | undefined; readonly final: Target | undefined } => ({
  annual: targets.find(
    ({ indicator: of, period }) =>
      of === indicator && period?.kind === 'year' && period.year === year,
  ),
  final: targets.find(({ indicator: of, period }) => of === indicator && period === undefined),
});

/**
 * Finds the last year of the five-year plan that holds a year.
 * @returns a calendar year: 2030 for 2026
 */
export const planYear = (year: number): number => Math.ceil(year / 5) * 5;

/**
 * The years that the final target of a template usually counts. Plans promise an output for the last
 * year, and investment or trade for all years together.
 */
export const usualFinalYears = (template: string): FinalYears =>
  outputIndicators.includes(template) ? 'final_year' : 'sum_of_years';

/** Makes the target of a year, or the final one, of an indicator. */
function makeTarget(
  indicator: Indicator,
  value: Decimal,
  { comparator, path, covers }: Pick<Target, 'comparator'> & Pick<FirstTarget, 'path' | 'covers'>,
  { year, final_year, source, today }: FirstTargetYears,
  isFinal: boolean,
): Target {
  const isFlow = indicator.kind === 'annual_flow';
  return {
    indicator: indicator.id,
    comparator,
    value,
    deadline: `${isFinal ? final_year : year}-12-31`,
    baseline_date: `${year - 1}-12-31`,
    source,
    source_date: today,
    data_status: 'reported',
    ...compact({
      covers: isFinal && isFlow && covers === 'sum_of_years' ? covers : undefined,
      id: isFinal ? undefined : `${indicator.id}-${year}`,
      period: isFinal ? undefined : { kind: 'year' as const, year },
      plan: isFinal || !isFlow ? undefined : { path },
    }),
  };
}

/** Whether two targets promise the same, whatever their source. */
const isSame = (a: Target, b: Target): boolean =>
  JSON.stringify({ ...a, source: '', source_date: '' }) ===
  JSON.stringify({ ...b, source: '', source_date: '' });

/**
 * Puts the indicators and targets of the set-up among those of a zone. A target that stays the same
 * keeps its source; one whose value is emptied is removed.
 */
export function addFirstTargets(
  zone: Zone,
  rows: readonly FirstTarget[],
  years: FirstTargetYears,
): { readonly indicators: readonly Indicator[]; readonly targets: readonly Target[] } {
  let { indicators, targets } = zone;
  for (const row of rows) {
    const template = findTemplate(row.template);
    if (template === undefined) continue;
    const knownIndicator = findIndicatorOf(indicators, template);
    const base =
      knownIndicator ??
      makeFromTemplate(template, {
        currency: zone.base_currency,
        takenIds: indicators.map(({ id }) => id),
      });
    const { power: _, ...rest } = base;
    const indicator: Indicator = {
      ...rest,
      unit: row.unit,
      ...compact({ power: row.power === 0 ? undefined : row.power }),
    };
    indicators = knownIndicator
      ? indicators.map((one) => (one === knownIndicator ? indicator : one))
      : [...indicators, indicator];
    const old = findFirstTargets(targets, indicator.id, years.year);
    const covers = row.covers ?? usualFinalYears(row.template);
    const of = { comparator: template.comparator, path: row.path, covers };
    const firstTargets = [
      ...(row.annual === undefined ? [] : [makeTarget(indicator, row.annual, of, years, false)]),
      ...(row.final === undefined ? [] : [makeTarget(indicator, row.final, of, years, true)]),
    ].map((target) => {
      const same = targets.find((one) => targetKey(one) === targetKey(target));
      return same !== undefined && isSame(same, target) ? same : target;
    });
    targets = [
      ...targets.filter((one) => one !== old.annual && one !== old.final),
      ...firstTargets,
    ];
  }
  return { indicators, targets };
}
