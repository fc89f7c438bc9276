import type { PasskeyTools } from './passkey-tools.ts';

/** The runtime's functions for second factors and sealed secrets. */
export interface SecondFactorTools {
  /**
   * Encrypts a text.
   * @param bound - the place of the text; only the same value unseals it
   */
  seal(text: string, bound: string): string;
  /** @returns undefined if the text was altered, or sealed with another key or another `bound` */
  unseal(secret: string, bound: string): string | undefined;
  /** @returns a keyed hash, which nobody can compute without the key */
  fingerprint(text: string): string;
  /** @returns 160 random bits in base32, for an authenticator app */
  newTotpSecret(): string;
  /** @returns the `otpauth:` address for an authenticator app */
  totpAddress(secret: string, login: string): string;
  /**
   * @returns the 30-second step of a code, at most one step from now; undefined for a wrong code
   */
  totpStep(secret: string, code: string, now: Date): number | undefined;
  readonly passkeys: PasskeyTools;
}
