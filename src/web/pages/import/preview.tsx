import { formatCount, formatDate } from '#domain/format.ts';
import type { ImportPreview } from '#contract/imports.ts';
import { countUnusedRows } from '#domain/import-rows.ts';
import { unusedRowsText } from '#domain/terms/index.ts';
import { importText } from '#web/i18n/import/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/button.tsx';
import { ColumnMap } from './column-map.tsx';
import { LedgerChange } from './ledger-change.tsx';
import { Changes, PrintedTotals, Problems, Sums, Unlisted } from './preview-tables.tsx';
import { Questions } from './questions.tsx';
import { ReadAs } from './read-as.tsx';
import { RunProgress } from './run-progress.tsx';
import { StageWords } from './stage-words.tsx';
import { openQuestions, type Importing } from './use-import.ts';

/** What the file would change: counts first, what is asked, the sums that it comes to, and only then the button; the details follow. */
export function Preview({ importing, preview }: { readonly importing: Importing; readonly preview: ImportPreview }) {
  const t = useText(importText);
  const language = useLanguage();
  const { phase } = importing;
  const open = openQuestions(preview).length;
  const used = preview.rows.new + preview.rows.changed + preview.rows.unchanged;
  const unused = countUnusedRows(preview.rows);
  const where =
    preview.sheet === undefined || preview.sheet === ''
      ? t('header', { row: preview.header_row })
      : t('sheet', { sheet: preview.sheet, row: preview.header_row });
  return (
    <section className="ipreview" aria-busy={phase !== 'preview'}>
      <h2>{t('preview', { file: preview.file })}</h2>
      <p className="iwhere">
        {[
          where,
          preview.encoding,
          preview.as_of === undefined ? undefined : t('day', { date: formatDate(preview.as_of, language, 'long') }),
          t('nothing_yet'),
        ]
          .filter((x) => x !== undefined)
          .join(' · ')}
      </p>
      <dl className="icounts">
        <div>
          <dt>{t('total', { n: preview.kind === 'projects' ? used + unused : preview.rows.total })}</dt>
          <dd aria-hidden="true" />
        </div>
        {(['new', 'changed', 'unchanged'] as const).map((kind) => (
          <div key={kind}>
            <dt>{t(kind)}</dt>
            <dd className="big">{formatCount(preview.rows[kind], language)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('not_used')}</dt>
          <dd className="big">{formatCount(unused, language)}</dd>
        </div>
      </dl>
      {unused === 0 ? null : <p className="iwhere">{unusedRowsText(preview.rows.unused, language)}</p>}
      <ReadAs importing={importing} preview={preview} />
      <Questions importing={importing} preview={preview} />
      <Unlisted preview={preview} />
      <ColumnMap importing={importing} preview={preview} />
      <StageWords importing={importing} preview={preview} />
      <LedgerChange preview={preview} />
      <Sums preview={preview} />
      <PrintedTotals preview={preview} />
      <div className="row ido">
        <Button primary disabled={phase !== 'preview' || open > 0} onClick={() => void importing.commit()}>
          {t(phase === 'committing' ? 'committing' : 'commit')}
        </Button>
        <Button onClick={importing.clear} disabled={phase === 'committing'}>
          {t('discard')}
        </Button>
        <span role="status">{phase === 'preview' && open > 0 ? t('open', { n: open }) : ''}</span>
      </div>
      {phase === 'rereading' || phase === 'committing' ? (
        <RunProgress run={importing.run} label={t(phase)} onStop={importing.stop} />
      ) : null}
      <Problems preview={preview} />
      <Changes preview={preview} />
    </section>
  );
}
