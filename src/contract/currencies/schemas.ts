import type { ExchangeRate } from '#domain/changes/exchange-rate.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import {
  count,
  currency,
  filledText,
  isoDate,
  knownAtQuery,
  noInput,
  text,
} from '#contract/core/primitives.ts';

const rate = z
  .string()
  .regex(
    /^(0|[1-9]\d{0,8})(\.\d{1,10})?$/,
    'must be a plain decimal number in a string, as "5.9012"',
  )
  .refine((s) => !/^[0.]+$/.test(s), 'must be more than 0');
const pair = {
  base: currency,
  quote: currency,
  day: isoDate,
  per_units: typeSchema<ExchangeRate['per_units']>(
    z.union(
      [z.literal(1), z.literal(100), z.literal(1000), z.literal(10_000)],
      'must be 1, 100, 1000 or 10000',
    ),
  ),
  source: filledText(200),
};
export const exchangeRateSchema = z.strictObject({ ...pair, rate });
const storedExchangeRateSchema = exchangeRateSchema.extend({
  revision: count,
  recorded_at: z.string(),
  author: z.string(),
});
export type StoredExchangeRate = Infer<typeof storedExchangeRateSchema>;
/** A removed rate, and the change that removed it: by hand, or by the undo of its entry. */
const removedRateSchema = storedExchangeRateSchema.extend({
  removed: z.strictObject({
    revision: count,
    kind: z.string(),
    reason: z.string(),
    author: z.string(),
    recorded_at: z.string(),
    undoes: count.exactOptional(),
    undone_by: count.exactOptional(),
  }),
});
export type RemovedRate = Infer<typeof removedRateSchema>;
const pairAndDay = ({ base, quote, day }: Pick<ExchangeRate, 'base' | 'quote' | 'day'>): string =>
  `${[base, quote].sort().join('/')} ${day}`;
/**
 * A rate to enter or to correct. Each pair has one rate a day. A `rate` of null removes it; all
 * versions are kept.
 */
const newExchangeRateSchema = z
  .strictObject({ ...pair, rate: rate.nullable() })
  .refine((r) => r.base !== r.quote, 'must be of two currencies');
export type NewExchangeRate = Infer<typeof newExchangeRateSchema>;
const newExchangeRatesSchema = z.strictObject({
  rates: z
    .array(newExchangeRateSchema)
    .min(1)
    .max(500)
    .refine(
      (all) => new Set(all.map(pairAndDay)).size === all.length,
      'must not hold one pair and day twice',
    ),
  reason: text(500).exactOptional(),
});
export type NewExchangeRates = Infer<typeof newExchangeRatesSchema>;

export const exchangeRateSchemas = {
  listExchangeRates: {
    ...noInput,
    query: z.strictObject(knownAtQuery),
    reply: z.strictObject({ items: z.array(storedExchangeRateSchema) }),
  },
  listRemovedRates: {
    ...noInput,
    reply: z.strictObject({ items: z.array(removedRateSchema) }),
  },
  addExchangeRates: {
    ...noInput,
    body: newExchangeRatesSchema,
    reply: z.strictObject({ revision: count, changed: count }),
  },
} as const;
