import { languages } from '#domain/values/language.ts';
import type { Report } from '#domain/report/report.ts';
import { reportSections } from '#domain/zone/report/report-template.ts';
import { reportLogoSchema } from '#contract/zone/report-template-schema.ts';
import { z, typeSchema } from '#contract/core/zod.ts';
import { dataStatus } from '#contract/core/primitives.ts';

const table = z.strictObject({
  columns: z.array(z.strictObject({ label: z.string(), right: z.boolean() })),
  rows: z.array(z.array(z.string())),
  more: z.string().exactOptional(),
  figures: z.array(z.array(z.string().nullable())).exactOptional(),
});
const block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    text: z.string(),
    note: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('table'),
    caption: z.string(),
    label: z.string().exactOptional(),
    table,
  }),
  z.strictObject({
    kind: z.literal('figure'),
    chart: z.string(),
    measure: z.string().exactOptional(),
    label: z.string().exactOptional(),
    saved: z
      .strictObject({
        id: z.string(),
        title: z.string(),
        alt: z.string(),
        query: z.record(z.string(), z.string()),
      })
      .exactOptional(),
    table: table.exactOptional(),
  }),
]);
export const reportSchema = typeSchema<Report>(
  z.strictObject({
    language: z.enum(languages),
    title: z.string(),
    title_start: z.string(),
    subtitle: z.string(),
    warning: z.string().exactOptional(),
    data_status: dataStatus,
    foot: z.string(),
    header: z.string(),
    issued: z.strictObject({
      by: z.string(),
      day: z.string(),
      contact: z.string().exactOptional(),
      signature: z.string().exactOptional(),
      logo: z.strictObject({ ...reportLogoSchema.shape, alt: z.string() }).exactOptional(),
    }),
    sections: z.array(
      z.strictObject({
        id: z.enum(reportSections),
        number: z.string().exactOptional(),
        heading: z.string(),
        blocks: z.array(block),
      }),
    ),
    foreign_names: z
      .array(z.strictObject({ text: z.string(), language: z.string() }))
      .exactOptional(),
    messages: z.strictObject({ sentence: z.string(), page: z.string() }),
    known_at: z.string().exactOptional(),
  }),
);
