import type { TokenRole } from '#contract/tokens.ts';
import type { ColumnType } from 'kysely';

/** Written once. */
type Fixed<T> = ColumnType<T, T, never>;

/** Lets a script in as an account. `used_on`: the day in UTC when it was last sent. Its row goes when it is ended. */
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

/** How scripts get in. */
export interface TokenTables {
  api_token: ApiTokenTable;
}
