import { resourceName } from '#server/exports/formats/data-package.ts';
import type { Language } from '#domain/values/language.ts';
import { compact } from '#domain/values/compact.ts';
import type { FileColumn, ReadyTable } from '#server/exports/tables/table.ts';

const types: Readonly<Record<FileColumn['kind'], string>> = {
  text: 'string',
  number: 'number',
  amount: 'number',
  ratio: 'number',
  date: 'date',
  month: 'yearmonth',
  moment: 'datetime',
};

const describeField = (
  { id, label, kind, definition, unit, unit_in, values, isList, isOpen }: FileColumn,
  isRequired: boolean,
  language: Language,
) => {
  const constraints = compact({
    required: isRequired ? true : undefined,
    enum: isList === true || isOpen === true ? undefined : values,
    pattern:
      isList === true && values !== undefined
        ? `(${values.join('|')})( (${values.join('|')}))*`
        : undefined,
  });
  return {
    name: id,
    title: label[language],
    type: types[kind],
    ...compact({
      unit,
      unitField: unit_in,
      description: definition === undefined ? undefined : definition[language],
      constraints: Object.keys(constraints).length === 0 ? undefined : constraints,
    }),
  };
};

/**
 * Describes the columns of a table as a Table Schema: types, units, definitions, allowed values and
 * keys. An empty cell is a missing value.
 * Source: https://specs.frictionlessdata.io/table-schema/
 */
export const describeColumns = (
  { columns, key, refers }: Pick<ReadyTable, 'columns' | 'key' | 'refers'>,
  language: Language,
) => ({
  missingValues: [''],
  fields: columns.map((column) =>
    describeField(column, key?.includes(column.id) === true, language),
  ),
  ...compact({
    primaryKey: key,
    foreignKeys:
      refers === undefined
        ? undefined
        : [
            {
              fields: refers.field,
              reference: { resource: resourceName(refers.table), fields: refers.to },
            },
          ],
  }),
});
