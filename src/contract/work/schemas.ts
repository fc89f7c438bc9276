import { orUnknown } from '#contract/core/unknown-projects.ts';
import type { OwnedCounts } from '#domain/work/owned.ts';
import { qualifiers } from '#domain/values/money.ts';
import type { Board } from '#domain/work/board.ts';
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

const ownership = {
  projects: count,
  targets: count,
  indicators: count,
  next_steps: count,
  issues: count,
  decisions: count,
  requests: count,
};
const ownedSchema = typeSchema<OwnedCounts>(z.strictObject(ownership));
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
const card = z.strictObject({
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
});
const boardSchema = orUnknown(
  typeSchema<Board>(
    z.strictObject({
      as_of: isoDate,
      first_known_day: isoDate.exactOptional(),
      total: count,
      matching: count,
      attention: count,
      undated: count,
      to_complete: count.exactOptional(),
      amounts: z.array(wireMoney),
      unrated: z.array(currency),
      not_active: count,
      columns: z.array(
        z.strictObject({
          stage: stageOrUnknown,
          count,
          undisclosed: count,
          amounts: z.array(wireMoney),
          cards: z.array(card),
        }),
      ),
    }),
  ),
);

export const workSchemas = {
  ...decisionSchemas,
  ...judgementSchemas,
  board: { ...noInput, query: boardQuery, reply: boardSchema },
  listOwners: { ...noInput, reply: ownersSchema },
  handOver: {
    ...noInput,
    body: handOverSchema,
    reply: z.strictObject({ revision: count.nullable(), handed: ownedSchema }),
  },
} as const;
