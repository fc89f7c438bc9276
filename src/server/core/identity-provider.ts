import type { OrganisationRole, SingleSignOnFault } from '#contract/accounts/constants.ts';

/** Who somebody is by the word of the organisation: `issuer` and `subject` are the identity, all else are words about it that may change. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Only where the organisation has verified it. */
  readonly email?: string;
  /** A word that people may choose themselves: it identifies nobody (OpenID Connect Core 5.7). */
  readonly username?: string;
  readonly name?: string;
  /** Proves later which sign-in is to be ended there; absent where nobody can be signed out by it. */
  readonly id_token?: string;
}
/** What binds an answer to its question. */
export interface SignOnQuestion {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}
/** Where people of the organisation sign in: given to the app by its surroundings, absent where there is none. */
export interface IdentityProvider {
  /** The name by which the provider calls itself; identities and invitations belong to it. */
  readonly issuer: string;
  /** What the button calls it. */
  readonly name?: string;
  /** What everybody is whom it lets in; absent: only who was invited. */
  readonly role?: OrganisationRole;
  /** The address at which it asks its question; the answer comes to `back`. */
  begin(back: string, question: SignOnQuestion): Promise<string>;
  /** Exchanges an answer for who it is about. Fails with SignOnFailure when it can't be believed. */
  finish(answer: URL, question: SignOnQuestion): Promise<Identity>;
  /** The address at which it signs a browser out; undefined where it has none just now. */
  leave(idToken: string): Promise<string | undefined>;
}
/** Why nobody was let in; the message is for the log and holds nothing that was sent. */
export class SignOnFailure extends Error {
  override readonly name = 'SignOnFailure';
  readonly why: SingleSignOnFault;
  /** The path that was asked for before, where that is known. */
  readonly to: string | undefined;
  constructor(why: SingleSignOnFault, message: string, to?: string) {
    super(message);
    this.why = why;
    this.to = to;
  }
}
