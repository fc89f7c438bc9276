import { useRef, useState, type DragEvent } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { importPageLabels } from '#web/features/imports/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { RunProgress } from './import-progress.tsx';
import type { Importing } from '#web/features/imports/use-import.ts';
import * as textStyles from '#web/ui/text.module.css';
import * as importsStyles from '#web/features/imports/imports.module.css';

/** Takes one file by drop or by button, and shows the progress of sending and reading it. */
export function DropZone({ importing }: { readonly importing: Importing }) {
  const t = useLabels(importPageLabels);
  const { hrefTo } = useViewState();
  const [over, setOver] = useState(false);
  const [many, setMany] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const [file, ...rest] = files ?? [];
    setMany(rest.length > 0);
    if (file !== undefined && rest.length === 0) void importing.open(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const { phase, share, file } = importing;
  if (phase === 'sending' && file !== undefined) {
    const isSent = share >= 1;
    if (isSent)
      return (
        <div className={importsStyles.dropZone}>
          <RunProgress
            run={importing.run}
            label={t('reading', { file: file.name })}
            onStop={importing.stop}
          />
        </div>
      );
    const label = t('uploading', { file: file.name });
    return (
      <div className={importsStyles.dropZone} role="status">
        <p>{label}</p>
        <progress aria-label={label} max={1} value={share} />
        <Button onClick={importing.stop}>{t('stop')}</Button>
      </div>
    );
  }
  return (
    <div
      role="group"
      aria-label={t('drop')}
      className={over ? `${importsStyles.dropZone} ${importsStyles.over}` : importsStyles.dropZone}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        <b>{t('drop')}</b>
      </p>
      <p>{t('kinds')}</p>
      {many ? <p role="alert">{t('one_file')}</p> : null}
      <input
        ref={input}
        className={textStyles.visuallyHidden}
        type="file"
        tabIndex={-1}
        aria-label={t('choose')}
        accept=".csv,.tsv,.txt,.xlsx,.xlsm,.ods"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <Button primary onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <p className={importsStyles.otherWays}>
        {t('no_file')} <Link to={hrefTo('/projects')}>{t('by_project')}</Link> ·{' '}
        <Link to={hrefTo('/month')}>{t('by_month')}</Link>
      </p>
    </div>
  );
}
