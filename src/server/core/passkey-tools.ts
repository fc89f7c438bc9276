import type { PasskeyAnswer, PasskeyOptions } from '#contract/accounts/second-factor-schemas.ts';

/** Where a passkey works: it is bound to the name of the host, and shown to pages of exactly this origin. */
export interface PasskeySite {
  readonly host: string;
  readonly origin: string;
}
export interface KnownPasskey {
  readonly id: string;
  readonly transports: readonly string[];
}
/** What is kept of a passkey to check it by: its public key as base64url, and how often it was used by its own count. */
export interface CheckedPasskey extends KnownPasskey {
  readonly public_key: string;
  readonly counter: number;
}
/** `challenge`: the one that it answered. */
export interface CreatedPasskey extends CheckedPasskey {
  readonly challenge: string;
}
export interface ShownPasskey {
  readonly challenge: string;
  readonly counter: number;
}
/** Says whether a challenge was given out for this, and not too long ago. */
export type IsOurs = (challenge: string) => boolean;

/** WebAuthn as the surroundings have it. What does not hold is undefined: why is nobody's business but the log's. */
export interface PasskeyTools {
  creation(
    site: PasskeySite,
    owner: { readonly id: string; readonly login: string; readonly name: string },
    challenge: string,
    known: readonly KnownPasskey[],
  ): Promise<PasskeyOptions>;
  created(
    site: PasskeySite,
    answer: PasskeyAnswer,
    isOurs: IsOurs,
  ): Promise<CreatedPasskey | undefined>;
  /** `known` absent: whichever passkey of this host the device keeps. `alone`: there is no password beside it, so the device asks who it is. */
  request(
    site: PasskeySite,
    challenge: string,
    alone: boolean,
    known?: readonly KnownPasskey[],
  ): Promise<PasskeyOptions>;
  shown(
    site: PasskeySite,
    answer: PasskeyAnswer,
    passkey: CheckedPasskey,
    alone: boolean,
    isOurs: IsOurs,
  ): Promise<ShownPasskey | undefined>;
}
