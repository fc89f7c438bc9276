import { roles } from '#contract/core/rights.ts';
import { passkeySteps, secondFactorReasons, secondFactorMethods } from './constants.ts';
import { z, type Infer } from '#contract/core/zod.ts';
import { byId, count, emptyBody, filledText, noInput, text } from '#contract/core/primitives.ts';

const nonEmptyText = (most: number) => text(most).refine((s) => s !== '', 'must not be empty');
const code = nonEmptyText(100);
const password = nonEmptyText(1000);
const roleList = z
  .array(z.enum(roles))
  .max(roles.length)
  .refine((list) => new Set(list).size === list.length, 'must name each role once');
/** The secret of an app: as text to type, and as the `otpauth:` address of a QR code. */
const totpSecretSchema = z.strictObject({ secret: z.string(), address: z.string() });
export type TotpSecret = Infer<typeof totpSecretSchema>;
/** The only reply that holds the codes. Empty where the account has some already. */
const recoveryCodesSchema = z.strictObject({ recovery_codes: z.array(z.string()) });
export type RecoveryCodes = Infer<typeof recoveryCodesSchema>;
const passkeySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The host name under which it works. */
  host: z.string(),
  created_at: z.string(),
  used_at: z.string().exactOptional(),
});
export type Passkey = Infer<typeof passkeySchema>;

/** The second factor of the caller. */
const secondFactorSchema = z.strictObject({
  /** The caller's role must have one. */
  compulsory: z.boolean(),
  totp_since: z.string().exactOptional(),
  /** The number of recovery codes that are left. */
  recovery_codes: count,
  passkeys: z.array(passkeySchema),
  /** Whether browsers have passkeys under the address of this request. */
  passkeys_here: z.boolean(),
});
export type SecondFactorState = Infer<typeof secondFactorSchema>;

/** The result of a sign-in. A cookie holds the session or the pending sign-in. */
export const signInStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('signed_in') }),
  z.strictObject({ state: z.literal('second_step'), ways: z.array(z.enum(secondFactorMethods)) }),
  z.strictObject({ state: z.literal('second_step_missing'), because: z.enum(secondFactorReasons) }),
]);
export type SignInState = Infer<typeof signInStateSchema>;

const passwordAndCode = z.strictObject({ password, code });
export type PasswordAndCode = Infer<typeof passwordAndCode>;
const passwordBody = z.strictObject({ password });
const codeBody = z.strictObject({ code });

/** Credential ids have at most 1,023 bytes. */
const credentialId = z.string().regex(/^[\w-]{1,1400}$/, 'must be base64url');
const bytes = z.string().regex(/^[\w-]{1,100000}$/, 'must be base64url');
/** The reply of a browser, as WebAuthn writes it in JSON. */
const passkeyAnswer = z.strictObject({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.strictObject({
    clientDataJSON: bytes,
    attestationObject: bytes.exactOptional(),
    authenticatorData: bytes.exactOptional(),
    signature: bytes.exactOptional(),
    userHandle: bytes.exactOptional(),
    publicKey: bytes.exactOptional(),
    publicKeyAlgorithm: z.number().int().exactOptional(),
    transports: z.array(text(50)).max(20).exactOptional(),
  }),
  clientExtensionResults: z.record(z.string().max(100), z.unknown()),
  authenticatorAttachment: text(50).exactOptional(),
});
export type PasskeyAnswer = Infer<typeof passkeyAnswer>;
/** The request to a browser, as WebAuthn writes it in JSON. */
const passkeyOptions = z.record(z.string(), z.unknown());
export type PasskeyOptions = Infer<typeof passkeyOptions>;
/** A passkey that a browser made, with its owner's name for it. */
const newPasskey = z.strictObject({ name: filledText(60), answer: passkeyAnswer });
export type NewPasskey = Infer<typeof newPasskey>;
const step = z.enum(passkeySteps);

/** Codes, recovery codes and passkeys. */
export const secondFactorSchemas = {
  signInCode: { ...noInput, body: codeBody, reply: signInStateSchema },
  startFirstTotp: { ...noInput, body: emptyBody, reply: totpSecretSchema },
  turnOnFirstTotp: { ...noInput, body: codeBody, reply: recoveryCodesSchema },
  secondStep: { ...noInput, reply: secondFactorSchema },
  startTotp: { ...noInput, body: emptyBody, reply: totpSecretSchema },
  turnOnTotp: { ...noInput, body: passwordAndCode, reply: recoveryCodesSchema },
  turnOffTotp: { ...noInput, body: passwordAndCode, reply: secondFactorSchema },
  renewRecoveryCodes: { ...noInput, body: passwordBody, reply: recoveryCodesSchema },
  resetSecondStep: {
    ...noInput,
    params: byId,
    body: emptyBody,
    reply: z.strictObject({ ended: count }),
  },
  secondStepRoles: {
    ...noInput,
    body: z.strictObject({ roles: roleList, reason: filledText(500) }),
    reply: z.strictObject({ roles: z.array(z.enum(roles)) }),
  },
  askPasskey: { ...noInput, body: z.strictObject({ step }), reply: passkeyOptions },
  signInPasskey: {
    ...noInput,
    body: z.strictObject({ step, answer: passkeyAnswer }),
    reply: signInStateSchema,
  },
  startFirstPasskey: { ...noInput, body: emptyBody, reply: passkeyOptions },
  addFirstPasskey: { ...noInput, body: newPasskey, reply: recoveryCodesSchema },
  startPasskey: { ...noInput, body: passwordBody, reply: passkeyOptions },
  addPasskey: { ...noInput, body: newPasskey, reply: recoveryCodesSchema },
  removePasskey: {
    ...noInput,
    params: z.strictObject({ id: credentialId }),
    body: passwordBody,
    reply: z.strictObject({ removed: count }),
  },
} as const;
