import type { Measure, MeasureUnit } from '#domain/measures/measure.ts';
import type { BreakdownMeasure, RatioMeasure } from '#domain/analysis/breakdown.ts';
import { measureTerms, projectFieldTerms } from '#domain/labels/projects/field.ts';
import type { Text } from '#domain/values/language.ts';
import { sameWords } from '#domain/values/term.ts';
import { breakdownTexts } from './labels/analysis/index.ts';

const version = 1;
const findTerm = (name: string): Text => projectFieldTerms[name] ?? sameWords(name);

/** A sum of one fact of the projects of a group. */
const sum = (name: Text, unit: MeasureUnit): Measure => ({
  name,
  ...breakdownTexts.sum,
  unit,
  source: 'register',
  version,
});
/** A ratio of two facts of the same projects. */
const ratio = (texts: Pick<Measure, 'name' | 'formula'>): Measure => ({
  ...texts,
  ...breakdownTexts.ratio,
  unit: 'ratio',
  source: 'register',
  version,
});

type BreakdownId = `breakdown_${BreakdownMeasure}`;
type RatioId = `breakdown_${RatioMeasure}`;

const ratioMeasureList = {
  breakdown_investment_per_mu: ratio(breakdownTexts.breakdown_investment_per_mu),
  breakdown_output_per_mu: ratio(breakdownTexts.breakdown_output_per_mu),
  breakdown_jobs_per_100m: ratio(breakdownTexts.breakdown_jobs_per_100m),
  breakdown_fdi_realised: ratio(breakdownTexts.breakdown_fdi_realised),
} as const satisfies Record<RatioId, Measure>;

/** The figures of a breakdown. */
export const breakdownMeasureList = {
  breakdown_count: {
    ...breakdownTexts.breakdown_count,
    unit: 'projects',
    source: 'register',
    version,
  },
  breakdown_exits: {
    ...breakdownTexts.breakdown_exits,
    unit: 'projects',
    source: 'register',
    version,
  },
  breakdown_total_investment: sum(measureTerms.total_investment, 'money'),
  breakdown_contracted_amount: sum(measureTerms.contracted_amount, 'money'),
  breakdown_paid_in: sum(measureTerms.paid_in, 'money'),
  breakdown_fai_done_total: sum(measureTerms.fai_done_total, 'money'),
  breakdown_output_plan: sum(measureTerms.output_plan, 'money'),
  breakdown_output_actual: sum(measureTerms.output_actual, 'money'),
  breakdown_contracted_fdi: sum(measureTerms.contracted_fdi, 'money'),
  breakdown_utilised_fdi: sum(measureTerms.utilised_fdi, 'money'),
  breakdown_jobs_plan: sum(findTerm('jobs_plan'), 'jobs'),
  breakdown_jobs_actual: sum(findTerm('jobs_actual'), 'jobs'),
  ...ratioMeasureList,
} as const satisfies Record<BreakdownId, Measure>;

/** The figures beside the groups of a breakdown. */
export const groupMeasures = {
  group_share: {
    ...breakdownTexts.group_share,
    unit: 'percent',
    source: 'register',
    version,
  },
  group_known: {
    ...breakdownTexts.group_known,
    unit: 'projects',
    source: 'register',
    version,
  },
  group_unknown: {
    ...breakdownTexts.group_unknown,
    unit: 'projects',
    source: 'register',
    version,
  },
  size_point: {
    ...breakdownTexts.size_point,
    unit: 'of_fact',
    source: 'register',
    version,
  },
  ratio_part: {
    ...breakdownTexts.ratio_part,
    unit: 'of_fact',
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
