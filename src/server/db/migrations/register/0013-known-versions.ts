/**
 * Indexes that find the known versions of a project and the days with data among any number of
 * changes.
 */
export const knownVersions = (): readonly string[] => [
  'create index project_version_known on project_version (origin, code, revision_to)',
  'create index project_history_known on project_history (origin, code, revision_to)',
  'create index revision_day on revision (origin, as_of, id)',
];
