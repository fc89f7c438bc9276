import type { Text } from '#domain/values/language.ts';
import { qualifiers } from '#domain/values/money.ts';
import { industryMarks } from '#domain/zone/industries.ts';
import { partnerTypes } from '#domain/zone/zone.ts';
import { z } from '#contract/core/zod.ts';
import { decimal, filledText, id, isoDate, text, unitName } from '#contract/core/primitives.ts';

/** A text in each language, or one to fill. */
export type TextSchema = z.ZodType<Text>;
/** A web address. */
export const webAddress = text(500).regex(/^https?:\/\//, 'must start with http:// or https://');

/** An industry, with its names. */
export const makeIndustrySchema = (name: TextSchema) =>
  z.strictObject({
    id: filledText(200),
    name,
    short: name,
    colour: z.enum([...industryMarks, 'other']),
  });
/** A phase, with its name. */
export const makePhaseSchema = (name: TextSchema) =>
  z
    .strictObject({ id, name, start: isoDate, end: isoDate })
    .refine((p) => p.start <= p.end, 'end must not be before start');
/** A partner, with its name. */
export const makePartnerSchema = (name: TextSchema) =>
  z
    .strictObject({
      id,
      type: z.enum(partnerTypes),
      name,
      prefecture: text(60).exactOptional(),
      source: text(300),
      date: isoDate,
      ended: isoDate.exactOptional(),
    })
    .refine((partner) => partner.ended === undefined || partner.date <= partner.ended, {
      message: 'must not be before date',
      path: ['ended'],
    });
/** A published figure, with its name and its note. */
export const makeFactSchema = (name: TextSchema, note: TextSchema) =>
  z.strictObject({
    id,
    value: decimal,
    unit: unitName,
    qualifier: z.enum(qualifiers).exactOptional(),
    date: isoDate,
    source: text(300),
    note: z.exactOptional(note),
    name: z.exactOptional(name),
  });
