import type { Text } from '#domain/values/language.ts';
import { z } from '#contract/core/zod.ts';
import { languages } from '#domain/values/language.ts';
import { text } from '#contract/core/primitives.ts';
import { logoLimits, logoTypes } from '#domain/zone/report/report-logo.ts';
import { reportFileFormats } from '#domain/zone/report/report-schedule.ts';
import { reportSections } from '#domain/zone/report/report-template.ts';

const noneTwice = (items: readonly string[]): boolean => new Set(items).size === items.length;
const twice = 'must name each one once';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal');
const side = z.number().int().min(logoLimits.leastSide).max(logoLimits.mostSide);
export const reportLogoSchema = z.strictObject({
  sha256: sha256Schema,
  file: text(200),
  type: z.enum(logoTypes),
  width: side,
  height: side,
});
const makeChoiceList = <T extends readonly string[]>(choices: T) =>
  z.array(z.enum(choices)).min(1).max(choices.length).refine(noneTwice, twice);
const scheduleSchema = z.strictObject({
  formats: makeChoiceList(reportFileFormats),
  languages: makeChoiceList(languages),
  notes: z.literal(true).exactOptional(),
});

/** The zone's own template of reports. `line` is the schema of a text of one line. */
export const makeReportTemplateSchema = <T extends z.ZodType<Text>>(line: T) =>
  z.strictObject({
    sections: makeChoiceList(reportSections).exactOptional(),
    issuer: z.exactOptional(line),
    contact: z.exactOptional(line),
    signature: z.exactOptional(line),
    logo: reportLogoSchema.exactOptional(),
    schedule: scheduleSchema.exactOptional(),
  });
