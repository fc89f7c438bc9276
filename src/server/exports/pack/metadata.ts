import { compact } from '#domain/values/compact.ts';
import { isBeforeRegister } from '#domain/projects/first-known-day.ts';
import type { Language } from '#domain/values/language.ts';
import { illustrativeLabel, registerNotes } from '#domain/labels/index.ts';
import { filterLines } from '#server/exports/tables/filter-labels.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import type { FileColumn, ReadyTable } from '#server/exports/tables/table.ts';

/** One file of a pack that is a table, as it was written. */
export interface PackedTable {
  readonly path: string;
  readonly table: Pick<ReadyTable, 'id' | 'title' | 'columns'>;
  readonly rows: number;
  readonly bytes: number;
}
const types: Readonly<Record<FileColumn['kind'], string>> = {
  text: 'string',
  number: 'number',
  amount: 'number',
  ratio: 'number',
  date: 'date',
  month: 'yearmonth',
  moment: 'datetime',
};

function fieldOf(column: FileColumn, language: Language) {
  const { id, label, kind, definition, unit, unit_in, values } = column;
  return {
    name: id,
    title: label[language],
    type: types[kind],
    ...compact({
      unit,
      unitField: unit_in,
      description: definition === undefined ? undefined : definition[language],
      categories: values,
    }),
  };
}

/** What a program needs to read the pack: fields with unit, type and definition (Frictionless Data Package), day, revision, sources and status. */
export const metadataOf = (scope: DocumentScope, tables: readonly PackedTable[]): string => {
  const { profile, language, as_of, compare, known, recorded_at, illustrative, projects, address } =
    scope;
  const notes = registerNotes(scope.overview, language);
  return `${JSON.stringify(
    {
      profile: 'data-package',
      name: `headway-${scope.origin}-${as_of}`.replaceAll('_', '-'),
      title: profile.name[language],
      language,
      as_of,
      ...compact({ compared_with: compare }),
      revision: known,
      known_at: recorded_at,
      ...compact({
        first_known_day: scope.overview.first_known_day,
        undated_projects: scope.overview.undated,
        notes: notes.length === 0 ? undefined : notes,
      }),
      created: recorded_at,
      homepage: address,
      ...compact({
        projects: isBeforeRegister(as_of, scope.overview.first_known_day) ? undefined : projects,
      }),
      filter: filterLines(scope),
      data_status: illustrative ? 'illustrative' : profile.data_status,
      ...compact({ warning: illustrative ? illustrativeLabel[language] : undefined }),
      base_currency: profile.base_currency,
      stage_mapping: profile.stage_mapping,
      sources: profile.sources.map(({ id, title, date, url }) => ({
        name: id,
        title: title[language],
        date,
        ...compact({ path: url }),
      })),
      indicators: profile.indicators.map(({ id, name, unit, kind, cumulation, definition }) => ({
        name: id,
        title: name[language],
        unit,
        kind,
        ...compact({ cumulation }),
        description: definition[language],
      })),
      resources: tables.map(({ path, table, rows, bytes }) => ({
        name: table.id.replaceAll('_', '-'),
        path,
        title: table.title[language],
        mediatype: 'text/csv',
        encoding: 'utf-8',
        rows,
        bytes,
        dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
        schema: {
          missingValues: [''],
          fields: table.columns.map((column) => fieldOf(column, language)),
        },
      })),
    },
    null,
    2,
  )}\n`;
};
