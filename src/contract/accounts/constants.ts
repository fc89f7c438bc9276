import type { Role } from '#contract/core/rights.ts';

/**
 * In characters. `leastWithSecondFactor`: the smallest number for a password with a second factor.
 */
export const passwordLength = { least: 15, leastWithSecondFactor: 8, most: 256 } as const;
/** The fault of a new password; the `value` of the problem's detail. */
export const passwordFaults = ['too_short', 'too_long', 'common', 'listed'] as const;
export type PasswordFault = (typeof passwordFaults)[number];

/** How an account signs in: with its own password, or through the organisation. */
export const signInMethods = ['password', 'organisation'] as const;
export type SignInMethod = (typeof signInMethods)[number];
/**
 * How an invitation is accepted: by a link that an admin sends, or by the first sign-in through the
 * organisation.
 */
export const invitationMethods = ['link', 'organisation'] as const;
export type InvitationMethod = (typeof invitationMethods)[number];

/** The second factors: a code of an app, a passkey, a recovery code. */
export const secondFactorMethods = ['totp', 'passkey', 'recovery_code'] as const;
export type SecondFactorMethod = (typeof secondFactorMethods)[number];
/**
 * Why an account must have a second factor: its role, or a password that is too short without one.
 */
export const secondFactorReasons = ['role', 'short_password'] as const;
export type SecondFactorReason = (typeof secondFactorReasons)[number];
/** The number of recovery codes that are made at once. */
export const recoveryCodeCount = 10;
/** Tag for If-Match: the roles that must have a second factor. */
export const secondFactorRolesTag = (roles: readonly Role[]): string =>
  roles.length === 0 ? 'none' : roles.join('.');

/** The most passkeys of one account. */
export const maxPasskeys = 20;
/** When a passkey is requested: instead of a password, or after it. */
export const passkeySteps = ['first', 'second'] as const;
export type PasskeyStep = (typeof passkeySteps)[number];

/** Paths of single sign-on: to the provider, back from it, and the page that shows the result. */
export const singleSignOnPaths = {
  start: '/sign-in/organisation',
  back: '/sign-in/organisation/back',
  page: '/sign-in',
} as const;
/**
 * Why a single sign-on failed; `why` in the address of the sign-in page. `over`: the attempt is
 * older than ten minutes, was used, or belongs to another browser.
 */
export const singleSignOnFaults = [
  'no_account',
  'cancelled',
  'over',
  'unavailable',
  'refused',
  'too_often',
] as const;
export type SingleSignOnFault = (typeof singleSignOnFaults)[number];

/** Roles of tokens. No token reaches people and their accounts, so none is an admin's. */
export const tokenRoles = ['viewer', 'analyst', 'manager'] as const satisfies readonly Role[];
export type TokenRole = (typeof tokenRoles)[number];
/** Limits the role of a token to that of its owner. */
export const limitTokenRole = (role: TokenRole, owner: Role): TokenRole =>
  tokenRoles.find((one) => one === role || one === owner) ?? role;
/** In days. */
export const tokenLife = { usual: 90, most: 365 } as const;
/** Roles that single sign-on may give to everybody; admins are named one by one. */
export type OrganisationRole = TokenRole;
