import { inBrackets as writeInBrackets, type Text } from '#domain/values/language.ts';
import { projectFieldTerms, sameWords } from '#domain/labels/index.ts';
import { inAll } from '#domain/measures/explain/texts.ts';
import { dataStatuses } from '#domain/values/data-status.ts';
import { fieldDefinitions } from './labels/index.ts';
import type { FileColumn } from './table.ts';

/** Appends a second label in brackets. */
export const inBrackets = (label: Text, more: Text): Text =>
  inAll((language) => `${label[language]}${writeInBrackets(more[language], language)}`);

/** Finds the label of a field of a project. @returns the id of a field that has none */
export const labelField = (field: string): Text => projectFieldTerms[field] ?? sameWords(field);

/** Finds the definition of a field, to be merged into its column. */
export const findDefinition = (id: string): { readonly definition?: Text } => {
  const definition = fieldDefinitions[id];
  return definition === undefined ? {} : { definition };
};

/** The status of the value or record in a row. */
export const dataStatusColumn: FileColumn = {
  id: 'data_status',
  label: labelField('data_status'),
  kind: 'text',
  values: dataStatuses,
  ...findDefinition('data_status'),
};
