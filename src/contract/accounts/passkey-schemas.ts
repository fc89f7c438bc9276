import { passkeySteps } from './passkeys.ts';
import { z } from '#contract/core/zod.ts';
import { count, filledText, text } from '#contract/core/primitives.ts';
import { signInStateSchema } from './second-factor-schemas.ts';

const nothing = z.strictObject({});
const none = { params: nothing, query: nothing, body: undefined } as const;
/** Credential ids have at most 1,023 bytes. */
const id = z.string().regex(/^[\w-]{1,1400}$/, 'must be base64url');
const bytes = z.string().regex(/^[\w-]{1,100000}$/, 'must be base64url');
const extensions = z.record(z.string().max(100), z.unknown());
const response = z.strictObject({
  clientDataJSON: bytes,
  attestationObject: bytes.exactOptional(),
  authenticatorData: bytes.exactOptional(),
  signature: bytes.exactOptional(),
  userHandle: bytes.exactOptional(),
  publicKey: bytes.exactOptional(),
  publicKeyAlgorithm: z.number().int().exactOptional(),
  transports: z.array(text(50)).max(20).exactOptional(),
});
const answer = z.strictObject({
  id,
  rawId: id,
  type: z.literal('public-key'),
  response,
  clientExtensionResults: extensions,
  authenticatorAttachment: text(50).exactOptional(),
});
const options = z.record(z.string(), z.unknown());
const step = z.enum(passkeySteps);
const password = text(1000).refine((s) => s !== '', 'must not be empty');
const named = z.strictObject({ name: filledText(60), answer });
const recoveryCodes = z.strictObject({ recovery_codes: z.array(z.string()) });

/** Query, body and reply of the endpoints of passkeys. */
export const passkeySchemas = {
  askPasskey: { ...none, body: z.strictObject({ step }), reply: options },
  signInPasskey: { ...none, body: z.strictObject({ step, answer }), reply: signInStateSchema },
  startFirstPasskey: { ...none, body: nothing, reply: options },
  addFirstPasskey: { ...none, body: named, reply: recoveryCodes },
  startPasskey: { ...none, body: z.strictObject({ password }), reply: options },
  addPasskey: { ...none, body: named, reply: recoveryCodes },
  removePasskey: {
    ...none,
    params: z.strictObject({ id }),
    body: z.strictObject({ password }),
    reply: z.strictObject({ removed: count }),
  },
} as const;
