import { useState } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { formatDate } from '#domain/values/format.ts';
import { importRowsText, unusedRowsText } from '#domain/labels/index.ts';
import { useUndoRevision } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useSession } from '#web/data/queries.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ClosedMonthReason } from '#web/ui/feedback/closed-month-reason.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { DropZone } from '#web/features/imports/parts/drop-zone.tsx';
import { PastChanges, Samples } from '#web/features/imports/parts/change-history.tsx';
import { LaterPreview, usePreviewCode } from '#web/features/imports/preview/later-preview.tsx';
import { Recipes } from '#web/features/imports/recipes/recipes.tsx';
import { useImport, type Importing } from './use-import.ts';
import * as importsStyles from './imports.module.css';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as textStyles from '#web/ui/text.module.css';

/**
 * Imports a file: reads it, previews its changes, asks open questions, and stores it. Every change
 * can be undone.
 */
export function ImportPage() {
  const t = useLabels(importPageLabels);
  const p = useLabels(previewLabels);
  const session = useSession();
  const running = useImport();
  usePreviewCode(running);
  const [reason, setReason] = useState('');
  const commit = () => running.commit(reason.trim() === '' ? undefined : reason.trim());
  const importing = { ...running, commit };
  const { phase, failure, file } = importing;
  return (
    <div className={importsStyles.page}>
      <QueryView query={session}>
        {(who) =>
          !who.may.includes('import') ? (
            <Notice>{t('viewer')}</Notice>
          ) : (
            <>
              {phase === 'restoring' ? <p role="status">{t('restoring')}</p> : null}
              {phase === 'idle' || phase === 'sending' ? <DropZone importing={importing} /> : null}
              {failure?.code === 'month_closed' ? (
                <ClosedMonthReason text={reason} onType={setReason} onSend={() => void commit()} />
              ) : null}
              {failure === undefined || failure.code === 'month_closed' ? null : (
                <ErrorPanel failure={failure}>
                  {phase === 'preview' && failure.code === 'import_stopped' ? (
                    <b>{p('ended')}</b>
                  ) : null}
                  {phase === 'idle' && file !== undefined ? (
                    <Button onClick={() => void importing.open(file)}>{t('again')}</Button>
                  ) : null}
                </ErrorPanel>
              )}
              {importing.preview !== undefined && phase !== 'done' ? (
                <LaterPreview importing={importing} preview={importing.preview} />
              ) : null}
              {phase === 'done' ? <Result importing={importing} /> : null}
              <Samples origins={who.origins} current={who.origin} />
              <Recipes />
              <PastChanges />
            </>
          )
        }
      </QueryView>
    </div>
  );
}

function Result({ importing }: { readonly importing: Importing }) {
  const t = useLabels(importPageLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const undo = useUndoRevision();
  const { result } = importing;
  if (result === undefined) return null;
  const { rows } = result;
  const others =
    importing.preview?.tables.filter((table) => table.id !== importing.preview?.table) ?? [];
  const rowsText =
    importing.preview?.kind === 'observations'
      ? unusedRowsText(rows.unused, language)
      : importRowsText(rows, language);
  const to = hrefTo('/overview', { as_of: result.as_of });
  return (
    <section className={importsStyles.result} aria-live="polite">
      <h2>
        {undo.isSuccess
          ? t('undone')
          : rows.new + rows.changed === 0
            ? t('done_none')
            : t('done', rows)}
      </h2>
      {undo.isSuccess || rowsText === '' ? null : <p>{rowsText}</p>}
      {undo.isError ? <ErrorPanel failure={toProblem(undo.error)} /> : null}
      <div className={textStyles.row}>
        {undo.isSuccess ? null : (
          <Link className={`${controlsStyles.button} ${controlsStyles.primary}`} to={to}>
            {result.as_of === undefined
              ? t('see_now')
              : t('see', { date: formatDate(result.as_of, language, 'long') })}
          </Link>
        )}
        {undo.isSuccess || rows.new + rows.changed === 0 ? null : (
          <Button
            disabled={undo.isPending}
            onClick={() => undo.mutate({ revision: result.revision })}
          >
            {t(undo.isPending ? 'undoing' : 'undo')}
          </Button>
        )}
        <Button onClick={importing.clear}>{t('another')}</Button>
      </div>
      {others.length === 0 || undo.isSuccess ? null : (
        <div className={importsStyles.nextTables}>
          <h3>{t('more_tables')}</h3>
          {others.map((table) => (
            <Button key={table.id} onClick={() => void importing.next(table.id)}>
              {[
                table.sheet,
                t('table_of', { kind: t(`kind_${table.kind}`), row: table.row, n: table.rows }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
