import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** Responses to changes with an Idempotency-Key, and daily exchange rates. */
export function idempotencyAndRates(t: ColumnTypes): readonly string[] {
  return [
    `create table idempotency_answer (owner ${t.text} not null, key_hash ${t.text} not null, body_hash ${t.text} not null,
      status ${t.integer} not null, answer ${t.text} not null, expires_at ${t.text} not null, primary key (owner, key_hash)) ${t.strict}`,
    `create index idempotency_answer_by_end on idempotency_answer (expires_at)`,
    `create table exchange_rate (base ${t.text} not null, quote ${t.text} not null, day ${t.date} not null check (length(day) = 10),
      per_units ${t.integer} not null check (per_units > 0), rate ${t.text} not null, source ${t.text} not null,
      revision_from ${t.integer} not null references revision (id), revision_to ${t.integer} not null, made_by ${t.integer} not null,
      check (revision_to > revision_from), check (base <> quote), primary key (base, quote, day, revision_from)) ${t.strict}`,
  ];
}
