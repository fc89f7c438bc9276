import {
  type BreakdownKey,
  findBreakdownKey,
  type BreakdownMeasure,
  breakdownMeasures,
  isCountMeasure,
  isRatio,
  listStacks,
} from '#domain/analysis/breakdown.ts';
import type { AnalysisParts } from '#domain/analysis/analysis-parts.ts';
import { eventMeasures } from '#domain/analysis/events/event-series.ts';
import { readScenario, fromScenarioText } from '#domain/outlook/scenario/scenario.ts';
import { readVersus } from '#domain/overview/read-versus.ts';
import { isColumnKey } from '#domain/projects/fields/own-column.ts';
import { compact } from '#domain/values/compact.ts';
import type { RedactionProfile } from '#domain/redaction/profile.ts';

/**
 * Why a link does not show a chart. `owner`, `investor`, `channel`: no link shows these.
 * `column`: the sender did not allow a column of the register.
 * `industry`, `dates`, `targets`: the link omits this section. `amounts`: the link hides
 * amounts. `single_amounts`: the chart shows amounts of single projects, which the link hides.
 * `scenario`: its difference from the base would reveal them. `few`: too few investors are behind
 * the amounts. `gone`: the chart no longer has a chosen option, or the indicator may not be shared.
 * `removed`: the saved chart was removed. `redistribution`: it shows facts that may not be
 * redistributed.
 */
export const chartRefusals = [
  'owner',
  'investor',
  'channel',
  'column',
  'industry',
  'dates',
  'targets',
  'amounts',
  'single_amounts',
  'scenario',
  'few',
  'gone',
  'removed',
  'redistribution',
] as const;
export type ChartRefusal = (typeof chartRefusals)[number];

/** The choices of a link for an analysis chart, as the address of the chart has them. */
export interface ChosenChart {
  readonly id: string;
  readonly measure?: string;
  readonly by?: string;
  readonly stack?: string;
  readonly event?: string;
  readonly period?: string;
  readonly form?: string;
  readonly zoom?: string;
  readonly currency?: string;
  readonly owner?: string;
  readonly channel?: string;
  readonly column?: string;
  /** Whether the sender allows readers to see texts of columns that are no field. */
  readonly shows_columns?: boolean;
  readonly unit?: string;
  readonly investor?: string;
  readonly scenario?: string;
  /** The other side of its comparison, as its address has it. */
  readonly versus?: string;
}

/** The options of a chosen chart. */
export const optionsOf = ({
  measure,
  by,
  stack,
  event,
  period,
  form,
  currency,
  zoom,
}: Omit<ChosenChart, 'id'>) => compact({ measure, by, stack, event, period, form, currency, zoom });

/** Whether a link hides no single amount. */
export const showsEveryAmount = ({
  names,
  amounts,
}: Pick<RedactionProfile, 'names' | 'amounts'>): boolean => names === 'shown' && amounts === 'all';
/**
 * Whether sums need no check, also for readers with other knowledge. An excluded project would
 * follow from a published total.
 */
export const showsEverySum = (profile: RedactionProfile): boolean =>
  showsEveryAmount(profile) && profile.without.length === 0;

function refuseAmounts(profile: RedactionProfile): ChartRefusal | undefined {
  if (profile.amounts === 'none') return 'amounts';
  return showsEverySum(profile) ? undefined : 'single_amounts';
}

/** The measure, groups and parts of a breakdown, with the defaults of the chart. */
function readBreakdown({ measure, by, stack }: ChosenChart) {
  const of: BreakdownMeasure =
    breakdownMeasures.find((one) => one === measure) ?? 'total_investment';
  const key: BreakdownKey = findBreakdownKey(by) ?? 'industry';
  return { measure: of, keys: [key, stack ?? listStacks(of, key)[0] ?? 'none'] };
}

