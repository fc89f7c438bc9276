import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

const moneyMeasures = [
  'total_investment',
  'contracted_amount',
  'paid_in',
  'fai_done_total',
  'output_plan',
];

/**
 * Revisions, the bitemporal register, observations, notes, the zone, settings and import previews.
 */
export function foundation(t: ColumnTypes): readonly string[] {
  const date = (name: string, nullable = false): string =>
    `${name} ${t.date} ${nullable ? '' : 'not null'} check (length(${name}) = 10)`;
  const versionColumns = `revision_from ${t.integer} not null references revision (id), revision_to ${t.integer} not null,
    made_by ${t.integer} not null, check (revision_to > revision_from)`;
  const money = moneyMeasures
    .map(
      (m) =>
        `${m}_minor ${t.integer}, ${m}_currency ${t.text} check ((${m}_minor is null) = (${m}_currency is null))`,
    )
    .join(', ');
  return [
    `create table revision (id ${t.integer} primary key, recorded_at ${t.text} not null, author ${t.text} not null, kind ${t.text} not null,
      reason ${t.text} not null, origin ${t.text}, ${date('as_of', true)}, undoes ${t.integer} references revision (id),
      undone_by ${t.integer} references revision (id)) ${t.strict}`,
    `create table project_facts (origin ${t.text} not null, code ${t.text} not null, revision ${t.integer} not null references revision (id),
      ${date('facts_from')}, facts_json ${t.json} not null, primary key (origin, code, revision, facts_from)) ${t.strict}`,
    `create table project_version (origin ${t.text} not null, code ${t.text} not null, ${date('valid_from')}, ${date('valid_to')},
      facts_revision ${t.integer} not null, ${date('facts_from')}, name ${t.text} not null, search_fold ${t.text} not null,
      investor ${t.text}, country ${t.text}, prefecture ${t.text}, industry ${t.text}, zone ${t.text},
      stage ${t.text} not null, stage_rank ${t.integer}, ${date('stage_since', true)}, stage_word ${t.text},
      status ${t.text} not null, status_rank ${t.integer} not null, ${date('status_date', true)}, status_reason ${t.text},
      ${date('last_update', true)}, data_status_rank ${t.integer} not null, ${date('overdue_baseline', true)},
      changes ${t.integer} not null, is_new ${t.boolean} not null, stage_from ${t.text}, status_from ${t.text},
      ${money}, ${versionColumns}, check (valid_to > valid_from), primary key (origin, code, revision_from, valid_from),
      foreign key (origin, code, facts_revision, facts_from) references project_facts (origin, code, revision, facts_from)) ${t.strict}`,
    // For counts and sums, which read only this index.
    `create index project_version_held on project_version (origin, valid_to, valid_from, revision_to, revision_from, status, stage,
      total_investment_currency, total_investment_minor, data_status_rank, industry, zone)`,
    // For lists, which read this index in order.
    `create index project_version_stage on project_version (origin, stage, total_investment_minor ${t.descending}, code)`,
    'create index project_version_amount on project_version (origin, total_investment_currency, total_investment_minor, code)',
    'create index project_version_name on project_version (origin, name, code)',
    'create index project_version_update on project_version (origin, last_update, code)',
    'create index project_version_stages on project_version (origin, stage_rank, code)',
    'create index project_version_statuses on project_version (origin, status_rank, code)',
    'create index project_version_overdue on project_version (origin, overdue_baseline)',
    'create index project_version_changed on project_version (origin, valid_from) where changes > 0',
    `create table project_history (origin ${t.text} not null, code ${t.text} not null, events_json ${t.json} not null, imported_json ${t.json},
      ${versionColumns}, primary key (origin, code, revision_from)) ${t.strict}`,
    `create table observation (origin ${t.text} not null, indicator ${t.text} not null, period ${t.text} not null check (length(period) = 7),
      value ${t.text}, missing ${t.text}, data_status ${t.text} not null, source ${t.text}, ${versionColumns},
      check ((value is null) <> (missing is null)), primary key (origin, indicator, period, revision_from)) ${t.strict}`,
    `create table cause_note (origin ${t.text} not null, indicator ${t.text} not null, period ${t.text} not null check (length(period) = 7),
      note ${t.text} not null, author ${t.text} not null, recorded_at ${t.text} not null, ${versionColumns},
      primary key (origin, indicator, period, revision_from)) ${t.strict}`,
    `create table zone_version (origin ${t.text} not null, profile_json ${t.json} not null, ${versionColumns}, primary key (origin, revision_from)) ${t.strict}`,
    `create table setting (name ${t.text} not null, value_json ${t.json} not null, ${versionColumns}, primary key (name, revision_from)) ${t.strict}`,
    `create table import_plan (id ${t.text} primary key, created_at ${t.text} not null, expires_at ${t.text} not null, plan_json ${t.json} not null) ${t.strict}`,
  ];
}
