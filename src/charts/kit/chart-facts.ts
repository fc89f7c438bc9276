import type { ChartOptions } from '#charts/kit/definition.ts';
import {
  type BreakdownMeasure,
  breakdownMeasures,
  type BreakdownStack,
  type FieldKey,
  isRatio,
  type RatioMeasure,
} from '#domain/analysis/breakdown.ts';
import { isColumnKey } from '#domain/projects/fields/own-column.ts';
import type { WithholdableField } from '#domain/zone/rights/redistribution.ts';

/** The facts behind a ratio of a breakdown. */
const ratioFacts: Readonly<Record<RatioMeasure, readonly WithholdableField[]>> = {
  investment_per_mu: ['total_investment', 'land_mu'],
  output_per_mu: ['output_plan', 'land_mu'],
  jobs_per_100m: ['jobs_plan', 'total_investment'],
  fdi_realised: ['utilised_fdi', 'contracted_fdi'],
};
/** The fact whose values are the names of groups. Undefined for names that are never withheld. */
const groupFacts: Readonly<Record<FieldKey | BreakdownStack, WithholdableField | undefined>> = {
  none: undefined,
  stage: undefined,
  industry: 'industry',
  zone: 'zone',
  country: 'country',
  prefecture: 'prefecture',
  investor: 'investor',
  owner: 'owner',
  year: undefined,
  reason: undefined,
  channel: 'source_channel',
  agreement: 'agreement_type',
  extension: 'extended_project',
};
const findGroupFact = (key: string): WithholdableField | undefined =>
  isColumnKey(key) ? 'extra' : groupFacts[key as keyof typeof groupFacts];

/** Lists the facts that the groups and the parts of a chart name. The default group is the industry. */
export const listGroupFacts = ({
  by = 'industry',
  stack = 'none',
}: ChartOptions): readonly WithholdableField[] =>
  [by, stack].flatMap((key) => findGroupFact(key) ?? []);

const listFacts = (measure: BreakdownMeasure): readonly WithholdableField[] => {
  if (measure === 'count' || measure === 'exits') return [];
  return isRatio(measure) ? ratioFacts[measure] : [measure];
};
/** Lists the facts behind the measure of a chart. The default is the planned investment. */
export const listMeasureFacts = ({ measure }: ChartOptions): readonly WithholdableField[] =>
  listFacts(breakdownMeasures.find((one) => one === measure) ?? 'total_investment');
