import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { illustrativeLabel, registerNotes } from '#domain/labels/index.ts';
import { describeFilters } from '#server/exports/tables/filter-labels.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import type { ReadyTable } from '#server/exports/tables/table.ts';
import { writeCitation } from './readme.ts';
import { noLicenceTerm } from '#domain/labels/projects/redistribution.ts';
import { listLeftOut } from '#server/exports/workbook/about-sheet.ts';
import { csvDialect, describeLicence, resourceName } from '#server/exports/formats/data-package.ts';
import { describeColumns } from './table-schema.ts';

/** A table file of a pack with its written size. */
export interface PackedTable {
  readonly path: string;
  readonly table: Pick<ReadyTable, 'id' | 'title' | 'columns' | 'key' | 'refers'>;
  readonly rows: number;
  readonly bytes: number;
}
const describeSource = (
  { id, title, date, url }: DocumentScope['profile']['sources'][number],
  language: Language,
) => ({ name: id, title: title[language], date, ...compact({ path: url }) });

const describeIndicator = (
  { id, name, unit, kind, cumulation, definition }: Indicator,
  language: Language,
) => ({
  name: id,
  title: name[language],
  unit,
  kind,
  ...compact({ cumulation }),
  description: definition[language],
});

const describeTable = ({ path, table, rows, bytes }: PackedTable, language: Language) => ({
  profile: 'tabular-data-resource',
  name: resourceName(table.id),
  path,
  title: table.title[language],
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  rows,
  bytes,
  dialect: csvDialect,
  schema: describeColumns(table, language),
});

/**
 * Describes the pack as a Frictionless Data Package: day, revision, sources, indicators and tables,
 * with type, unit and definition of each field.
 */
export function writeMetadata(scope: DocumentScope, tables: readonly PackedTable[]): string {
  const { profile, language, as_of, recorded_at, illustrative, overview } = scope;
  const notes = registerNotes(overview, language);
  const isUnknown = !areProjectsKnown(as_of, overview.first_known_day);
  const metadata = {
    profile: 'tabular-data-package',
    name: resourceName(`headway-${scope.origin}-${as_of}`),
    title: profile.name[language],
    language,
    as_of,
    ...compact({ compared_with: scope.compare }),
    revision: scope.knownRevision,
    known_at: recorded_at,
    ...compact({
      first_known_day: overview.first_known_day,
      undated_projects: overview.undated,
      notes: notes.length === 0 ? undefined : notes,
    }),
    created: recorded_at,
    // without a public address it is a path, which the specification allows no homepage to be
    [URL.canParse(scope.address) ? 'homepage' : 'page']: scope.address,
    citation: writeCitation(scope),
    ...describeLicence(profile.licence),
    licence: profile.licence ?? null,
    ...compact({
      licence_note: profile.licence === undefined ? noLicenceTerm[language] : undefined,
      left_out: listLeftOut(scope),
    }),
    ...compact({ projects: isUnknown ? undefined : scope.projects }),
    filter: describeFilters(scope),
    data_status: illustrative ? 'illustrative' : profile.data_status,
    ...compact({ warning: illustrative ? illustrativeLabel[language] : undefined }),
    base_currency: profile.base_currency,
    stage_mapping: profile.stage_mapping,
    sources: profile.sources.map((source) => describeSource(source, language)),
    indicators: profile.indicators.map((indicator) => describeIndicator(indicator, language)),
    resources: tables.map((table) => describeTable(table, language)),
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