function refuseKeys(
  keys: readonly string[],
  { sections }: RedactionProfile,
): ChartRefusal | undefined {
  if (keys.includes('owner')) return 'owner';
  if (keys.includes('investor')) return 'investor';
  if (keys.includes('channel')) return 'channel';
  return keys.includes('industry') && !sections.includes('industries') ? 'industry' : undefined;
}

function refuseBreakdown(chart: ChosenChart, profile: RedactionProfile): ChartRefusal | undefined {
  const { measure, keys } = readBreakdown(chart);
  const refusal = refuseKeys(keys, profile);
  if (refusal !== undefined || isCountMeasure(measure)) return refusal;
  if (isRatio(measure)) return refuseAmounts(profile);
  return profile.amounts === 'none' ? 'amounts' : undefined;
}

function refuseSeries({ measure = 'projects' }: ChosenChart, profile: RedactionProfile) {
  if (measure === 'projects') return undefined;
  if (eventMeasures.some((one) => one === measure)) return refuseAmounts(profile);
  return profile.sections.includes('targets') ? undefined : 'targets';
}

/**
 * Whether a scenario moves the amounts of single projects, so that its difference reveals them.
 */
const movesProjects = (scenario: string): boolean => {
  const { pace_months: _, ...moved } = readScenario(fromScenarioText(scenario) ?? {}) ?? {};
  return Object.keys(moved).length > 0;
};

function refuseOutlook({ scenario = '' }: ChosenChart, profile: RedactionProfile) {
  if (!profile.sections.includes('targets')) return 'targets';
  return movesProjects(scenario) && !showsEveryAmount(profile) ? 'scenario' : undefined;
}

type Rule = (chart: ChosenChart, profile: RedactionProfile) => ChartRefusal | undefined;
/** Links always show counts. */
const allow: Rule = () => undefined;
const needsTargets: Rule = (_, { sections }) =>
  sections.includes('targets') ? undefined : 'targets';
/** The rule of each part that an analysis chart draws. A part without a rule does not compile. */
const rules: { readonly [Part in keyof AnalysisParts]-?: Rule } = {
  breakdown: refuseBreakdown,
  series: refuseSeries,
  money_ladder: ({ by = 'industry' }, profile) =>
    refuseKeys([by], profile) ?? refuseAmounts(profile),
  distribution: (_, profile) => refuseAmounts(profile),
  timeline: (_, { sections }) => (sections.includes('milestones') ? undefined : 'dates'),
  completeness: ({ by }) => (by === 'owner' ? 'owner' : undefined),
  forecasts: needsTargets,
  outlook: refuseOutlook,
  stage_time: allow,
  funnel: allow,
};
const isPart = (name: string): name is keyof AnalysisParts => Object.hasOwn(rules, name);

/** Whether groups, filters or a comparison of a chart are those of a column that is no field. */
export const namesColumn = ({ by = '', column, versus = '' }: ChosenChart): boolean => {
  const other = readVersus(versus);
  return (
    isColumnKey(by) || column !== undefined || (other?.kind === 'group' && other.field === 'column')
  );
};

/**
 * Finds why the choices of a link do not allow a chart, for any content of the register.
 * @param needs - the parts of an overview that the chart draws
 * @returns undefined if the choices allow the chart
 */
export function findChartRefusal(
  chart: ChosenChart,
  profile: RedactionProfile,
  needs: readonly string[],
): ChartRefusal | undefined {
  const versus = readVersus(chart.versus ?? '');
  const field = versus?.kind === 'group' ? versus.field : undefined;
  if (chart.owner !== undefined || chart.unit !== undefined) return 'owner';
  if (field === 'owner' || field === 'unit') return 'owner';
  if (chart.investor !== undefined || field === 'investor') return 'investor';
  if (chart.channel !== undefined) return 'channel';
  if (namesColumn(chart) && chart.shows_columns !== true) return 'column';
  const refusals = needs.map((part) => (isPart(part) ? rules[part](chart, profile) : undefined));
  return refusals.find((refusal) => refusal !== undefined);
}
