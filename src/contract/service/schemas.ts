import { modes, rights, roles } from '#contract/core/rights.ts';
import { z, type Infer } from '#contract/core/zod.ts';
import { count, noInput, origin, text } from '#contract/core/primitives.ts';

/** The caller: how they signed in and their rights. The web shows only what these rights allow. */
export const sessionSchema = z.strictObject({
  mode: z.enum(modes),
  role: z.enum(roles),
  name: z.string(),
  may: z.array(z.enum(rights)),
  origin: origin.nullable(),
  origins: z.array(origin),
  /** The origin that readers open, as https://progress.example.org, where the server knows it. */
  address: z.string().exactOptional(),
});
export type Session = Infer<typeof sessionSchema>;

export const serviceSchemas = {
  health: {
    ...noInput,
    reply: z.strictObject({
      /** `degraded`: the server answers, but its store is damaged or can't be written. */
      status: z.enum(['ok', 'degraded']),
      trouble: z.enum(['full', 'corrupt', 'readonly']).exactOptional(),
      version: z.string(),
      store: z.enum(['sqlite', 'postgres']),
      durability: z.string(),
      /**
       * Only for callers who may see the zone: a count of revisions would reveal hidden changes.
       */
      revision: count.exactOptional(),
    }),
  },
  metrics: { ...noInput, reply: z.string() },
  events: { ...noInput, reply: z.string() },
  openSession: { ...noInput, body: z.strictObject({ key: text(200) }), reply: sessionSchema },
} as const;
