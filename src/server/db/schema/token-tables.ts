import type { TokenRole } from '#contract/accounts/constants.ts';
import type { Fixed } from './column-types.ts';

/**
 * Lets a script in as an account. `used_on`: the day in UTC when it was last sent. Its row goes
 * when it is ended.
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
}

/** An attempt to sign in with the organisation that is under way, for ten minutes. */
interface SingleSignOnAttemptTable {
  secret_hash: Fixed<string>;
  state_hash: Fixed<string>;
  nonce: Fixed<string>;
  verifier: Fixed<string>;
  return_to: Fixed<string>;
  expires_at: Fixed<string>;
}

/** How scripts get in, and people of the organisation. */
export interface TokenTables {
  api_token: ApiTokenTable;
  single_sign_on_attempt: SingleSignOnAttemptTable;
}
