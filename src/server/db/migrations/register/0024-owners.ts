import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** The owner and the responsible unit of each version, from its facts, so that lists can filter. */
export const owners = (t: ColumnTypes): readonly string[] => [
  `alter table project_version add column fact_owner ${t.text}`,
  `alter table project_version add column fact_unit ${t.text}`,
  `update project_version set fact_owner = f.facts_json ->> 'owner', fact_unit = f.facts_json ->> 'unit'
    from project_facts as f where f.origin = project_version.origin and f.code = project_version.code
      and f.revision = project_version.facts_revision and f.facts_from = project_version.facts_from`,
];
