import { useEffect, useRef, useState } from 'react';
import { ProblemError } from '#web/data/problem-error.ts';
import type { figureLabels } from '#web/figures/labels/index.ts';
import type { Translate } from '#web/i18n/text.ts';

type FileTranslate = Translate<(typeof figureLabels)['en']>;

/** Why a file could not be made or copied, in words. */
function reason(error: unknown, t: FileTranslate): string {
  if (!(error instanceof ProblemError)) return t('copy_failed');
  const character = error.problem?.errors?.find(({ path }) => path === 'character')?.value;
  if (typeof character === 'string' && character !== '') return t('no_glyph', { character });
  return error.code === 'offline' || error.code === 'timeout' ? t('no_answer') : t('failed');
}

/**
 * Runs one action at a time and reports it: running, done, cancelled or failed. A new action, or
 * leaving the page, cancels it.
 */
export function useFileAction(t: FileTranslate): {
  readonly message: string;
  /** Cancels the running action. Omitted while none runs. */
  readonly cancel: (() => void) | undefined;
  readonly run: (action: 'made' | 'copied', work: (signal: AbortSignal) => Promise<void>) => void;
} {
  const [message, setMessage] = useState('');
  const [running, setRunning] = useState<AbortController>();
  const last = useRef<AbortController>(undefined);
  useEffect(() => () => last.current?.abort(), []);
  const run = (action: 'made' | 'copied', work: (signal: AbortSignal) => Promise<void>): void => {
    last.current?.abort();
    const own = new AbortController();
    last.current = own;
    setRunning(own);
    setMessage(t('working'));
    const finish = (sentence: string): void => {
      if (own !== last.current) return;
      setMessage(sentence);
      setRunning(undefined);
    };
    work(own.signal).then(
      () => finish(t(action)),
      (error: unknown) => finish(own.signal.aborted ? t('cancelled') : reason(error, t)),
    );
  };
  return { message, cancel: running === undefined ? undefined : () => running.abort(), run };
}
