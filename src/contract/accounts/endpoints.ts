import type { Text } from '#domain/values/language.ts';
import { endpoint, type None } from '#contract/core/endpoint.ts';
import type { Role } from '#contract/core/rights.ts';
import type { SignInState } from './second-factor.ts';

/** In characters: alone, beside a second step, and at most. */
export const passwordLength = { least: 15, leastBeside: 8, most: 256 } as const;
/** What is wrong with a new password; stands as `value` of the problem's detail. */
export const passwordFaults = ['too_short', 'too_long', 'common', 'listed'] as const;
export type PasswordFault = (typeof passwordFaults)[number];

/** How somebody signs in: by a password of their own, or with the organisation, and then without one. */
export const accountWays = ['password', 'organisation'] as const;
export type AccountWay = (typeof accountWays)[number];
/** How an invitation is accepted: by a link that an admin sends, or by the first sign-in with the organisation. */
export const invitationWays = ['link', 'organisation'] as const;
export type InvitationWay = (typeof invitationWays)[number];
export interface SignIn {
  readonly login: string;
  readonly password: string;
}
export interface NewAccount extends SignIn {
  readonly name: string;
}
/** What an invitation says to who holds its secret. `name` and `kind` password: a new password for an account that is there; `least`: how many characters it must have. */
export interface InvitationSeen {
  readonly kind: 'account' | 'password';
  readonly login: string;
  readonly role: Role;
  readonly name?: string;
  /** The name of the zone that this Headway shows; absent while there is none. */
  readonly zone?: Text;
  readonly least: number;
}
export interface Invitation {
  readonly id: string;
  readonly kind: 'account' | 'password';
  readonly login: string;
  readonly role: Role;
  readonly way: InvitationWay;
  /** The person at the organisation, where the invitation names one. */
  readonly subject?: string;
  readonly invited_by: string;
  readonly created_at: string;
  readonly expires_at: string;
}
/** The only answer that holds the secret; `address` is the path to send, with the secret after #. */
export interface MadeInvitation {
  readonly address: string;
  readonly expires_at: string;
}
/** Without an address: there is nothing to send, the invited person signs in with the organisation. */
export interface Invited extends Omit<MadeInvitation, 'address'> {
  readonly address?: string;
}
/** With the organisation: `login` is an e-mail address that it has verified, or `subject` is its own identifier of the person. */
export interface NewInvitation {
  readonly login: string;
  readonly role: Role;
  readonly way?: InvitationWay;
  readonly subject?: string;
}
/** What the organisation that people can sign in with is called; empty: it has no name here. */
export interface Organisation {
  readonly name: string;
}
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  readonly state: 'active' | 'disabled';
  readonly second_step: boolean;
  readonly way: AccountWay;
  /** Open ones, and when the last of them was used. */
  readonly sessions: number;
  readonly seen_at?: string;
  /** For If-Match: names the present role and state. */
  readonly version: string;
}
export interface People {
  readonly people: readonly Person[];
  readonly invitations: readonly Invitation[];
  /** The roles that must have a second step. */
  readonly second_step_roles: readonly Role[];
  /** Absent: people can not sign in with an organisation. */
  readonly organisation?: Organisation;
}
export interface PersonPatch {
  readonly role?: Role;
  readonly state?: 'active' | 'disabled';
}
/** `device`: browser and system in words; empty when they said nothing. */
export interface OwnSession {
  readonly id: string;
  readonly device: string;
  readonly created_at: string;
  readonly seen_at: string;
  readonly current: boolean;
}
export interface OwnAccount {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  readonly second_step: boolean;
  readonly way: AccountWay;
  readonly sessions: readonly OwnSession[];
  /** The organisation that one signed in with can be signed out of too. */
  readonly leaves_organisation?: true;
}

/** `address`: where the organisation's own sign-out is, when that was asked for. */
export interface SignedOut {
  readonly state: 'signed_out';
  readonly address?: string;
}

