import { useEffect, useRef, useState } from 'react';
import { ProblemError } from '#web/data/problem-error.ts';
import type { figureLabels } from '#web/figures/labels/index.ts';
import type { Translate } from '#web/i18n/text.ts';

type Say = Translate<(typeof figureLabels)['en']>;

/** Why a file could not be made or copied, in words. */
function reason(error: unknown, t: Say): string {
  if (!(error instanceof ProblemError)) return t('copy_failed');
  const character = error.problem?.errors?.find(({ path }) => path === 'character')?.value;
  if (typeof character === 'string' && character !== '') return t('no_glyph', { character });
  return error.code === 'offline' || error.code === 'timeout' ? t('no_answer') : t('failed');
}

/**
 * Does one thing at a time and says how it went: under way, done, stopped, or why not. What is
 * begun next or left behind is stopped.
 */
export function useFigureState(t: Say): {
  readonly said: string;
  /** Stops what is under way; absent while nothing is. */
  readonly cancel: (() => void) | undefined;
  readonly run: (done: 'made' | 'copied', work: (signal: AbortSignal) => Promise<void>) => void;
} {
  const [said, setSaid] = useState('');
  const [under, setUnder] = useState<AbortController>();
  const last = useRef<AbortController>(undefined);
  useEffect(() => () => last.current?.abort(), []);
  const run = (done: 'made' | 'copied', work: (signal: AbortSignal) => Promise<void>): void => {
    last.current?.abort();
    const own = new AbortController();
    last.current = own;
    setUnder(own);
    setSaid(t('working'));
    const say = (sentence: string): void => {
      if (own !== last.current) return;
      setSaid(sentence);
      setUnder(undefined);
    };
    work(own.signal).then(
      () => say(t(done)),
      (error: unknown) => say(own.signal.aborted ? t('cancelled') : reason(error, t)),
    );
  };
  return { said, cancel: under === undefined ? undefined : () => under.abort(), run };
}
