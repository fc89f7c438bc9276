export const questionKinds = [
  'file_kind',
  'sheet',
  'encoding',
  'currency',
  'unit',
  'date_order',
  'mapping',
  'stage_words',
  'several_rows',
  'sample_data',
  'zone_name',
  'zone_currency',
  'as_of',
  'same_project',
  'table',
  'unlisted',
  'replans',
  'signings',
  'row_currency',
  'edition_change',
  'renamed_codes',
  'renamed_columns',
  'amount_column',
  'stage_column',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** The fields whose columns name a project, the preferred one first. */
export const namingFields = ['project_name', 'company_name', 'investor_name'] as const;
/** Whether one of the fields of a table identifies the project of a row. */
export const namesProjects = (fields: readonly (string | undefined)[]): boolean =>
  ['project_id', ...namingFields].some((field) => fields.includes(field));

/**
 * Questions about one file, such as its day and its unusual values. A recipe does not keep their
 * answers.
 */
export const answersOfOneFile: ReadonlySet<string> = new Set([
  'file_kind',
  'zone_name',
  'zone_currency',
  'sample_data',
  'as_of',
  'jumps',
  'falls',
  'edition_change',
  'renamed_codes',
  'renamed_columns',
]);
