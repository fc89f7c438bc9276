import { analysisOptions } from '#contract/analysis/query.ts';
import { count, filledText, id, isoDate, noInput, plan, text } from '#contract/core/primitives.ts';
import { chartQuery } from '#contract/exports/schemas.ts';
import { addedWords } from '#contract/analysis/added-words.ts';
import { type Infer, z } from '#contract/core/zod.ts';

/** The view of a chart, as its address holds it. Without a day the chart shows the newest. */
const savedViewSchema = z.strictObject({
  chart: id,
  as_of: isoDate.exactOptional(),
  plan,
  measure: id.exactOptional(),
  ...analysisOptions,
  table: z.literal(true).exactOptional(),
});
export type SavedView = Infer<typeof savedViewSchema>;

const content = {
  title: filledText(200),
  ...addedWords,
  view: savedViewSchema,
  /** Everyone with access to the zone sees it. Otherwise only its owner does. */
  is_shared: z.boolean(),
  /** The overview of everyone who sees the chart shows it. */
  is_pinned: z.boolean(),
  /** The report includes it. Only a chart for everyone can be included. */
  is_in_report: z.boolean(),
};
const inputSchema = z.strictObject(content);
export type SavedChartInput = Infer<typeof inputSchema>;
const savedChartSchema = z.strictObject({
  id: z.string(),
  ...content,
  owner: z.string(),
  /** Whether this person may change it. */
  may_change: z.boolean(),
  changed_at: z.string(),
  version: count,
});
export type SavedChart = Infer<typeof savedChartSchema>;
const savedFile = {
  ...noInput,
  params: z.strictObject({ id: text(60), file: text(100) }),
} as const;
const byId = { ...noInput, params: z.strictObject({ id: text(60) }) } as const;

export const savedChartSchemas = {
  listSavedCharts: { ...noInput, reply: z.strictObject({ items: z.array(savedChartSchema) }) },
  /** The file of a saved chart, with its texts. The query is that of the file of any chart. */
  savedChartFile: { ...savedFile, query: chartQuery, reply: z.unknown() },
  saveChart: { ...noInput, body: inputSchema, reply: savedChartSchema },
  changeSavedChart: { ...byId, body: inputSchema, reply: savedChartSchema },
  removeSavedChart: { ...byId, reply: z.strictObject({ id: z.string() }) },
} as const;
