import { orUnknown } from '#contract/core/unknown-projects.ts';
import { qualifiers } from '#domain/values/money.ts';
import type { Card } from '#domain/work/board.ts';
import { completionFields } from '#domain/work/to-complete.ts';
import { decisionSchemas } from './decision-schemas.ts';
import { judgementSchemas } from './judgement-schemas.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import {
  asOfQuery,
  count,
  filledText,
  isoDate,
  missing,
  noInput,
  pageSize,
  stageOrUnknown,
  text,
  wireMoney,
  namedProject,
  currency,
} from '#contract/core/primitives.ts';

/** The counts of objects that a person owns or hands over. */
const ownedSchema = z.strictObject({
  projects: count,
  targets: count,
  indicators: count,
  /** Next steps of the last note on each indicator. */
  next_steps: count,
  issues: count,
  decisions: count,
  /** Open requests for values. */
  requests: count,
});
export type OwnedCounts = Infer<typeof ownedSchema>;
const ownersSchema = z.strictObject({
  /** People who own something, those with the most projects first. */
  owners: z.array(z.strictObject({ name: z.string(), owned: ownedSchema })),
  /** Units that are responsible for a project or a target. */
  units: z.array(z.string()),
});
export type Owners = Infer<typeof ownersSchema>;
const handOverSchema = z
  .strictObject({
    from: filledText(300),
    to: filledText(300),
    reason: text(500).exactOptional(),
  })
  .refine(({ from, to }) => from !== to, {
    path: ['to'],
    message: 'must be another person',
  });
export type HandOver = Infer<typeof handOverSchema>;

const wholeAmount = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/, 'must be a whole amount in major units, as 100000000');
const yes = z.literal('true').exactOptional();
/** Amounts are in major units of the zone's currency; `amount_to` is not included. */
const boardQuery = z.strictObject({
  ...asOfQuery,
  q: text(200).exactOptional(),
  owner: text(1000).exactOptional(),
  industry: text(1000).exactOptional(),
  zone: text(1000).exactOptional(),
  amount_from: wholeAmount.exactOptional(),
  amount_to: wholeAmount.exactOptional(),
  /** Stalled or late projects only. */
  attention: yes,
  to_complete: yes,
  /** Gives the cards of this column only. */
  stage: stageOrUnknown.exactOptional(),
  /** Cards of a column; 3 by default. */
  limit: pageSize(200),
});
const days = count.exactOptional();
const card = typeSchema<Card>(
  z.strictObject({
    ...namedProject,
    industry: z.string().exactOptional(),
    owner: z.string().exactOptional(),
    money: wireMoney.exactOptional(),
    qualifier: z.enum(qualifiers).exactOptional(),
    missing: missing.exactOptional(),
    stage_since: isoDate.exactOptional(),
    days: z.number().int().exactOptional(),
    stalled: days,
    late: days,
    to_complete: z.array(z.enum(Object.values(completionFields).flat())).exactOptional(),
    version: count,
  }),
);
/** The active projects of one stage that match the filters. */
const boardColumn = z.strictObject({
  stage: stageOrUnknown,
  count,
  undisclosed: count,
  /** The sum of planned investment in each currency. */
  amounts: z.array(wireMoney),
  /** The largest first; `count` is the number of all. */
  cards: z.array(card),
});
export type BoardColumn = Infer<typeof boardColumn>;
const boardSchema = z.strictObject({
  as_of: isoDate,
  first_known_day: isoDate.exactOptional(),
  /** `total` counts active projects, `matching` those that match the filters. */
  total: count,
  matching: count,
  /** The number of projects that match all filters except these two. */
  attention: count,
  /** Matching projects without a planned date and an event: they may be stalled or late. */
  undated: count,
  /** Omitted for a reader who may not see which fields are missing. */
  to_complete: count.exactOptional(),
  amounts: z.array(wireMoney),
  /** Currencies of these amounts without a rate: their cards follow the others. */
  unrated: z.array(currency),
  /** Projects that ended or are on hold; the board does not show them. */
  not_active: count,
  columns: z.array(boardColumn),
});
export type Board = Infer<typeof boardSchema>;

export const workSchemas = {
  ...decisionSchemas,
  ...judgementSchemas,
  board: { ...noInput, query: boardQuery, reply: orUnknown(boardSchema) },
  listOwners: { ...noInput, reply: ownersSchema },
  handOver: {
    ...noInput,
    body: handOverSchema,
    reply: z.strictObject({ revision: count.nullable(), handed: ownedSchema }),
  },
} as const;
