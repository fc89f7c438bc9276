import { isReportPeriod } from '#domain/report/report-period.ts';
import type { SharedOverview } from '#domain/redaction/shared-overview.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { analysisOptions } from '#contract/analysis/query.ts';
import { conversionQuery } from '#contract/changes/schemas.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import {
  asOfQuery,
  compare,
  count,
  cur,
  dataStatus,
  isoDate,
  knownAt,
  lang,
  noInput,
  plan,
  text,
} from '#contract/core/primitives.ts';
import { sharedOverviewSchema } from '#contract/links/shared-schemas.ts';
import { overviewSchema } from '#contract/overview/schemas.ts';
import { projectFilters } from '#contract/projects/schemas.ts';
import { documentFiles } from './constants.ts';
import { pictureQuery } from '#contract/core/picture-query.ts';
import { reportSchema } from './report-schemas.ts';

/** A month or a quarter, 1900 to 2200. */
const documentPeriod = z
  .string()
  .max(7)
  .refine(
    (s) => isReportPeriod(s) && Number(s.slice(0, 4)) >= 1900 && Number(s.slice(0, 4)) <= 2200,
    'must be a quarter as 2021Q1 or a month as 2021-03',
  );
/**
 * The state of the register that a document shows. `period` is a month or a quarter: its last day,
 * compared with the last day before it. Without a period, `as_of` and `compare` apply. The filters
 * are those of the list of projects.
 */
const documentQuery = z.strictObject({
  ...projectFilters,
  period: documentPeriod.exactOptional(),
  compare,
  lang,
  plan,
  cur,
  csv: pictureQuery.csv,
});
export type DocumentQuery = Infer<typeof documentQuery>;
const reportQuery = z.strictObject({
  period: documentPeriod.exactOptional(),
  ...asOfQuery,
  compare,
  lang,
  plan,
  cur,
});
export type ReportQuery = Infer<typeof reportQuery>;
export const chartQuery = z.strictObject({
  ...asOfQuery,
  compare,
  plan,
  ...pictureQuery,
  /** For the chart of changes only, like `rates`. */
  known_from: knownAt.exactOptional(),
  ...conversionQuery,
  /** Replaces the chart's own title. */
  title: text(200).exactOptional(),
  /** Leaves out the dated marks of decisions and notes. */
  marks: z.literal('off').exactOptional(),
  /** For analysis charts only. */
  ...analysisOptions,
});
export type ChartQuery = Infer<typeof chartQuery>;

const documentEntrySchema = z.strictObject({
  file: z.enum(documentFiles),
  /** Ids of its tables and other parts, in their order. */
  parts: z.array(z.string()),
});
export type DocumentEntry = Infer<typeof documentEntrySchema>;
const documentListSchema = z.strictObject({
  items: z.array(documentEntrySchema),
  as_of: isoDate,
  compare: isoDate.exactOptional(),
  revision: count,
  /**
   * Projects that match the filters. Omitted where projects are not known, as `projects_total` is.
   */
  projects: count.exactOptional(),
  projects_total: count.exactOptional(),
  first_known_day: isoDate.exactOptional(),
  data_status: dataStatus,
  /** Quarters and months that have data, newest first. */
  quarters: z.array(z.string()),
  months: z.array(z.string()),
});
export type DocumentList = Infer<typeof documentListSchema>;
/** A report as content, and the overview from which its figures are drawn. */
const reportReplySchema = z.strictObject({
  report: reportSchema,
  overview: typeSchema<Overview>(overviewSchema),
});
export type ReportReply = Infer<typeof reportReplySchema>;
const byFile = z.strictObject({ file: text(100) });

export const exportSchemas = {
  listCharts: {
    ...noInput,
    query: z.strictObject({ lang }),
    reply: z.strictObject({
      items: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          formats: z.array(z.string()),
          sizes: z.array(z.string()),
        }),
      ),
    }),
  },
  overviewTotals: {
    ...noInput,
    query: z.strictObject({ ...asOfQuery, compare, plan }),
    reply: typeSchema<SharedOverview>(sharedOverviewSchema),
  },
  report: { ...noInput, query: reportQuery, reply: reportReplySchema },
  listDocuments: { ...noInput, query: documentQuery, reply: documentListSchema },
  document: { ...noInput, params: byFile, query: documentQuery, reply: z.unknown() },
  chart: { ...noInput, params: byFile, query: chartQuery, reply: z.unknown() },
} as const;
