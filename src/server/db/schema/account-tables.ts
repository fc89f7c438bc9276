import type { InvitationMethod } from '#contract/accounts/constants.ts';
import type { Role } from '#contract/core/rights.ts';
import type { ColumnType } from 'kysely';
import type { Fixed } from './column-types.ts';
import type { SecondStepTables } from './second-factor-tables.ts';

/**
 * Somebody who signs in. `password` absent: has none, and signs in with the organisation, as
 * `subject` of `issuer`. `version` counts the changes of role and state.
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
 * What makes an account: a link, or the first sign-in with the organisation; or, where it names
 * one, a link for its new password. Its row goes when it was used or ended.
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
   * The organisation that vouches for the person, and its subject where the invitation names one.
   * Null: a link.
   */
  issuer: Fixed<string | null>;
  subject: Fixed<string | null>;
  created_at: Fixed<string>;
  expires_at: Fixed<string>;
}
/**
 * `device_words`: browser and system, as `Firefox · Windows`; never an address. `id_token`: of the
 * organisation, where it can be signed out of.
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
/** A browser that somebody signed in with before. */
interface KnownDeviceTable {
  hash: Fixed<string>;
  account: Fixed<string>;
  seen_at: string;
}
/** What an event says beside who, what and when: no secrets and no addresses. */
export type AuditDetail = Readonly<Record<string, string | number>>;
/** Who did what; each row bears the hash of the one before it. */
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

/** People, how they get in, and what is kept of who did what. */
export interface AccountTables extends SecondStepTables {
  account: AccountTable;
  invitation: InvitationTable;
  account_session: AccountSessionTable;
  known_device: KnownDeviceTable;
  audit_event: AuditEventTable;
}
