import type { secondFactorSchemas } from './second-factor-schemas.ts';
import type { accountSchemas } from './schemas.ts';
import { defineEndpoints } from '#contract/core/endpoint.ts';

export const accountEndpoints = defineEndpoints<typeof accountSchemas>({
  setUp: { method: 'POST', path: '/api/v1/accounts' },
  signIn: { method: 'POST', path: '/api/v1/sign-in' },
  signOut: { method: 'POST', path: '/api/v1/sign-out' },
  readInvitation: { method: 'POST', path: '/api/v1/invitations/read' },
  acceptInvitation: { method: 'POST', path: '/api/v1/invitations/accept' },
  listPeople: { method: 'GET', path: '/api/v1/people' },
  invite: { method: 'POST', path: '/api/v1/invitations', creates: true },
  endInvitation: { method: 'POST', path: '/api/v1/invitations/:id/end' },
  changePerson: { method: 'PATCH', path: '/api/v1/people/:id' },
  endPersonSessions: { method: 'POST', path: '/api/v1/people/:id/sessions/end' },
  askNewPassword: { method: 'POST', path: '/api/v1/people/:id/password', creates: true },
  account: { method: 'GET', path: '/api/v1/account' },
  changeName: { method: 'POST', path: '/api/v1/account/name' },
  changePassword: { method: 'POST', path: '/api/v1/account/password' },
  endSession: { method: 'POST', path: '/api/v1/account/sessions/:id/end' },
  endOtherSessions: { method: 'POST', path: '/api/v1/account/sessions/end' },
  listTokens: { method: 'GET', path: '/api/v1/tokens' },
  makeToken: { method: 'POST', path: '/api/v1/tokens', creates: true },
  endToken: { method: 'POST', path: '/api/v1/tokens/:id/end' },
});
export const secondFactorEndpoints = defineEndpoints<typeof secondFactorSchemas>({
  signInCode: { method: 'POST', path: '/api/v1/sign-in/code' },
  startFirstTotp: { method: 'POST', path: '/api/v1/sign-in/totp/start' },
  turnOnFirstTotp: { method: 'POST', path: '/api/v1/sign-in/totp' },
  secondStep: { method: 'GET', path: '/api/v1/account/second-step' },
  startTotp: { method: 'POST', path: '/api/v1/account/totp/start' },
  turnOnTotp: { method: 'POST', path: '/api/v1/account/totp' },
  turnOffTotp: { method: 'POST', path: '/api/v1/account/totp/end' },
  renewRecoveryCodes: { method: 'POST', path: '/api/v1/account/recovery-codes' },
  resetSecondStep: { method: 'POST', path: '/api/v1/people/:id/second-step/end' },
  secondStepRoles: { method: 'PUT', path: '/api/v1/people/second-step' },
  askPasskey: { method: 'POST', path: '/api/v1/sign-in/passkey/options' },
  signInPasskey: { method: 'POST', path: '/api/v1/sign-in/passkey' },
  startFirstPasskey: { method: 'POST', path: '/api/v1/sign-in/passkeys/start' },
  addFirstPasskey: { method: 'POST', path: '/api/v1/sign-in/passkeys' },
  startPasskey: { method: 'POST', path: '/api/v1/account/passkeys/start' },
  addPasskey: { method: 'POST', path: '/api/v1/account/passkeys' },
  removePasskey: { method: 'POST', path: '/api/v1/account/passkeys/:id/end' },
});
