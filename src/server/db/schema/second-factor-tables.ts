import type { Role } from '#contract/core/rights.ts';
import type { Fixed } from './column-types.ts';

/**
 * The authenticator app of an account. `last_step` is the last time step whose code was used. Until
 * `confirmed_at` is set, the app is no second factor.
 */
interface AccountTotpTable {
  account: Fixed<string>;
  secret: string;
  last_step: number;
  confirmed_at: string | null;
}
/** An unused recovery code. Using it deletes its row. */
interface RecoveryCodeTable {
  account: Fixed<string>;
  hash: Fixed<string>;
}
/**
 * `id` and `public_key` are in base64url. `host` is the host name under which the passkey works.
 * `transports` is a comma-separated list.
 */
interface PasskeyTable {
  id: Fixed<string>;
  account: Fixed<string>;
  name: Fixed<string>;
  host: Fixed<string>;
  public_key: Fixed<string>;
  counter: number;
  transports: Fixed<string>;
  created_at: Fixed<string>;
  used_at: string | null;
}
/** A challenge that a passkey has signed. The row stays until the challenge expires. */
interface UsedChallengeTable {
  hash: Fixed<string>;
  expires_at: Fixed<string>;
}
/**
 * A sign-in that passed the password but not the second factor. It grants only the second factor or
 * its set-up.
 */
interface PendingSignInTable {
  secret_hash: Fixed<string>;
  account: Fixed<string>;
  purpose: Fixed<'second_step' | 'set_up'>;
  expires_at: Fixed<string>;
}
interface SecondFactorRoleTable {
  role: Fixed<Role>;
}

/** The tables of second factors and pending sign-ins. */
export interface SecondFactorTables {
  account_totp: AccountTotpTable;
  recovery_code: RecoveryCodeTable;
  passkey: PasskeyTable;
  used_challenge: UsedChallengeTable;
  half_session: PendingSignInTable;
  second_step_role: SecondFactorRoleTable;
}
