import type { OrganisationRole, SingleSignOnFault } from '#contract/accounts/constants.ts';

/**
 * A person as the organisation identifies them. `issuer` and `subject` are the identity; everything
 * else may change.
 */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Omitted unless the organisation has verified it. */
  readonly email?: string;
  /** People may choose it themselves, so it identifies nobody (OpenID Connect Core 5.7). */
  readonly username?: string;
  readonly name?: string;
  /** Identifies the sign-in for a later sign-out. Omitted when the provider has no sign-out. */
  readonly id_token?: string;
}
/** The values that bind an answer to its request. */
export interface SignOnQuestion {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}
/** The organisation's sign-in. The runtime implements it. */
export interface IdentityProvider {
  /** The provider's own identifier. Identities and invitations belong to it. */
  readonly issuer: string;
  /** The label of its button. */
  readonly name?: string;
  /** Role of any user the provider authenticates. Omit to admit invited users only. */
  readonly role?: OrganisationRole;
  /** @returns the address of the provider's sign-in page; its answer comes to `back` */
  begin(back: string, question: SignOnQuestion): Promise<string>;
  /**
   * Exchanges an answer for the identity that it proves.
   *
   * @throws SignOnFailure if the answer is not valid
   */
  finish(answer: URL, question: SignOnQuestion): Promise<Identity>;
  /** @returns the address that signs the browser out there; undefined if there is none now */
  leave(idToken: string): Promise<string | undefined>;
}
/**
 * A failed sign-in with the organisation. The message is for the log and holds nothing that was
 * sent.
 */
export class SignOnFailure extends Error {
  override readonly name = 'SignOnFailure';
  readonly why: SingleSignOnFault;
  /** The path to return to, where it is known. */
  readonly to: string | undefined;
  constructor(why: SingleSignOnFault, message: string, to?: string) {
    super(message);
    this.why = why;
    this.to = to;
  }
}
