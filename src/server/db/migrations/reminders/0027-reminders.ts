import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * Digests and calendars: settings, choices of people, and deliveries. Not part of the register or
 * of any revision. A key outside the store seals passwords and the addresses of webhooks. Only the
 * hash of a calendar's secret is stored.
 */
export function reminders(t: ColumnTypes): readonly string[] {
  const schedule = `frequency ${t.text} not null check (frequency in ('off', 'weekly', 'monthly')),
      weekday ${t.integer} not null check (weekday between 1 and 7), language ${t.text} not null, since ${t.text} not null,
      version ${t.integer} not null`;
  return [
    `create table reminder_setting (name ${t.text} primary key, time_zone ${t.text} not null, mail_json ${t.json}, mail_password ${t.text},
      version ${t.integer} not null) ${t.strict}`,
    `create table webhook (id ${t.text} primary key, name ${t.text} not null unique,
      form ${t.text} not null check (form in ('json', 'wecom', 'dingtalk')), address ${t.text} not null, host ${t.text} not null, secret ${t.text},
      role ${t.text} not null check (role in ('viewer', 'analyst', 'manager', 'admin')), ${schedule}, created_at ${t.text} not null) ${t.strict}`,
    `create table account_digest (account ${t.text} primary key references account (id), channel ${t.text} not null, address ${t.text},
      ${schedule}) ${t.strict}`,
    `create table digest_delivery (recipient ${t.text} not null, period ${t.text} not null,
      state ${t.text} not null check (state in ('waiting', 'sending', 'sent', 'failed', 'unknown')), attempts ${t.integer} not null,
      at ${t.text} not null, next_try_at ${t.text}, error ${t.text}, primary key (recipient, period)) ${t.strict}`,
    `create table calendar_feed (id ${t.text} primary key, secret_hash ${t.text} not null unique check (length(secret_hash) = 64),
      account ${t.text} not null references account (id), language ${t.text} not null, created_at ${t.text} not null, used_on ${t.date}) ${t.strict}`,
  ];
}
