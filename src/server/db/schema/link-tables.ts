import type { ExportRight, LinkState, PauseReason } from '#contract/links/constants.ts';
import type { FrozenView } from '#contract/links/schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import type { Language } from '#domain/values/language.ts';
import type { RedactionProfile } from '#domain/redaction/profile.ts';
import type { ColumnType } from 'kysely';
import type { Fixed, Json } from './column-types.ts';

/** A shared link. Only the SHA-256 of its secret is stored. Every change increments `version`. */
export interface SharedLinkTable {
  id: Fixed<string>;
  secret_hash: Fixed<string>;
  version: number;
  name: string;
  owner: Fixed<string>;
  owner_name: Fixed<string>;
  view_json: Json<LinkView>;
  profile_json: Json<RedactionProfile>;
  frozen_json: ColumnType<FrozenView | null, string | null, never>;
  language: Fixed<Language>;
  is_language_fixed: Fixed<boolean>;
  exports: Fixed<ExportRight>;
  title: Fixed<string | null>;
  is_title_published: Fixed<boolean>;
  is_picture_published: Fixed<boolean>;
  note: string | null;
  /** The hash of the password as a PHC string. */
  password: Fixed<string | null>;
  created_at: Fixed<string>;
  expires_at: string;
  /** It never says `expired`, which follows from `expires_at`. */
  state: Exclude<LinkState, 'expired'>;
  state_at: string | null;
  state_by: string | null;
  paused_for: PauseReason | null;
}
/** A reader's session of one link. `hash` is that of its cookie. */
export interface ShareSessionTable {
  hash: Fixed<string>;
  link: Fixed<string>;
  created_at: Fixed<string>;
  expires_at: Fixed<string>;
}
/** The figures of a frozen link as JSON text, in the order in which they were hashed. */
export interface SharedLinkFiguresTable {
  link: Fixed<string>;
  figures: Fixed<string>;
}
/** Downloads of one file through one link on one day. */
export interface SharedLinkDownloadTable {
  link: Fixed<string>;
  file: Fixed<string>;
  day: Fixed<string>;
  count: number;
  last_at: string;
}
export interface SharedLinkOpeningTable {
  link: Fixed<string>;
  count: number;
  bots: number;
  first_at: string | null;
  last_at: string | null;
}
