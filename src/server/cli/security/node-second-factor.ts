import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { SecondFactorTools } from '#server/core/second-factor-tools.ts';
import { nodePasskeys } from './node-passkeys.ts';

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const period = 30;
/** The issuer that apps show above the code. */
const issuer = 'Headway';

const seal = (key: Uint8Array, text: string, bound: string): string => {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, key, iv, { authTagLength: tagBytes }).setAAD(
    Buffer.from(bound),
  );
  const secret = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), secret]).toString('base64url');
};
const unseal = (key: Uint8Array, secret: string, bound: string): string | undefined => {
  const bytes = Buffer.from(secret, 'base64url');
  if (bytes.length < ivBytes + tagBytes) return undefined;
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(bound))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([
      opening.update(bytes.subarray(ivBytes + tagBytes)),
      opening.final(),
    ]).toString('utf8');
  } catch {
    return undefined;
  }
};

const totp = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period });

/**
 * Makes the tools for second factors: codes by RFC 6238, and secrets sealed by AES-256-GCM.
 * @param key - 32 bytes
 */
export const createSecondFactorTools = (key: Uint8Array): SecondFactorTools => ({
  seal: (text, bound) => seal(key, text, bound),
  unseal: (secret, bound) => unseal(key, secret, bound),
  fingerprint: (text) => createHmac('sha256', key).update(text).digest('hex'),
  newTotpSecret: () => new Secret({ size: 20 }).base32,
  totpAddress: (secret, login) => totp(secret, login).toString(),
  totpStep: (secret, code, now) => {
    const timestamp = now.getTime();
    const away = totp(secret).validate({ token: code, timestamp, window: 1 });
    return away === null ? undefined : TOTP.counter({ period, timestamp }) + away;
  },
  passkeys: nodePasskeys,
});
