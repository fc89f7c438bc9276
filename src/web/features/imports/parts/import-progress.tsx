import { useEffect, useState } from 'react';
import { endpoints } from '#contract/endpoints.ts';
import type { ImportRun } from '#contract/imports/types.ts';
import { call } from '#web/data/transport.ts';
import { importText } from '#web/features/imports/labels/import/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';

const askEveryMs = 500;

/** How far the work of this name has come; nothing before the first answer and after its end. */
function useRun(id: string | undefined): ImportRun | undefined {
  const [run, setRun] = useState<ImportRun>();
  useEffect(() => {
    if (id === undefined) return;
    let ended = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = (): void => {
      call(endpoints.importRun, { params: { id } })
        .then(
          (now) => (ended ? undefined : setRun(now)),
          () => undefined,
        )
        .finally(() => {
          if (!ended) timer = setTimeout(ask, askEveryMs);
        });
    };
    timer = setTimeout(ask, askEveryMs);
    return () => {
      ended = true;
      clearTimeout(timer);
      setRun(undefined);
    };
  }, [id]);
  return run;
}

/** A bar for the reading or storing of a file, with the rows done so far, and a way to stop it. */
export function RunProgress({
  run: id,
  label,
  onStop,
}: {
  readonly run: string | undefined;
  readonly label: string;
  readonly onStop: () => void;
}) {
  const t = useText(importText);
  const run = useRun(id);
  const known = run !== undefined && run.phase !== 'waiting';
  return (
    <div className="irun">
      <p role="status">
        {label}
        {run === undefined ? null : (
          <span> · {known ? t(`phase_${run.phase}`, { n: run.rows }) : t('phase_waiting')}</span>
        )}
      </p>
      <progress aria-label={label} max={1} {...(known ? { value: run.share } : {})} />
      <Button onClick={onStop}>{t('stop')}</Button>
    </div>
  );
}
