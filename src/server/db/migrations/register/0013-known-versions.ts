/**
 * Indexes by which what is known of one project, and the days that have data, are found at once
 * among any number of changes.
 */
export const knownVersions = (): readonly string[] => [
  'create index project_version_known on project_version (origin, code, revision_to)',
  'create index project_history_known on project_history (origin, code, revision_to)',
  'create index revision_day on revision (origin, as_of, id)',
];
