import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * Second factors, pending sign-ins, and the roles that require a second factor. A key outside the
 * store seals secrets that are read again. Only the hash of all others is stored.
 */
export function secondFactor(t: ColumnTypes): readonly string[] {
  const hash = (name: string): string => `${name} ${t.text} not null check (length(${name}) = 64)`;
  const account = `account ${t.text} not null references account (id)`;
  return [
    `create table account_totp (account ${t.text} primary key references account (id), secret ${t.text} not null, last_step ${t.integer} not null,
      confirmed_at ${t.text}) ${t.strict}`,
    `create table recovery_code (${account}, ${hash('hash')}, primary key (account, hash)) ${t.strict}`,
    `create table passkey (id ${t.text} primary key, ${account}, name ${t.text} not null, host ${t.text} not null, public_key ${t.text} not null,
      counter ${t.integer} not null, transports ${t.text} not null, created_at ${t.text} not null, used_at ${t.text}) ${t.strict}`,
    'create index passkey_account on passkey (account)',
    `create table used_challenge (${hash('hash')} primary key, expires_at ${t.text} not null) ${t.strict}`,
    `create table half_session (${hash('secret_hash')} primary key, ${account}, purpose ${t.text} not null check (purpose in ('second_step', 'set_up')),
      expires_at ${t.text} not null) ${t.strict}`,
    `create table second_step_role (role ${t.text} primary key check (role in ('viewer', 'analyst', 'manager', 'admin'))) ${t.strict}`,
  ];
}
