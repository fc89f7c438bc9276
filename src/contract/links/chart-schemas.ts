import { chartRefusals } from '#domain/redaction/analysis/chart-refusal.ts';
import type { ComparableParts } from '#domain/analysis/analysis-parts.ts';
import { versusFields } from '#domain/analysis/versus.ts';
import { analysisOptions } from '#contract/analysis/query.ts';
import { breakdownSchemas } from '#contract/analysis/breakdown-schemas.ts';
import { eventSchemas } from '#contract/analysis/event-schemas.ts';
import { projectAnalysisSchemas } from '#contract/analysis/project-schemas.ts';
import { addedWords } from '#contract/analysis/added-words.ts';
import { id, isoDate, text, textInAllLanguages } from '#contract/core/primitives.ts';
import { pickFigures } from '#contract/core/unknown-projects.ts';
import { typeSchema, z } from '#contract/core/zod.ts';
import { outlookSchema } from '#contract/outlook/schemas.ts';
import { forecastRecordsSchema } from '#contract/targets/schemas.ts';

const { scenario: _, ...options } = analysisOptions;
/** An analysis chart of a link with its choices and filters, as its address has them. */
export const linkChartSchema = z.strictObject({
  id,
  /** The saved chart that it was made from. Once that is removed, the link says so. */
  saved: text(60).exactOptional(),
  measure: id.exactOptional(),
  ...options,
  /** The words that were saved with the chart when the link was made. Readers see them. */
  words: z.strictObject(addedWords).exactOptional(),
  /** The sender allows readers to see texts of columns that are no field of the product. */
  shows_columns: z.literal(true).exactOptional(),
});
/** The assumptions of an outlook that differ from the base, as the address of its page has them. */
export const linkScenario = analysisOptions.scenario;

const parts = z.strictObject({
  outlook: outlookSchema.exactOptional(),
  stage_time: pickFigures(projectAnalysisSchemas.stageTime.reply).exactOptional(),
  timeline: pickFigures(projectAnalysisSchemas.projectTimeline.reply).exactOptional(),
  completeness: pickFigures(projectAnalysisSchemas.completeness.reply).exactOptional(),
  breakdown: pickFigures(breakdownSchemas.breakdown.reply).exactOptional(),
  distribution: pickFigures(breakdownSchemas.distribution.reply).exactOptional(),
  money_ladder: pickFigures(breakdownSchemas.moneyLadder.reply).exactOptional(),
  forecasts: forecastRecordsSchema.exactOptional(),
  series: pickFigures(eventSchemas.series.reply).exactOptional(),
  funnel: pickFigures(eventSchemas.funnel.reply).exactOptional(),
});
const versus = z.union([
  z.strictObject({ kind: z.literal('day'), day: isoDate }),
  z.strictObject({
    kind: z.literal('group'),
    field: z.enum(versusFields),
    values: z.array(text(200)).max(100),
  }),
]);
/** The data of the chart, redacted, and the other side of its comparison, redacted with it. */
export const sharedAnalysisSchema = typeSchema<ComparableParts>(
  parts.extend({
    compared: z
      .strictObject({
        versus,
        base: z.array(text(200)),
        function_zones: z.array(z.strictObject({ id, name: textInAllLanguages })).exactOptional(),
        parts,
      })
      .exactOptional(),
  }),
);
/** Why the chart is not shown. */
export const withheldSchema = z.enum(chartRefusals);
