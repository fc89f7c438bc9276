import { useRef, useState } from 'react';
import { ProblemError } from '#web/data/problem-error.ts';
import type { figureText } from '#web/i18n/figure/text.ts';
import type { Translate } from '#web/i18n/text.ts';

type Say = Translate<(typeof figureText)['en']>;

/** Why a file could not be made or copied, in words; a character that no font has is named. */
function reason(error: unknown, t: Say): string {
  if (!(error instanceof ProblemError)) return t('copy_failed');
  const character = error.problem?.errors?.find(({ path }) => path === 'character')?.value;
  if (typeof character === 'string' && character !== '') return t('no_glyph', { character });
  return error.code === 'offline' || error.code === 'timeout' ? t('no_answer') : t('failed');
}

/** Does one thing at a time and says how it went: under way, done, or why not. */
export function useFigureState(t: Say): {
  readonly said: string;
  readonly run: (done: 'made' | 'copied', work: () => Promise<void>) => void;
} {
  const [said, setSaid] = useState('');
  const last = useRef(0);
  const run = (done: 'made' | 'copied', work: () => Promise<void>): void => {
    const number = (last.current += 1);
    const say = (sentence: string): void => {
      if (number === last.current) setSaid(sentence);
    };
    say(t('working'));
    work().then(
      () => say(t(done)),
      (error: unknown) => say(reason(error, t)),
    );
  };
  return { said, run };
}
