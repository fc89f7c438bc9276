import { endpoint, type None } from '#contract/core/endpoint.ts';
import type { Passkey } from './passkeys.ts';
import type { Role } from '#contract/core/rights.ts';

/** What can be shown beside a password: a code of an app, a key that the device keeps, one of the codes on paper. */
export const secondStepWays = ['totp', 'passkey', 'recovery_code'] as const;
export type SecondStepWay = (typeof secondStepWays)[number];
/** Why an account must have a second step before it may do anything: its role, or a password too short to stand alone. */
export const secondStepReasons = ['role', 'short_password'] as const;
export type SecondStepReason = (typeof secondStepReasons)[number];
/** How many recovery codes are made at once. */
export const recoveryCodeCount = 10;

/** What came of an attempt to be let in; a session, or what may follow for a few minutes, stands in a cookie. */
export type SignInState =
  | { readonly state: 'signed_in' }
  | { readonly state: 'second_step'; readonly ways: readonly SecondStepWay[] }
  | { readonly state: 'second_step_missing'; readonly because: SecondStepReason };

/** One's own second step. `compulsory`: one's role has to have one. `recovery_codes`: how many are left. */
export interface SecondStep {
  readonly compulsory: boolean;
  readonly totp_since?: string;
  readonly recovery_codes: number;
  readonly passkeys: readonly Passkey[];
  /** Whether browsers have passkeys under the address that this was asked at. */
  readonly passkeys_here: boolean;
}
/** A secret that an app takes in: to be typed, and as the `otpauth:` address that a QR code holds. */
export interface TotpSecret {
  readonly secret: string;
  readonly address: string;
}
/** The only answer that holds them. Empty where there are some already. */
export interface RecoveryCodes {
  readonly recovery_codes: readonly string[];
}
export interface PasswordAndCode {
  readonly password: string;
  readonly code: string;
}

/** For If-Match: which roles must have a second step, as they were seen. */
export const secondStepRolesTag = (held: readonly Role[]): string =>
  held.length === 0 ? 'none' : held.join('.');

export const secondStepEndpoints = {
  signInCode: endpoint<None, { code: string }, SignInState>({
    id: 'signInCode',
    method: 'POST',
    path: '/api/v1/sign-in/code',
  }),
  startFirstTotp: endpoint<None, None, TotpSecret>({
    id: 'startFirstTotp',
    method: 'POST',
    path: '/api/v1/sign-in/totp/start',
  }),
  turnOnFirstTotp: endpoint<None, { code: string }, RecoveryCodes>({
    id: 'turnOnFirstTotp',
    method: 'POST',
    path: '/api/v1/sign-in/totp',
  }),
  secondStep: endpoint<None, never, SecondStep>({
    id: 'secondStep',
    method: 'GET',
    path: '/api/v1/account/second-step',
  }),
  startTotp: endpoint<None, None, TotpSecret>({
    id: 'startTotp',
    method: 'POST',
    path: '/api/v1/account/totp/start',
  }),
  turnOnTotp: endpoint<None, PasswordAndCode, RecoveryCodes>({
    id: 'turnOnTotp',
    method: 'POST',
    path: '/api/v1/account/totp',
  }),
  turnOffTotp: endpoint<None, PasswordAndCode, SecondStep>({
    id: 'turnOffTotp',
    method: 'POST',
    path: '/api/v1/account/totp/end',
  }),
  renewRecoveryCodes: endpoint<None, { password: string }, RecoveryCodes>({
    id: 'renewRecoveryCodes',
    method: 'POST',
    path: '/api/v1/account/recovery-codes',
  }),
  resetSecondStep: endpoint<None, None, { ended: number }>({
    id: 'resetSecondStep',
    method: 'POST',
    path: '/api/v1/people/:id/second-step/end',
  }),
  secondStepRoles: endpoint<
    None,
    { roles: readonly Role[]; reason: string },
    { roles: readonly Role[] }
  >({
    id: 'secondStepRoles',
    method: 'PUT',
    path: '/api/v1/people/second-step',
  }),
} as const;
