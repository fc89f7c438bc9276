import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * Shared links, the sessions of their readers and their opening counts. Not part of the register or
 * of any revision.
 */
export function sharedLinks(t: ColumnTypes): readonly string[] {
  return [
    `create table shared_link (id ${t.text} primary key, secret_hash ${t.text} not null unique check (length(secret_hash) = 64),
      version ${t.integer} not null, name ${t.text} not null, owner ${t.text} not null, owner_name ${t.text} not null,
      view_json ${t.json} not null, profile_json ${t.json} not null, frozen_json ${t.json}, language ${t.text} not null,
      exports ${t.text} not null check (exports in ('none', 'pictures', 'data')), title ${t.text}, is_title_published ${t.boolean} not null,
      note ${t.text}, password ${t.text}, created_at ${t.text} not null, expires_at ${t.text} not null,
      state ${t.text} not null check (state in ('live', 'paused', 'ended')), state_at ${t.text}, state_by ${t.text},
      paused_for ${t.text} check (paused_for in ('chosen', 'owner'))) ${t.strict}`,
    'create index shared_link_owner on shared_link (owner)',
    `create table share_session (hash ${t.text} primary key check (length(hash) = 64), link ${t.text} not null references shared_link (id),
      created_at ${t.text} not null, expires_at ${t.text} not null) ${t.strict}`,
    'create index share_session_link on share_session (link)',
    'create index share_session_expiry on share_session (expires_at)',
    `create table shared_link_opening (link ${t.text} primary key references shared_link (id), count ${t.integer} not null,
      bots ${t.integer} not null, first_at ${t.text}, last_at ${t.text}) ${t.strict}`,
  ];
}
