import { forecastRefusals } from '#domain/targets/target-row.ts';
import { recordHorizons } from '#domain/targets/forecast-record.ts';
import { z } from '#contract/core/zod.ts';
import type { ForecastsReply } from '#contract/endpoints.ts';
import { count, isoDate, knownAt, month, translated } from '#contract/core/primitives.ts';
import { dataStatus, origin } from '#contract/projects/schemas.ts';

export const forecastSchema = z.union([
  z.strictObject({
    kind: z.literal('range'),
    at: isoDate,
    p10: z.number(),
    p25: z.number(),
    p50: z.number(),
    p75: z.number(),
    p90: z.number(),
    months: count,
    from: z.number(),
    pace: z.number(),
    year: z.tuple([z.number(), z.number(), z.number()]).exactOptional(),
    further: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('refused'), reason: z.enum(forecastRefusals) }),
]);
const insideCount = z.strictObject({ results: count, inside: count });

const horizon = z.enum(recordHorizons);
const reply = z.strictObject({
  origin,
  revision: count,
  as_of: isoDate,
  ahead: horizon,
  items: z.array(
    z.strictObject({
      indicator: z.string(),
      name: translated,
      unit: z.string(),
      data_status: dataStatus,
      deadline: isoDate.exactOptional(),
      forecasts: z.array(
        z.strictObject({
          period: month,
          at: isoDate,
          recomputed: z.boolean(),
          forecast: forecastSchema,
          result: z.string().exactOptional(),
          inside: z.boolean().exactOptional(),
        }),
      ),
      results: count,
      scores: z
        .strictObject({ near: insideCount, far: insideCount, median_error: z.number() })
        .exactOptional(),
      refused: z.enum(forecastRefusals).exactOptional(),
    }),
  ),
}) satisfies z.ZodType<ForecastsReply>;

/** How past forecasts are asked for, and the answer. */
export const forecastsSchemas = {
  query: z.strictObject({
    as_of: isoDate.exactOptional(),
    known_at: knownAt.exactOptional(),
    ahead: horizon.exactOptional(),
  }),
  reply,
};
