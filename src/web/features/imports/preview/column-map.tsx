import type { ImportColumn, ImportPreview } from '#contract/imports/preview-schemas.ts';
import { namesProjects } from '#contract/imports/constants.ts';
import { importPageLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { fieldName } from '#web/features/imports/parts/field-name.ts';
import { foldedFrom } from './preview-tables.tsx';
import type { Importing } from '#web/features/imports/use-import.ts';
import * as importsStyles from '#web/features/imports/imports.module.css';

/** The choice that a column has now. A series keeps no column that it does not read. */
const findTargetField = ({ field, how }: ImportColumn, kind: ImportPreview['kind']): string =>
  field ?? (how === 'ignored' || kind === 'observations' ? 'ignore' : 'extra');

interface MapProps {
  readonly importing: Importing;
  readonly preview: ImportPreview;
}

/** The answers that the reader gave about columns, by header. */
const givenFields = ({ answers }: Importing): Readonly<Record<string, string>> =>
  typeof answers['mapping'] === 'object' ? answers['mapping'] : {};

/** The field of each column and why it was chosen; the reader can choose another. */
export function ColumnMap({ importing, preview }: MapProps) {
  const t = useLabels(importPageLabels);
  const language = useLanguage();
  const { columns, choices, questions } = preview;
  const question = questions.find(({ kind }) => kind === 'mapping');
  const isOpen = question !== undefined && question.default === undefined;
  const openHeaders = new Set(isOpen ? question.items?.map(({ key }) => key) : []);
  const hasProject = namesProjects(columns.map(({ field }) => field));
  const unassignedColumns = columns.filter((column) => column.field === undefined);
  const table = (rows: ImportPreview['columns']) => (
    <ColumnTable {...{ importing, preview, openHeaders }} columns={rows} />
  );
  return (
    <section>
      {isOpen ? (
        <p>
          {t(hasProject ? 'map_open' : 'map_nameless', {
            name: fieldName('project_name', language),
          })}
        </p>
      ) : null}
      {choices.fields.length === 0 ? null : <p className={importsStyles.note}>{t('map_lead')}</p>}
      {unassignedColumns.length < foldedFrom ? (
        table(columns)
      ) : (
        <>
          {table(columns.filter((column) => !unassignedColumns.includes(column)))}
          <details open={isOpen || undefined}>
            <summary>{t('columns_kept', { n: unassignedColumns.length })}</summary>
            {table(unassignedColumns)}
          </details>
        </>
      )}
      {isOpen ? (
        <Button
          disabled={importing.phase !== 'preview'}
          onClick={() =>
            void importing.answer('mapping', {
              ...Object.fromEntries(
                question.items?.map(({ key, proposal }) => [key, proposal ?? 'extra']) ?? [],
              ),
              ...givenFields(importing),
            })
          }
        >
          {t('as_proposed')}
        </Button>
      ) : null}
    </section>
  );
}

function ColumnTable({
  importing,
  preview,
  columns,
  openHeaders,
}: MapProps & {
  readonly columns: ImportPreview['columns'];
  readonly openHeaders: ReadonlySet<string>;
}) {
  const t = useLabels(importPageLabels);
  return (
    <DataTable
      caption={t('columns')}
      rows={columns}
      rowKey={(row) => String(row.index)}
      rowClass={(row) => (openHeaders.has(row.header) ? importsStyles.openRow : undefined)}
      dense
      columns={[
        {
          id: 'column',
          label: t('column'),
          head: true,
          cell: (row) => <span className={importsStyles.header}>{row.header}</span>,
        },
        {
          id: 'field',
          label: t('field'),
          cell: (row) => <FieldSelect {...{ importing, preview }} column={row} />,
        },
        {
          id: 'unit',
          label: t('unit'),
          cell: (row) => [row.currency, row.unit].filter(Boolean).join(' '),
        },
        { id: 'how', label: t('how'), cell: (row) => t(`how_${row.how}`) },
        {
          id: 'examples',
          label: t('examples'),
          dim: true,
          cell: (row) => (
            <span className={importsStyles.examples}>{row.examples.slice(0, 3).join(' · ')}</span>
          ),
        },
      ]}
    />
  );
}

function FieldSelect({
  importing,
  preview: { choices, kind },
  column,
}: MapProps & { readonly column: ImportColumn }) {
  const t = useLabels(importPageLabels);
  const language = useLanguage();
  // while the file is read again, the preview still has the former field
  const answer =
    importing.phase === 'rereading' ? givenFields(importing)[column.header] : undefined;
  if (choices.fields.length === 0)
    return column.field === undefined ? t('extra') : fieldName(column.field, language);
  return (
    <select
      aria-label={column.header}
      value={answer ?? findTargetField(column, kind)}
      onChange={(event) =>
        void importing.answer('mapping', {
          ...givenFields(importing),
          [column.header]: event.target.value,
        })
      }
    >
      {choices.fields.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
