import {
  type Breakdown,
  breakdownKeys,
  breakdownMeasures,
  breakdownStacks,
} from '#domain/analysis/breakdown.ts';
import { type Distribution, distributionMeasures } from '#domain/analysis/distribution.ts';
import { stagesAndUnknown } from '#domain/projects/stage.ts';
import { ladderRungs, type MoneyLadder } from '#domain/analysis/money-ladder.ts';
import {
  asOfQuery,
  count,
  isoDate,
  namedProject,
  noInput,
  partlyTranslated,
  textInAllLanguages,
} from '#contract/core/primitives.ts';
import type { OwnColumns } from '#domain/analysis/own-columns.ts';
import { isColumnKey } from '#domain/projects/fields/own-column.ts';
import { orUnknown } from '#contract/core/unknown-projects.ts';
import { typeSchema, z } from '#contract/core/zod.ts';
import { projectFilters } from '#contract/projects/schemas.ts';

/** The projects that an analysis counts. Their statuses follow from its measure. */
const { as_of: _day, known_at: _knownAt, status: _status, q: _q, ...counted } = projectFilters;

const by = z.union([
  z.enum(breakdownKeys),
  z
    .templateLiteral(['column:', z.string()])
    .refine(isColumnKey, 'must be a field, or column: and the heading of a column'),
]);
const value = z.string();
const sums = z.array(
  z.strictObject({ unit: z.string(), count, value, base: value.exactOptional() }),
);
const codes = z.array(z.string()).exactOptional();
const cell = z.strictObject({ count, undisclosed: count, sums, codes });
const heading = {
  key: z.string().exactOptional(),
  folded: count.exactOptional(),
  names: partlyTranslated.exactOptional(),
};
const group = z.strictObject({ ...heading, cells: z.array(cell), total: cell });
const concentration = z.strictObject({
  n: count,
  top: value,
  cr3: value.exactOptional(),
  hhi: value,
  effective: value,
  normalised: value.exactOptional(),
});
const common = {
  as_of: isoDate,
  by,
  filters: z.record(z.string(), z.array(z.string())),
  zones: z.record(z.string(), textInAllLanguages),
  units: z.array(z.string()),
  left_out: z.record(z.string(), count),
};
const breakdownSchema = z.strictObject({
  ...common,
  measure: z.enum(breakdownMeasures),
  stack: z.enum(breakdownStacks),
  parts: z.array(z.strictObject(heading)),
  groups: z.array(group),
  total: group,
  concentration: z.record(
    z.string(),
    z.strictObject({
      groups: concentration.exactOptional(),
      projects: concentration.exactOptional(),
    }),
  ),
});
const ladderGroup = z.strictObject({
  ...heading,
  count,
  rungs: z.array(cell),
  pairs: z.array(
    z.strictObject({
      of: z.enum(ladderRungs),
      has: z.enum(ladderRungs),
      unit: z.string(),
      count,
      value,
      base: value,
      over: count,
      excess: value,
      short: count,
      shortfall: value,
    }),
  ),
  codes,
});
const ladderSchema = z.strictObject({
  ...common,
  groups: z.array(ladderGroup),
  total: ladderGroup,
});

const amount = value.exactOptional();
const distributionSchema = z.strictObject({
  as_of: isoDate,
  measure: z.enum(distributionMeasures),
  filters: common.filters,
  units: common.units,
  rows: z.array(
    z.strictObject({
      stage: z.enum(stagesAndUnknown),
      count,
      undisclosed: count,
      lines: z.array(
        z.strictObject({
          unit: z.string(),
          count,
          not_positive: count,
          median: amount,
          p10: amount,
          p90: amount,
          bins: z.array(z.strictObject({ bin: z.number().int(), count })),
          projects: z.array(z.strictObject({ ...namedProject, value })).exactOptional(),
        }),
      ),
    }),
  ),
  left_out: common.left_out,
});

const columnsSchema = z.strictObject({
  as_of: isoDate,
  columns: z.array(z.strictObject({ heading: z.string(), count, values: z.array(z.string()) })),
  others: z.array(z.string()),
});

export const breakdownSchemas = {
  /** The columns of the register that are no field and have few texts, for groups and filters. */
  columns: {
    ...noInput,
    query: z.strictObject(asOfQuery),
    reply: orUnknown(typeSchema<OwnColumns>(columnsSchema)),
  },
  breakdown: {
    ...noInput,
    query: z.strictObject({
      ...asOfQuery,
      ...counted,
      measure: z.enum(breakdownMeasures).exactOptional(),
      by: by.exactOptional(),
      stack: z.enum(breakdownStacks).exactOptional(),
    }),
    reply: orUnknown(typeSchema<Breakdown>(breakdownSchema)),
  },
  distribution: {
    ...noInput,
    query: z.strictObject({
      ...asOfQuery,
      ...counted,
      measure: z.enum(distributionMeasures).exactOptional(),
    }),
    reply: orUnknown(typeSchema<Distribution>(distributionSchema)),
  },
  moneyLadder: {
    ...noInput,
    query: z.strictObject({
      ...asOfQuery,
      ...counted,
      by: by.exactOptional(),
    }),
    reply: orUnknown(typeSchema<MoneyLadder>(ladderSchema)),
  },
};
