import { compact } from '#domain/values/compact.ts';
import type { TableColumn } from '#charts/kit/table.ts';
import { csvDialect, describeLicence, resourceName } from '#server/exports/formats/data-package.ts';
import type { ChartFile } from './to-json.ts';

const types: Readonly<Record<TableColumn['kind'], string>> = {
  text: 'string',
  number: 'number',
  date: 'date',
  month: 'yearmonth',
};

/**
 * Describes the CSV of a chart as a Frictionless Data Package: content, provenance, and the type of
 * each column.
 *
 * @param path - the address of the CSV, or its file name
 */
export function describeChartPackage(
  { rows, columns, chart, subtitle, source, link, made_at, licence, ...chartFile }: ChartFile,
  path: string,
) {
  return {
    profile: 'tabular-data-package',
    name: resourceName(`headway-${chart}-${chartFile.as_of}`),
    description: subtitle,
    ...compact({ homepage: link, created: made_at }),
    sources: [{ title: source }],
    ...chartFile,
    ...describeLicence(licence),
    licence,
    resources: [
      {
        profile: 'tabular-data-resource',
        name: resourceName(chart),
        path,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        rows: rows.length,
        dialect: csvDialect,
        schema: {
          missingValues: [''],
          fields: columns.map(({ id, label, kind, unit, currency, definition }) => ({
            name: id,
            title: label,
            type: types[kind],
            ...compact({ description: definition, currency, display_unit: unit }),
          })),
        },
      },
    ],
  };
}
