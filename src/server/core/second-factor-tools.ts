import type { PasskeyTools } from './passkey-tools.ts';

/** What the second step needs of its surroundings. Where nobody signs in, absent. */
export interface SecondFactorTools {
  /** Encrypts a text that has to be read again. `bound`: what it belongs to; under another it is not opened. */
  seal(text: string, bound: string): string;
  /** Undefined for what was altered, or sealed under another key or for something else. */
  unseal(sealed: string, bound: string): string | undefined;
  /** 160 random bits in base32, for an app that shows codes. */
  newTotpSecret(): string;
  /** The `otpauth:` address that an app takes in. */
  totpAddress(secret: string, login: string): string;
  /** The number of the 30 seconds whose code this is, at most one away from now; undefined for a wrong code. */
  totpStep(secret: string, code: string, now: Date): number | undefined;
  readonly passkeys: PasskeyTools;
}
