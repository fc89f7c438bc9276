import type { OwnedCounts } from '#domain/work/owned.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import { count, filledText, noInput, text } from '#contract/core/primitives.ts';

const owned = { projects: count, targets: count, indicators: count, issues: count };
const ownedSchema = typeSchema<OwnedCounts>(z.strictObject(owned));
const ownersSchema = z.strictObject({
  /** Persons who own something, those with the most projects first. */
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

export const workSchemas = {
  listOwners: { ...noInput, reply: ownersSchema },
  handOver: {
    ...noInput,
    body: handOverSchema,
    reply: z.strictObject({ revision: count.nullable(), handed: ownedSchema }),
  },
} as const;
