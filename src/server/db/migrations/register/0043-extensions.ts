/** Finds the projects that extend another one without reading every fact. */
export const extensions = (): readonly string[] => [
  `create index project_extension on project_facts (origin, (facts_json ->> 'extended_project'))
    where facts_json ->> 'extended_project' is not null`,
];
