import { compact } from '#domain/values/compact.ts';
import type { ReactNode } from 'react';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { countUnusedRows } from '#domain/changes/unused-rows.ts';
import { unusedRowsText } from '#domain/labels/index.ts';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ColumnMap } from './column-map.tsx';
import { RegisterTotalsTable } from './indicator-changes.tsx';
import { Changes, Sums, UnlistedProjects } from './preview-tables.tsx';
import { ReadAs } from './read-options.tsx';
import { StageWords } from './stage-mapping.tsx';
import type { Importing } from '#web/features/imports/use-import.ts';
import * as importsStyles from '#web/features/imports/imports.module.css';
import * as previewStyles from '#web/features/imports/preview.module.css';

const maxNames = 4;

const Part = ({
  title,
  note,
  count,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly count: string;
  readonly children: ReactNode;
}) => (
  <details className={previewStyles.part}>
    <summary>
      <b>{title}</b> {note === undefined ? null : <span>{note}</span>} <small>{count}</small>
    </summary>
    {children}
  </details>
);

const listHeaders = (
  columns: ImportPreview['columns'],
  ways: readonly ImportPreview['columns'][number]['how'][],
): readonly string[] => columns.flatMap(({ how, header }) => (ways.includes(how) ? [header] : []));
const joinNames = (names: readonly string[]): string =>
  `${names.slice(0, maxNames).join(', ')}${names.length > maxNames ? ' …' : ''}`;

/** How the file was read, in folded parts that can be opened and changed. */
export function Interpretation({
  importing,
  preview,
}: {
  readonly importing: Importing;
  readonly preview: ImportPreview;
}) {
  const t = useLabels(previewLabels);
  const own = useLabels(importPageLabels);
  const language = useLanguage();
  const { kind, columns, stages, sums, changes, unlisted, rows } = preview;
  // a register keeps a column without a field, a series of months does not
  const keepsNotes = kind !== 'observations';
  const unusedHeaders = listHeaders(columns, keepsNotes ? ['ignored'] : ['ignored', 'unmatched']);
  const noteHeaders = keepsNotes ? listHeaders(columns, ['unmatched']) : [];
  const unusedRows = countUnusedRows(rows);
  const notes = [
    ...(noteHeaders.length === 0 ? [] : [t('kept_columns', { names: joinNames(noteHeaders) })]),
    ...(unusedHeaders.length === 0 ? [] : [t('not_used', { names: joinNames(unusedHeaders) })]),
  ];
  return (
    <section>
      <h3>
        {t('understood')} <small>{t('nothing_to_do')}</small>
      </h3>
      <Part title={t('reading')} count={preview.encoding ?? preview.sheet ?? ''}>
        <ReadAs importing={importing} preview={preview} />
      </Part>
      <Part
        title={own('columns')}
        {...compact({ note: notes.length === 0 ? undefined : notes.join(' · ') })}
        count={t('columns_of', { used: columns.length - unusedHeaders.length, n: columns.length })}
      >
        <ColumnMap importing={importing} preview={preview} />
      </Part>
      {stages.length === 0 ? null : (
        <Part title={own('stage_words')} count={t('words_of', { n: stages.length })}>
          <StageWords importing={importing} preview={preview} />
        </Part>
      )}
      {sums.length === 0 ? null : (
        <Part title={own('sums')} count={t('changes_of', { n: sums.length })}>
          <Sums preview={preview} />
          <RegisterTotalsTable preview={preview} />
        </Part>
      )}
      {unusedRows === 0 ? null : (
        <Part title={t('rows_left_out')} count={t('rows_out', { n: unusedRows })}>
          <p className={importsStyles.note}>{unusedRowsText(rows.unused, language)}</p>
        </Part>
      )}
      {unlisted === undefined ? null : (
        <Part title={t('no_longer')} count={t('projects_of', { n: unlisted.count })}>
          <UnlistedProjects preview={preview} />
        </Part>
      )}
      {changes.length === 0 ? null : (
        <Part title={t('changed_projects')} count={t('changes_of', { n: changes.length })}>
          <Changes preview={preview} />
        </Part>
      )}
    </section>
  );
}
