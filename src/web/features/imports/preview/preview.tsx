import { useRef } from 'react';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { formatDate } from '#domain/values/format.ts';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels, type Translate } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { ActionBar } from './action-bar.tsx';
import { Doubts } from './warnings.tsx';
import { OpenQuestions } from '#web/features/imports/questions/open-questions.tsx';
import { PrintedTotals } from './printed-totals.tsx';
import { openQuestions } from '#web/features/imports/questions/proposals.ts';
import { RecipePart } from '#web/features/imports/recipes/recipe-section.tsx';
import { RunProgress } from '#web/features/imports/parts/import-progress.tsx';
import { RegisterTotalsTable } from './indicator-changes.tsx';
import { Interpretation } from './interpretation.tsx';
import type { Importing } from '#web/features/imports/use-import.ts';
import { useImportKeys } from '#web/features/imports/questions/use-question-keys.ts';
import { countEnded, StageCounts, WhatChanges } from './register-changes.tsx';
import * as previewStyles from '#web/features/imports/preview.module.css';
import * as importsStyles from '#web/features/imports/imports.module.css';

const countRead = ({ new: newCount, changed, unchanged }: ImportPreview['rows']): number =>
  newCount + changed + unchanged;

/** Returns one sentence about what the import changes. */
function headline(
  {
    kind,
    rows,
    register_totals,
    projects_left,
  }: ImportPreview & { readonly projects_left: number },
  t: Translate<(typeof previewLabels)['en']>,
): string {
  const read = countRead(rows);
  if (rows.new + rows.changed + projects_left === 0 && read > 0) return t('nothing_changes');
  if (kind === 'observations')
    return t('values_read', { read: rows.total, new: rows.new, changed: rows.changed });
  const { before, after } = register_totals.listed ?? {};
  const to = after?.count ?? read;
  if (before === undefined) return t('begins', { read, to });
  return before.count === to
    ? t('same_size', { read, n: to })
    : t('grows', { read, from: before.count, to });
}

/**
 * The preview of an import: its changes and the import button, then questions, doubts, the recipe,
 * and how the file was read.
 */
export function Preview({
  importing,
  preview,
}: {
  readonly importing: Importing;
  readonly preview: ImportPreview;
}) {
  const t = useLabels(previewLabels);
  const own = useLabels(importPageLabels);
  const { phase } = importing;
  const heading = useRef<HTMLHeadingElement>(null);
  const goFirst = () => {
    heading.current?.scrollIntoView({ block: 'center' });
    heading.current?.focus({ preventScroll: true });
  };
  const start = () => {
    if (phase === 'preview' && openQuestions(preview).length > 0) goFirst();
    else void importing.commit();
  };
  useImportKeys({ onImport: start, onCancel: importing.clear });
  return (
    <section className={previewStyles.preview} aria-busy={phase !== 'preview'}>
      <h2>{headline({ ...preview, projects_left: preview.unlisted?.left ?? 0 }, t)}</h2>
      <DifferenceLine preview={preview} />
      <FileLine preview={preview} onOther={importing.clear} />
      <ActionBar {...{ importing, preview }} onImport={start} onFirst={goFirst} />
      {importing.stale ? <Notice live>{t('stale')}</Notice> : null}
      {phase === 'rereading' || phase === 'committing' ? (
        <RunProgress run={importing.run} label={own(phase)} onStop={importing.stop} />
      ) : null}
      <div className={previewStyles.sides}>
        {preview.kind === 'observations' ? (
          <RegisterTotalsTable preview={preview} />
        ) : (
          <WhatChanges preview={preview} />
        )}
        <PrintedTotals preview={preview} />
      </div>
      <StageCounts preview={preview} />
      <OpenQuestions {...{ importing, preview, heading }} />
      <div className={previewStyles.sides}>
        <Doubts preview={preview} />
        <RecipePart {...{ importing, preview }} />
      </div>
      <Interpretation {...{ importing, preview }} />
    </section>
  );
}

/**
 * Names why the register would not have as many projects as were read. Renders nothing for equal
 * numbers.
 */
function DifferenceLine({ preview }: { readonly preview: ImportPreview }) {
  const t = useLabels(previewLabels);
  const { rows, register_totals, unlisted } = preview;
  const { listed } = register_totals;
  if (listed === undefined || listed.after.count === countRead(rows)) return null;
  const ended = countEnded(register_totals);
  const parts = [
    ...(ended === 0 ? [] : [t('rows_ended', { n: ended })]),
    ...(unlisted === undefined ? [] : [t('rows_left', { n: unlisted.count })]),
  ];
  return parts.length === 0 ? null : <p>{parts.join(t('rows_mark'))}</p>;
}

/** The file, sheet and day of the preview. */
function FileLine({
  preview,
  onOther,
}: {
  readonly preview: ImportPreview;
  readonly onOther: () => void;
}) {
  const own = useLabels(importPageLabels);
  const language = useLanguage();
  const { file, sheet, header_row: row, encoding, as_of, as_of_origin: origin } = preview;
  const parts = [
    sheet === undefined || sheet === '' ? own('header', { row }) : own('sheet', { sheet, row }),
    encoding,
    as_of === undefined ? undefined : own('day', { date: formatDate(as_of, language, 'long') }),
    origin,
  ].filter((part) => part !== undefined);
  return (
    <p className={importsStyles.note}>
      <b>{file}</b> · {parts.join(' · ')} ·{' '}
      <TextButton onClick={onOther}>{own('another')}</TextButton>
    </p>
  );
}
