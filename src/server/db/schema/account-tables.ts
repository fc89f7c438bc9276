import type { InvitationMethod } from '#contract/accounts/constants.ts';
import type { Role } from '#contract/core/rights.ts';
import type { ColumnType } from 'kysely';
import type { Fixed } from './column-types.ts';
import type { SecondFactorTables } from './second-factor-tables.ts';

/**
 * A person who signs in. A person without a password signs in with the organisation, as `subject`
 * of `issuer`. `version` counts changes of role and state.
 */
interface AccountTable {
  id: Fixed<string>;
  login: Fixed<string>;
  login_fold: Fixed<string>;
  name: string;
  name_fold: string;
  role: Role;
  state: 'active' | 'disabled';
  password: string | null;
  version: number;
  created_at: Fixed<string>;
  issuer: ColumnType<string | null, never, string | null>;
  subject: ColumnType<string | null, never, string | null>;
}
/**
 * An invitation to create an account, or with `account` a link that sets a new password. Using or
 * ending it deletes its row.
 */
interface InvitationTable {
  id: Fixed<string>;
  secret_hash: Fixed<string>;
  account: Fixed<string | null>;
  login: Fixed<string>;
  login_fold: Fixed<string>;
  role: Fixed<Role>;
  invited_by: string;
  way: ColumnType<InvitationMethod, InvitationMethod | undefined, never>;
  /**
   * The organisation that identifies the person. Null for a link. `subject` is set if the
   * invitation names one.
   */
  issuer: Fixed<string | null>;
  subject: Fixed<string | null>;
  created_at: Fixed<string>;
  expires_at: Fixed<string>;
}
/**
 * `device_words`: browser and system, such as `Firefox · Windows`, and never an address.
 * `id_token`: the ID token of the organisation, for the sign-out there.
 */
interface AccountSessionTable {
  id: Fixed<string>;
  secret_hash: Fixed<string>;
  account: Fixed<string>;
  device_words: Fixed<string>;
  created_at: Fixed<string>;
  seen_at: string;
  id_token: ColumnType<string | null, string | null | undefined, never>;
}
/** A browser in which the account signed in before. */
interface KnownDeviceTable {
  hash: Fixed<string>;
  account: Fixed<string>;
  seen_at: string;
}
/** Details of an audit event. They hold no secrets and no addresses. */
export type AuditDetail = Readonly<Record<string, string | number>>;
/** An audit event. Each row holds a hash that includes the hash of the previous row. */
interface AuditEventTable {
  seq: Fixed<number>;
  at: Fixed<string>;
  actor_id: Fixed<string | null>;
  actor: Fixed<string>;
  kind: Fixed<string>;
  object: Fixed<string | null>;
  detail_json: ColumnType<AuditDetail, string, never>;
  hash: Fixed<string>;
}

/**
 * Attempts to sign in or to open links under one key: their times in ms, and how many failed in a
 * row.
 */
interface AttemptTable {
  key_hash: Fixed<string>;
  times_json: ColumnType<readonly number[], string, string>;
  in_row: number;
  seen_at: string;
}

/** The tables of accounts, sessions, invitations and the audit log. */
export interface AccountTables extends SecondFactorTables {
  account: AccountTable;
  invitation: InvitationTable;
  account_session: AccountSessionTable;
  known_device: KnownDeviceTable;
  audit_event: AuditEventTable;
  attempt: AttemptTable;
}
