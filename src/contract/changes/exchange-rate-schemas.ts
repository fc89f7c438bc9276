import { z } from '#contract/core/zod.ts';
import { count, currency, filledText, isoDate, text } from '#contract/core/primitives.ts';

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
  per_units: z.union(
    [z.literal(1), z.literal(100), z.literal(1000), z.literal(10_000)],
    'must be 1, 100, 1000 or 10000',
  ),
  source: filledText(200),
};
export const exchangeRateSchema = z.strictObject({ ...pair, rate });
export const storedRatesSchema = z.strictObject({
  items: z.array(
    z.strictObject({ ...pair, rate, revision: count, recorded_at: z.string(), author: z.string() }),
  ),
});
const name = (one: {
  readonly base: string;
  readonly quote: string;
  readonly day: string;
}): string => `${[one.base, one.quote].sort().join('/')} ${one.day}`;
export const newRatesSchema = z.strictObject({
  rates: z
    .array(
      z
        .strictObject({ ...pair, rate: rate.nullable() })
        .refine((r) => r.base !== r.quote, 'must be of two currencies'),
    )
    .min(1)
    .max(500)
    .refine(
      (all) => new Set(all.map(name)).size === all.length,
      'must not hold one pair and day twice',
    ),
  reason: text(500).exactOptional(),
});
