/**
 * Finds the projects that extend another one without reading every fact. The condition takes the
 * text of the facts, since PostgreSQL can't extract a field beside half a surrogate pair.
 */
export const extensions = (): readonly string[] => [
  `create index project_extension on project_facts (origin, code)
    where cast(facts_json as text) like '%"extended_project":%'`,
];
