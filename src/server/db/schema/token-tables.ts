import type { TokenRole } from '#contract/accounts/constants.ts';
import type { Fixed } from './column-types.ts';

/**
 * A token with which a script acts as an account. `used_on` is the day of its last use. Ending the
 * token deletes its row.
 */
interface ApiTokenTable {
  id: Fixed<string>;
  secret_hash: Fixed<string>;
  account: Fixed<string>;
  name: Fixed<string>;
  role: Fixed<TokenRole>;
  created_at: Fixed<string>;
  expires_at: Fixed<string>;
  used_on: string | null;
  /** Whether it reads files of data only and may stand in an address. */
  exports_only: Fixed<boolean>;
}

/** A sign-on with the organisation in progress; it expires after ten minutes. */
interface SingleSignOnAttemptTable {
  secret_hash: Fixed<string>;
  state_hash: Fixed<string>;
  nonce: Fixed<string>;
  verifier: Fixed<string>;
  return_to: Fixed<string>;
  expires_at: Fixed<string>;
}

/** The tables of API tokens and of single sign-on. */
export interface TokenTables {
  api_token: ApiTokenTable;
  single_sign_on_attempt: SingleSignOnAttemptTable;
}
