import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { formatCount, formatDate, formatMoney } from '#domain/values/format.ts';
import { measureTerms, stageWord, term } from '#domain/labels/index.ts';
import { useZone } from '#web/data/queries.ts';
import { importPageLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { fieldName } from '#web/features/imports/parts/field-name.ts';
import * as importsStyles from '#web/features/imports/imports.module.css';

interface Part {
  readonly preview: ImportPreview;
}
/** Smallest number of rows without a question that is folded. */
export const foldedFrom = 9;
const addPositions = <T,>(rows: readonly T[]) => rows.map((row, at) => ({ row, at }));

/** Projects of the register that the newest edition lacks, and whether each leaves the register. */
export function UnlistedProjects({ preview }: Part) {
  const t = useLabels(importPageLabels);
  const language = useLanguage();
  const zone = useZone().data;
  const { unlisted } = preview;
  const isOpen = preview.questions.some(({ id }) => id === 'unlisted');
  if (unlisted === undefined) return null;
  return (
    <section>
      <DataTable
        caption={t('unlisted', { n: unlisted.count })}
        rows={unlisted.projects}
        rowKey={(row) => row.code}
        dense
        columns={[
          {
            id: 'project',
            label: t('project'),
            head: true,
            cell: (row) => `${row.code} ${row.name}`,
          },
          {
            id: 'stage',
            label: t('stage'),
            cell: (row) => stageWord(zone?.stage_words, row.stage, language),
          },
          {
            id: 'outcome',
            label: t('outcome'),
            cell: (row) =>
              isOpen
                ? '—'
                : row.day === undefined
                  ? t('stays_listed')
                  : t('left_on', { date: formatDate(row.day, language, 'short') }),
          },
        ]}
      />
      {unlisted.count > unlisted.projects.length ? (
        <p className={importsStyles.note}>{t('first', { n: unlisted.projects.length })}</p>
      ) : null}
    </section>
  );
}

/** Sums of the file by measure and currency. */
export function Sums({ preview }: Part) {
  const t = useLabels(importPageLabels);
  const language = useLanguage();
  if (preview.sums.length === 0) return null;
  // A project without an amount lacks it in every currency, but counts once.
  const missing = ({
    row,
    at,
  }: {
    readonly row: ImportPreview['sums'][number];
    readonly at: number;
  }) => (preview.sums[at - 1]?.measure === row.measure ? '' : formatCount(row.missing, language));
  return (
    <section>
      <DataTable
        caption={t('sums')}
        rows={addPositions(preview.sums)}
        rowKey={({ row }) => `${row.measure} ${row.currency}`}
        dense
        columns={[
          {
            id: 'measure',
            label: t('measure'),
            head: true,
            cell: ({ row }) => term(measureTerms, row.measure, language),
          },
          {
            id: 'sum',
            label: t('sum'),
            right: true,
            cell: ({ row }) => formatMoney(row, language).text,
          },
          {
            id: 'given',
            label: t('given'),
            right: true,
            cell: ({ row }) => formatCount(row.count, language),
          },
          { id: 'missing', label: t('missing'), right: true, cell: missing },
        ]}
      />
    </section>
  );
}

/** Changed values of known projects: old → new. */
export function Changes({ preview }: Part) {
  const t = useLabels(importPageLabels);
  const language = useLanguage();
  if (preview.changes.length === 0) return null;
  return (
    <section>
      <DataTable
        caption={t('changes')}
        rows={preview.changes}
        rowKey={(row) => `${row.code} ${row.field}`}
        dense
        columns={[
          {
            id: 'project',
            label: t('project'),
            head: true,
            cell: (row) => `${row.code} ${row.name}`,
          },
          { id: 'field', label: t('field'), cell: (row) => fieldName(row.field, language) },
          { id: 'before', label: t('before'), cell: (row) => row.from ?? '—' },
          { id: 'after', label: t('after'), cell: (row) => row.to ?? '—' },
        ]}
      />
      {preview.has_more_changes ? (
        <p className={importsStyles.note}>{t('first', { n: preview.changes.length })}</p>
      ) : null}
    </section>
  );
}
