import { useEffect, useState } from 'react';
import { endpoints } from '#contract/endpoints.ts';
import type { ImportRun } from '#contract/imports/schemas.ts';
import { call } from '#web/data/transport.ts';
import { importPageLabels } from '#web/features/imports/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import * as importsStyles from '#web/features/imports/imports.module.css';

const pollEveryMs = 500;

/** Polls the progress of a run. Undefined before the first answer and after the end. */
function useRun(id: string | undefined): ImportRun | undefined {
  const [run, setRun] = useState<ImportRun>();
  useEffect(() => {
    if (id === undefined) return;
    let hasEnded = false;
    let timer: ReturnType<typeof setTimeout>;
    const poll = (): void => {
      call(endpoints.importRun, { params: { id } })
        .then(
          (now) => (hasEnded ? undefined : setRun(now)),
          () => undefined,
        )
        .finally(() => {
          if (!hasEnded) timer = setTimeout(poll, pollEveryMs);
        });
    };
    timer = setTimeout(poll, pollEveryMs);
    return () => {
      hasEnded = true;
      clearTimeout(timer);
      setRun(undefined);
    };
  }, [id]);
  return run;
}

/** The progress of reading or storing a file, with the number of rows and a stop button. */
export function RunProgress({
  run: id,
  label,
  onStop,
}: {
  readonly run: string | undefined;
  readonly label: string;
  readonly onStop: () => void;
}) {
  const t = useLabels(importPageLabels);
  const run = useRun(id);
  const isKnown = run !== undefined && run.phase !== 'waiting';
  return (
    <div className={importsStyles.progress}>
      <p role="status">
        {label}
        {run === undefined ? null : (
          <span> · {isKnown ? t(`phase_${run.phase}`, { n: run.rows }) : t('phase_waiting')}</span>
        )}
      </p>
      <progress aria-label={label} max={1} value={isKnown ? run.share : undefined} />
      <Button onClick={onStop}>{t('stop')}</Button>
    </div>
  );
}
