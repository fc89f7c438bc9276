import { endpoint, type None } from '#contract/core/endpoint.ts';
import type { RecoveryCodes, SignInState } from './second-factor.ts';

/** How many one account may have. */
export const mostPasskeys = 20;
/** Without a password, or after it. */
export const passkeySteps = ['first', 'second'] as const;
export type PasskeyStep = (typeof passkeySteps)[number];

/** What a browser is asked for, as WebAuthn writes it in JSON. */
export type PasskeyOptions = Readonly<Record<string, unknown>>;
/** What a browser answers, as WebAuthn writes it in JSON. */
export interface PasskeyAnswer {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: Readonly<Record<string, unknown>>;
  readonly clientExtensionResults: Readonly<Record<string, unknown>>;
  readonly authenticatorAttachment?: string;
}
/** `host`: the name of this Headway under which it works. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly created_at: string;
  readonly used_at?: string;
}

/** What a browser made, under a name that its owner knows it by. */
export interface NewPasskey {
  readonly name: string;
  readonly answer: PasskeyAnswer;
}
export const passkeyEndpoints = {
  askPasskey: endpoint<None, { step: PasskeyStep }, PasskeyOptions>({
    id: 'askPasskey',
    method: 'POST',
    path: '/api/v1/sign-in/passkey/options',
  }),
  signInPasskey: endpoint<None, { step: PasskeyStep; answer: PasskeyAnswer }, SignInState>({
    id: 'signInPasskey',
    method: 'POST',
    path: '/api/v1/sign-in/passkey',
  }),
  startFirstPasskey: endpoint<None, None, PasskeyOptions>({
    id: 'startFirstPasskey',
    method: 'POST',
    path: '/api/v1/sign-in/passkeys/start',
  }),
  addFirstPasskey: endpoint<None, NewPasskey, RecoveryCodes>({
    id: 'addFirstPasskey',
    method: 'POST',
    path: '/api/v1/sign-in/passkeys',
  }),
  startPasskey: endpoint<None, { password: string }, PasskeyOptions>({
    id: 'startPasskey',
    method: 'POST',
    path: '/api/v1/account/passkeys/start',
  }),
  addPasskey: endpoint<None, NewPasskey, RecoveryCodes>({
    id: 'addPasskey',
    method: 'POST',
    path: '/api/v1/account/passkeys',
  }),
  removePasskey: endpoint<None, { password: string }, { removed: number }>({
    id: 'removePasskey',
    method: 'POST',
    path: '/api/v1/account/passkeys/:id/end',
  }),
} as const;
