import type { PasskeyAnswer, PasskeyOptions } from '#contract/accounts/second-factor-schemas.ts';

/** The site of a passkey: bound to the host name and offered to this origin only. */
export interface PasskeySite {
  readonly host: string;
  readonly origin: string;
}
export interface KnownPasskey {
  readonly id: string;
  readonly transports: readonly string[];
}
/** The stored part of a passkey: its public key as base64url and its signature counter. */
export interface CheckedPasskey extends KnownPasskey {
  readonly public_key: string;
  readonly counter: number;
}
/** A new passkey, with the challenge to which it responded. */
export interface CreatedPasskey extends CheckedPasskey {
  readonly challenge: string;
}
export interface PasskeyAssertion {
  readonly challenge: string;
  readonly counter: number;
}
/** Whether this server recently issued a challenge for this purpose. */
export type IsOurs = (challenge: string) => boolean;

/** WebAuthn, which the runtime implements. The result for an invalid response is undefined. */
export interface PasskeyTools {
  creation(
    site: PasskeySite,
    owner: { readonly id: string; readonly login: string; readonly name: string },
    challenge: string,
    passkeys: readonly KnownPasskey[],
  ): Promise<PasskeyOptions>;
  checkRegistration(
    site: PasskeySite,
    answer: PasskeyAnswer,
    isOurs: IsOurs,
  ): Promise<CreatedPasskey | undefined>;
  /**
   * @param alone - sign-in without a password, so the device must verify its user
   * @param passkeys - the accepted passkeys; omit it to accept any passkey of this host
   */
  request(
    site: PasskeySite,
    challenge: string,
    alone: boolean,
    passkeys?: readonly KnownPasskey[],
  ): Promise<PasskeyOptions>;
  checkAssertion(
    site: PasskeySite,
    answer: PasskeyAnswer,
    passkey: CheckedPasskey,
    alone: boolean,
    isOurs: IsOurs,
  ): Promise<PasskeyAssertion | undefined>;
}
