import type { PasskeyTools } from './passkey-tools.ts';

/** The functions of the runtime for second factors. */
export interface SecondFactorTools {
  /** @param bound - the owner of the text; only the same value unseals it */
  seal(text: string, bound: string): string;
  /** @returns undefined if the text was altered, or sealed with another key or another `bound` */
  unseal(sealed: string, bound: string): string | undefined;
  /** @returns a hash that only who has the key can make */
  fingerprint(text: string): string;
  /** @returns 160 random bits in base32, for an authenticator app */
  newTotpSecret(): string;
  /** @returns the `otpauth:` address for an authenticator app */
  totpAddress(secret: string, login: string): string;
  /**
   * @returns the 30-second step of a code, at most one away from now; undefined for a wrong code
   */
  totpStep(secret: string, code: string, now: Date): number | undefined;
  readonly passkeys: PasskeyTools;
}
