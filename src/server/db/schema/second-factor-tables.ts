import type { Role } from '#contract/core/rights.ts';
import type { Fixed } from './column-types.ts';

/**
 * The app that shows somebody's codes. `last_step`: the last one whose code was used.
 * `confirmed_at` null: begun, and no second step yet.
 */
interface AccountTotpTable {
  account: Fixed<string>;
  secret: string;
  last_step: number;
  confirmed_at: string | null;
}
/** One that was used has no row any more. */
interface RecoveryCodeTable {
  account: Fixed<string>;
  hash: Fixed<string>;
}
/**
 * `id` and `public_key` as base64url; `host`: the name under which it works; `transports` with
 * commas between.
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
/** What a passkey has signed already, kept until it would not be taken any more. */
interface UsedChallengeTable {
  hash: Fixed<string>;
  expires_at: Fixed<string>;
}
/**
 * Who gave the right password and nothing else yet: it opens the second step, or the way to set one
 * up, and is no session.
 */
interface HalfSessionTable {
  secret_hash: Fixed<string>;
  account: Fixed<string>;
  purpose: Fixed<'second_step' | 'set_up'>;
  expires_at: Fixed<string>;
}
interface SecondStepRoleTable {
  role: Fixed<Role>;
}

/** What people show beside their password. */
export interface SecondStepTables {
  account_totp: AccountTotpTable;
  recovery_code: RecoveryCodeTable;
  passkey: PasskeyTable;
  used_challenge: UsedChallengeTable;
  half_session: HalfSessionTable;
  second_step_role: SecondStepRoleTable;
}
