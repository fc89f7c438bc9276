import { roles } from '#contract/core/rights.ts';
import { secondStepReasons, secondStepWays } from './second-factor.ts';
import { z } from '#contract/core/zod.ts';
import { count, filledText, text } from '#contract/core/primitives.ts';

const nothing = z.strictObject({});
const none = { params: nothing, query: nothing, body: undefined } as const;
const byId = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'must be an id of letters, digits, _ and -'),
});
const filled = (most: number) => text(most).refine((s) => s !== '', 'must not be empty');
const code = filled(100);
const password = filled(1000);
const roleList = z
  .array(z.enum(roles))
  .max(roles.length)
  .refine((list) => new Set(list).size === list.length, 'must name each role once');
const totpSecretSchema = z.strictObject({ secret: z.string(), address: z.string() });
const recoveryCodesSchema = z.strictObject({ recovery_codes: z.array(z.string()) });
const passkeySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  host: z.string(),
  created_at: z.string(),
  used_at: z.string().exactOptional(),
});

const secondStepSchema = z.strictObject({
  compulsory: z.boolean(),
  totp_since: z.string().exactOptional(),
  recovery_codes: count,
  passkeys: z.array(passkeySchema),
  passkeys_here: z.boolean(),
});

export const signInStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('signed_in') }),
  z.strictObject({ state: z.literal('second_step'), ways: z.array(z.enum(secondStepWays)) }),
  z.strictObject({ state: z.literal('second_step_missing'), because: z.enum(secondStepReasons) }),
]);

/** Query, body and reply of the endpoints of the second step. */
export const secondStepSchemas = {
  signInCode: { ...none, body: z.strictObject({ code }), reply: signInStateSchema },
  startFirstTotp: { ...none, body: nothing, reply: totpSecretSchema },
  turnOnFirstTotp: { ...none, body: z.strictObject({ code }), reply: recoveryCodesSchema },
  secondStep: { ...none, reply: secondStepSchema },
  startTotp: { ...none, body: nothing, reply: totpSecretSchema },
  turnOnTotp: { ...none, body: z.strictObject({ password, code }), reply: recoveryCodesSchema },
  turnOffTotp: { ...none, body: z.strictObject({ password, code }), reply: secondStepSchema },
  renewRecoveryCodes: { ...none, body: z.strictObject({ password }), reply: recoveryCodesSchema },
  resetSecondStep: {
    ...none,
    params: byId,
    body: nothing,
    reply: z.strictObject({ ended: count }),
  },
  secondStepRoles: {
    ...none,
    body: z.strictObject({ roles: roleList, reason: filledText(500) }),
    reply: z.strictObject({ roles: z.array(z.enum(roles)) }),
  },
} as const;
