import { useEffect, useState } from 'react';
import type { Answer, Importing } from '#web/features/imports/use-import.ts';

/**
 * Sends an answer. While the file is read again, the answer waits, so that no click is lost. If
 * that reading fails, the answer is not sent, and the reader sees the failure.
 *
 * @param send - sends an answer to the server
 * @returns whether an answer waits, and the function that gives one
 */
export function useAnswerQueue(
  { phase, failure }: Pick<Importing, 'phase' | 'failure'>,
  send: (answer: Answer) => void,
) {
  const [next, setNext] = useState<Answer>();
  useEffect(() => {
    if (next === undefined || phase === 'rereading') return;
    setNext(undefined);
    if (phase === 'preview' && failure === undefined) send(next);
  });
  const give = (answer: Answer) => {
    if (phase === 'preview') send(answer);
    else if (phase === 'rereading') setNext(answer);
  };
  return { isWaiting: next !== undefined, give };
}
