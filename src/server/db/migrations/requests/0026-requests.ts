import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * Requests for values, their secrets and sessions, and the answers with their files. Not part of
 * the register. An accepted answer enters the register by the revision that accepts it.
 */
export function requests(t: ColumnTypes): readonly string[] {
  return [
    `create table request_link (id ${t.text} primary key, version ${t.integer} not null, month ${t.text} not null, unit ${t.text} not null,
      person ${t.text}, email ${t.text}, language ${t.text} not null, note ${t.text}, cells_json ${t.json} not null,
      deadline ${t.date} not null check (length(deadline) = 10), expires_at ${t.text} not null, owner ${t.text} not null,
      owner_name ${t.text} not null, created_at ${t.text} not null, opened_at ${t.text}, reminded_at ${t.text},
      state ${t.text} not null check (state in ('live', 'cancelled')), state_at ${t.text}, state_by ${t.text}) ${t.strict}`,
    'create index request_link_month on request_link (month)',
    `create table request_secret (hash ${t.text} primary key check (length(hash) = 64),
      request ${t.text} not null references request_link (id), created_at ${t.text} not null) ${t.strict}`,
    'create index request_secret_request on request_secret (request)',
    `create table request_session (hash ${t.text} primary key check (length(hash) = 64),
      request ${t.text} not null references request_link (id), created_at ${t.text} not null, expires_at ${t.text} not null) ${t.strict}`,
    'create index request_session_expiry on request_session (expires_at)',
    `create table proposal (id ${t.text} primary key, seq ${t.integer} not null unique, request ${t.text} not null references request_link (id), cell ${t.text} not null,
      value ${t.text}, outcome ${t.text} check (outcome in ('done', 'not_yet', 'planned')), currency ${t.text}, last_value ${t.text}, note ${t.text},
      doubt ${t.text} check (doubt in ('jump', 'fell')), is_provisional ${t.boolean} not null, is_correction ${t.boolean} not null,
      entered_by ${t.text}, created_at ${t.text} not null,
      state ${t.text} not null check (state in ('open', 'accepted', 'returned', 'corrected')), decided_at ${t.text}, decided_by ${t.text},
      returned ${t.text}, revision ${t.integer} references revision (id)) ${t.strict}`,
    'create index proposal_request on proposal (request)',
    `create table answer_file (id ${t.text} primary key, request ${t.text} not null references request_link (id),
      sha256 ${t.text} not null references evidence_file (sha256), file_name ${t.text} not null, media_type ${t.text} not null,
      size ${t.integer} not null, added_at ${t.text} not null) ${t.strict}`,
    'create index answer_file_request on answer_file (request)',
  ];
}
