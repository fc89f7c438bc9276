import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * Accounts, invitations, sessions, known devices and the audit log. Not part of the register or of
 * any revision.
 */
export function accounts(t: ColumnTypes): readonly string[] {
  const hash = (name: string): string => `${name} ${t.text} not null check (length(${name}) = 64)`;
  const role = `role ${t.text} not null check (role in ('viewer', 'analyst', 'manager', 'admin'))`;
  return [
    `create table account (id ${t.text} primary key, login ${t.text} not null, login_fold ${t.text} not null unique, name ${t.text} not null,
      name_fold ${t.text} not null unique, ${role}, state ${t.text} not null check (state in ('active', 'disabled')), password ${t.text},
      version ${t.integer} not null, created_at ${t.text} not null) ${t.strict}`,
    `create table invitation (id ${t.text} primary key, ${hash('secret_hash')} unique, account ${t.text} references account (id),
      login ${t.text} not null, login_fold ${t.text} not null, ${role}, invited_by ${t.text} not null, created_at ${t.text} not null,
      expires_at ${t.text} not null) ${t.strict}`,
    `create table account_session (id ${t.text} primary key, ${hash('secret_hash')} unique, account ${t.text} not null references account (id),
      device_words ${t.text} not null, created_at ${t.text} not null, seen_at ${t.text} not null) ${t.strict}`,
    'create index account_session_account on account_session (account)',
    `create table known_device (${hash('hash')}, account ${t.text} not null references account (id), seen_at ${t.text} not null,
      primary key (hash, account)) ${t.strict}`,
    `create table audit_event (seq ${t.integer} primary key, at ${t.text} not null, actor_id ${t.text}, actor ${t.text} not null,
      kind ${t.text} not null, object ${t.text}, detail_json ${t.json} not null, ${hash('hash')}) ${t.strict}`,
    'create index audit_event_kind on audit_event (kind, seq)',
  ];
}
