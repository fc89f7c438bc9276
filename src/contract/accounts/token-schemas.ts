import { tokenLife, tokenRoles } from './tokens.ts';
import { z } from '#contract/core/zod.ts';
import { filledText, id, isoDate } from '#contract/core/primitives.ts';

const role = z.enum(tokenRoles);
const name = filledText(60).refine((s) => s.trim() === s, 'must not begin or end with a blank');
const tokenSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  owner: z.strictObject({ id: z.string(), name: z.string() }),
  role,
  acts_as: role,
  state: z.enum(['live', 'expired']),
  created_at: z.string(),
  expires_at: z.string(),
  used_on: isoDate.exactOptional(),
});
const newTokenBody = z.strictObject({
  name,
  role,
  days: z.number().int().min(1).max(tokenLife.most).exactOptional(),
});

const nothing = z.strictObject({});
const none = { params: nothing, query: nothing, body: undefined } as const;
const byId = z.strictObject({ id });

/** Query, body and reply of the endpoints of tokens. */
export const tokenSchemas = {
  listTokens: { ...none, reply: z.strictObject({ items: z.array(tokenSchema) }) },
  makeToken: {
    ...none,
    body: newTokenBody,
    reply: z.strictObject({ token: tokenSchema, secret: z.string() }),
  },
  endToken: {
    ...none,
    params: byId,
    body: nothing,
    reply: z.strictObject({ ended: z.number().int().nonnegative() }),
  },
} as const;
