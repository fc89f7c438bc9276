import { type ImportColumn, type ImportPreview, namesProjects } from '#contract/imports/types.ts';
import { importText } from '#web/features/imports/labels/import/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { fieldName } from '#web/features/imports/parts/field-name.ts';
import { foldedFrom } from './preview-tables.tsx';
import type { Importing } from '#web/features/imports/use-import.ts';

const targetOf = ({ field, how }: ImportColumn): string =>
  field ?? (how === 'ignored' ? 'ignore' : 'extra');

/** Which field each column of the file goes to, and why; each can be given another. */
export function ColumnMap({
  importing,
  preview,
}: {
  readonly importing: Importing;
  readonly preview: ImportPreview;
}) {
  const t = useText(importText);
  const language = useLanguage();
  const { columns, choices, questions } = preview;
  const asked = questions.find(({ kind }) => kind === 'mapping');
  const waits = asked !== undefined && asked.default === undefined;
  const open = new Set(waits ? asked.items?.map(({ key }) => key) : []);
  const given =
    typeof importing.answers['mapping'] === 'object' ? importing.answers['mapping'] : {};
  const named = namesProjects(columns.map(({ field }) => field));
  const busy = importing.phase !== 'preview';
  const field = (row: ImportColumn) =>
    choices.fields.length === 0 ? (
      row.field === undefined ? (
        t('extra')
      ) : (
        fieldName(row.field, language)
      )
    ) : (
      <select
        aria-label={row.header}
        value={targetOf(row)}
        onChange={(event) =>
          void importing.answer('mapping', { ...given, [row.header]: event.target.value })
        }
      >
        {choices.fields.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  const kept = columns.filter((column) => column.field === undefined);
  const table = (rows: ImportPreview['columns']) => (
    <DataTable
      caption={t('columns')}
      rows={rows}
      rowKey={(row) => String(row.index)}
      rowClass={(row) => (open.has(row.header) ? 'iopen' : undefined)}
      dense
      columns={[
        {
          id: 'column',
          label: t('column'),
          head: true,
          cell: (row) => <span className="ihead">{row.header}</span>,
        },
        { id: 'field', label: t('field'), cell: field },
        {
          id: 'unit',
          label: t('unit'),
          cell: (row) =>
            [row.currency, row.unit].filter((x) => x !== undefined && x !== '').join(' '),
        },
        { id: 'how', label: t('how'), cell: (row) => t(`how_${row.how}`) },
        {
          id: 'examples',
          label: t('examples'),
          dim: true,
          cell: (row) => <span className="iex">{row.examples.slice(0, 3).join(' · ')}</span>,
        },
      ]}
    />
  );
  return (
    <section className={waits ? 'icolumns open' : 'icolumns'}>
      {waits ? (
        <p>
          {t(named ? 'map_open' : 'map_nameless', { name: fieldName('project_name', language) })}
        </p>
      ) : null}
      {choices.fields.length === 0 ? null : <p className="iwhere">{t('map_lead')}</p>}
      {kept.length < foldedFrom ? (
        table(columns)
      ) : (
        <>
          {table(columns.filter((column) => !kept.includes(column)))}
          <details open={waits || undefined}>
            <summary>{t('columns_kept', { n: kept.length })}</summary>
            {table(kept)}
          </details>
        </>
      )}
      {waits ? (
        <Button
          disabled={busy}
          onClick={() =>
            void importing.answer('mapping', {
              ...Object.fromEntries(
                asked.items?.map(({ key, proposal }) => [key, proposal ?? 'extra']) ?? [],
              ),
              ...given,
            })
          }
        >
          {t('as_proposed')}
        </Button>
      ) : null}
    </section>
  );
}