export const auditKinds = [
  'first_account',
  'signed_in',
  'sign_in_failed',
  'signed_out',
  'invited',
  'invitation_accepted',
  'invitation_ended',
  'organisation_joined',
  'organisation_linked',
  'organisation_unlinked',
  'organisation_refused',
  'role_changed',
  'disabled',
  'enabled',
  'sessions_ended',
  'password_asked',
  'password_changed',
  'name_changed',
  'token_made',
  'token_ended',
  'key_turned',
  'second_step_added',
  'second_step_removed',
  'second_step_reset',
  'second_step_failed',
  'passkey_failed',
  'second_step_roles',
  'recovery_code_used',
  'recovery_codes_renewed',
  'targets_changed',
  'data_exported',
  'link_made',
  'link_opened',
  'link_downloaded',
  'link_changed',
  'link_paused',
  'link_resumed',
  'link_ended',
] as const;
export type AuditKind = (typeof auditKinds)[number];
/** What the log can be narrowed to: kinds of events, and `register_changed` for every change of the register. */
export const auditFilters = [...auditKinds, 'register_changed'] as const;
export type AuditFilter = (typeof auditFilters)[number];
/**
 * What happened: an event of the audit's chain, with its `seq`, or a change of the register, with its `revision`; of such a
 * change `kind` is that of the revision, and `object` its reason.
 */
export interface AuditEvent {
  readonly id: string;
  readonly seq?: number;
  readonly revision?: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly object?: string;
  readonly detail: Readonly<Record<string, string | number>>;
}
/** `next`: what to ask for the page that follows with, as `before`. */
export interface AuditPage {
  readonly items: readonly AuditEvent[];
  readonly next?: string;
  /** The end of the audit's chain. */
  readonly head: string;
}
/** `kind`: one or more of `auditFilters` with commas between. `before`: the `next` of the page before. */
export interface AuditQuery {
  readonly kind?: string;
  readonly before?: string;
  readonly limit?: string;
}

export const accountEndpoints = {
  setUp: endpoint<None, NewAccount, SignInState>({
    id: 'setUp',
    method: 'POST',
    path: '/api/v1/accounts',
  }),
  signIn: endpoint<None, SignIn, SignInState>({
    id: 'signIn',
    method: 'POST',
    path: '/api/v1/sign-in',
  }),
  signOut: endpoint<None, { organisation?: true }, SignedOut>({
    id: 'signOut',
    method: 'POST',
    path: '/api/v1/sign-out',
  }),
  readInvitation: endpoint<None, { secret: string }, InvitationSeen>({
    id: 'readInvitation',
    method: 'POST',
    path: '/api/v1/invitations/read',
  }),
  acceptInvitation: endpoint<
    None,
    { secret: string; name?: string; password: string },
    SignInState
  >({
    id: 'acceptInvitation',
    method: 'POST',
    path: '/api/v1/invitations/accept',
  }),
  listPeople: endpoint<None, never, People>({
    id: 'listPeople',
    method: 'GET',
    path: '/api/v1/people',
  }),
  invite: endpoint<None, NewInvitation, Invited>({
    id: 'invite',
    method: 'POST',
    path: '/api/v1/invitations',
    makes: true,
  }),
  endInvitation: endpoint<None, None, { ended: number }>({
    id: 'endInvitation',
    method: 'POST',
    path: '/api/v1/invitations/:id/end',
  }),
  changePerson: endpoint<None, PersonPatch, Person>({
    id: 'changePerson',
    method: 'PATCH',
    path: '/api/v1/people/:id',
  }),
  endPersonSessions: endpoint<None, None, { ended: number }>({
    id: 'endPersonSessions',
    method: 'POST',
    path: '/api/v1/people/:id/sessions/end',
  }),
  askNewPassword: endpoint<None, None, MadeInvitation>({
    id: 'askNewPassword',
    method: 'POST',
    path: '/api/v1/people/:id/password',
    makes: true,
  }),
  account: endpoint<None, never, OwnAccount>({
    id: 'account',
    method: 'GET',
    path: '/api/v1/account',
  }),
  changeName: endpoint<None, { name: string }, OwnAccount>({
    id: 'changeName',
    method: 'POST',
    path: '/api/v1/account/name',
  }),
  changePassword: endpoint<None, { current: string; password: string }, { ended: number }>({
    id: 'changePassword',
    method: 'POST',
    path: '/api/v1/account/password',
  }),
  endSession: endpoint<None, None, { ended: number }>({
    id: 'endSession',
    method: 'POST',
    path: '/api/v1/account/sessions/:id/end',
  }),
  endOtherSessions: endpoint<None, None, { ended: number }>({
    id: 'endOtherSessions',
    method: 'POST',
    path: '/api/v1/account/sessions/end',
  }),
  audit: endpoint<AuditQuery, never, AuditPage>({
    id: 'audit',
    method: 'GET',
    path: '/api/v1/audit',
  }),
} as const;
