import type { OrganisationRole, SingleSignOnFault } from '#contract/accounts/constants.ts';

/**
 * A person as the organisation identifies them. `issuer` and `subject` are the identity; everything
 * else may change.
 */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** An e-mail address. Omitted unless the organisation has verified it. */
  readonly email?: string;
  /**
   * A user name. It identifies nobody, since people may choose it themselves (OpenID Connect Core
   * 5.7).
   */
  readonly username?: string;
  readonly name?: string;
  /** Identifies the sign-in for a later sign-out. Omitted if the provider has no sign-out. */
  readonly id_token?: string;
}
/** The values that bind the provider's answer to its request. */
export interface SignOnQuestion {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}
/** The organisation's sign-in. The runtime implements it. */
export interface IdentityProvider {
  /** The provider's own identifier. Identities and invitations belong to it. */
  readonly issuer: string;
  /** The label of the provider's button. */
  readonly name?: string;
  /**
   * The role of every user that the provider authenticates. Omit it to admit invited users only.
   */
  readonly role?: OrganisationRole;
  /** @returns the address of the provider's sign-in page, which sends its answer to `back` */
  begin(back: string, question: SignOnQuestion): Promise<string>;
  /**
   * Exchanges an answer for the identity that it proves.
   *
   * @throws SignOnFailure if the answer is not valid
   */
  finish(answer: URL, question: SignOnQuestion): Promise<Identity>;
  /** @returns the provider's address for signing out; undefined if it has none at present */
  leave(idToken: string): Promise<string | undefined>;
}
/**
 * A failed sign-in with the organisation. The message is for the log and holds nothing that was
 * sent.
 */
export class SignOnFailure extends Error {
  override readonly name = 'SignOnFailure';
  readonly why: SingleSignOnFault;
  /** The path to return to, if it is known. */
  readonly to: string | undefined;
  constructor(why: SingleSignOnFault, message: string, to?: string) {
    super(message);
    this.why = why;
    this.to = to;
  }
}
