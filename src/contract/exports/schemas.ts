import { dataStatuses } from '#domain/values/data-status.ts';
import { isReportPeriod } from '#domain/report/report-period.ts';
import { documentFiles } from './endpoints.ts';
import { z } from '#contract/core/zod.ts';
import { count, isoDate } from '#contract/core/primitives.ts';

/** A month or a quarter, 1900 to 2200. */
export const documentPeriod = z
  .string()
  .max(7)
  .refine(
    (s) => isReportPeriod(s) && Number(s.slice(0, 4)) >= 1900 && Number(s.slice(0, 4)) <= 2200,
    'must be a quarter as 2021Q1 or a month as 2021-03',
  );
export const documentListSchema = z.strictObject({
  items: z.array(z.strictObject({ file: z.enum(documentFiles), parts: z.array(z.string()) })),
  as_of: isoDate,
  compare: isoDate.exactOptional(),
  revision: count,
  projects: count,
  projects_total: count.exactOptional(),
  data_status: z.enum(dataStatuses),
  quarters: z.array(z.string()),
  months: z.array(z.string()),
});
