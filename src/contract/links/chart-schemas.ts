import { chartRefusals } from '#domain/redaction/analysis/chart-refusal.ts';
import type { AnalysisParts } from '#domain/analysis/analysis-parts.ts';
import { analysisOptions } from '#contract/analysis/query.ts';
import { breakdownSchemas } from '#contract/analysis/breakdown-schemas.ts';
import { eventSchemas } from '#contract/analysis/event-schemas.ts';
import { projectAnalysisSchemas } from '#contract/analysis/project-schemas.ts';
import { id, text } from '#contract/core/primitives.ts';
import { typeSchema, z } from '#contract/core/zod.ts';
import { outlookSchema } from '#contract/outlook/schemas.ts';
import { forecastRecordsSchema } from '#contract/targets/schemas.ts';

// a chart beside another one is two charts: what both together give away is not checked
const { scenario: _, versus: _versus, ...options } = analysisOptions;
/** An analysis chart of a link with its choices and filters, as its address has them. */
export const linkChartSchema = z.strictObject({
  id,
  /** The saved chart that it was made from: once that is removed, the link says so. */
  saved: text(60).exactOptional(),
  measure: id.exactOptional(),
  ...options,
});
/** What an outlook assumes beside the base, as the address of its page has it. */
export const linkScenario = analysisOptions.scenario;

/** The part that the chart draws, redacted. */
export const sharedAnalysisSchema = typeSchema<AnalysisParts>(
  z.strictObject({
    outlook: outlookSchema.exactOptional(),
    stage_time: projectAnalysisSchemas.stageTime.reply.exactOptional(),
    timeline: projectAnalysisSchemas.projectTimeline.reply.exactOptional(),
    completeness: projectAnalysisSchemas.completeness.reply.exactOptional(),
    breakdown: breakdownSchemas.breakdown.reply.exactOptional(),
    distribution: breakdownSchemas.distribution.reply.exactOptional(),
    money_ladder: breakdownSchemas.moneyLadder.reply.exactOptional(),
    forecasts: forecastRecordsSchema.exactOptional(),
    series: eventSchemas.series.reply.exactOptional(),
    funnel: eventSchemas.funnel.reply.exactOptional(),
  }),
);
/** Why the chart is not shown. */
export const withheldSchema = z.enum(chartRefusals);
