import { Link } from '#web/ui/controls/link.tsx';
import { formatCount } from '#domain/values/format.ts';
import { useUndoRevision } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { DropZone } from '#web/features/imports/parts/drop-zone.tsx';
import { LaterPreview, usePreviewCode } from '#web/features/imports/preview/later-preview.tsx';
import type { Importing } from '#web/features/imports/use-import.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import * as setupStyles from '#web/features/setup/setup.module.css';

/** Imports a file: its preview opens in place, and the step is done when it is stored. */
export function RegisterFields({
  importing,
  projects,
}: {
  readonly importing: Importing;
  readonly projects: number;
}) {
  const { phase, failure, preview } = importing;
  usePreviewCode(importing);
  return (
    <>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      {preview !== undefined && phase !== 'done' ? (
        <LaterPreview importing={importing} preview={preview} />
      ) : projects > 0 || phase === 'done' ? (
        <ImportedNotice importing={importing} projects={projects} />
      ) : (
        <DropZone importing={importing} />
      )}
    </>
  );
}

function ImportedNotice({
  importing,
  projects,
}: {
  readonly importing: Importing;
  readonly projects: number;
}) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const undo = useUndoRevision();
  const { result, file, phase, clear } = importing;
  const count = (n: number): string => formatCount(n, language);
  return (
    <div aria-live="polite">
      <p>
        {result === undefined || undo.isSuccess ? null : (
          <>
            <b>{file?.name}</b>{' '}
            {t('register_imported', {
              new: count(result.rows.new),
              changed: count(result.rows.changed),
            })}{' '}
          </>
        )}
        {t('register_done', { n: count(projects) })}
      </p>
      {undo.isError ? <ErrorPanel failure={toProblem(undo.error)} /> : null}
      <p className={setupStyles.links}>
        <Link to={hrefTo('/projects')}>{t('register_see')}</Link>
        {result === undefined || undo.isSuccess ? null : (
          <TextButton onClick={() => undo.mutate({ revision: result.revision })}>
            {t('register_undo')}
          </TextButton>
        )}
        {phase === 'done' ? (
          <TextButton onClick={clear}>{t('register_other')}</TextButton>
        ) : (
          <Link to={hrefTo('/import')}>{t('register_other')}</Link>
        )}
      </p>
    </div>
  );
}
