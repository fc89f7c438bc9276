import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * API tokens, identities of the organisation, and sign-ons in progress. Not part of the register or
 * of any revision.
 */
export function tokensAndSingleSignOn(t: ColumnTypes): readonly string[] {
  return [
    `create table api_token (id ${t.text} primary key, secret_hash ${t.text} not null unique check (length(secret_hash) = 64),
      account ${t.text} not null references account (id), name ${t.text} not null,
      role ${t.text} not null check (role in ('viewer', 'analyst', 'manager')), created_at ${t.text} not null,
      expires_at ${t.text} not null, used_on ${t.date}, unique (account, name)) ${t.strict}`,
    `alter table account add column issuer ${t.text}`,
    `alter table account add column subject ${t.text}`,
    'create unique index account_identity on account (issuer, subject)',
    `alter table invitation add column way ${t.text} not null default 'link' check (way in ('link', 'organisation'))`,
    `create table single_sign_on_attempt (secret_hash ${t.text} primary key check (length(secret_hash) = 64),
      state_hash ${t.text} not null check (length(state_hash) = 64), nonce ${t.text} not null, verifier ${t.text} not null,
      return_to ${t.text} not null, expires_at ${t.text} not null) ${t.strict}`,
  ];
}
