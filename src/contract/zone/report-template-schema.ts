import type { Text } from '#domain/values/language.ts';
import { z } from '#contract/core/zod.ts';
import { reportSections } from '#domain/zone/report/report-template.ts';

const noneTwice = (items: readonly string[]): boolean => new Set(items).size === items.length;
const twice = 'must name each one once';

/** The zone's own template of reports. `line` is the schema of a text of one line. */
export const makeReportTemplateSchema = <T extends z.ZodType<Text>>(line: T) =>
  z.strictObject({
    sections: z
      .array(z.enum(reportSections))
      .min(1)
      .max(reportSections.length)
      .refine(noneTwice, twice)
      .exactOptional(),
    issuer: z.exactOptional(line),
    contact: z.exactOptional(line),
    signature: z.exactOptional(line),
  });
