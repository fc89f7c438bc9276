import { useEffect, useState } from 'react';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';

interface WaitingAnswers {
  readonly answers: ImportAnswers;
  readonly onSend: () => void;
}

/**
 * Sends the answers of a person. While the file is read again, they wait, so that no click is lost.
 * If that reading fails, they are not sent, and the reader sees the failure. They outlive their
 * question, which another answer may close.
 *
 * @param send - sends answers to the server
 * @returns the answers that wait, and the function that gives one
 */
export function useAnswerQueue(
  { phase, failure }: { readonly phase: string; readonly failure: unknown },
  send: (answers: ImportAnswers) => void,
) {
  const [next, setNext] = useState<WaitingAnswers>();
  const sendNow = ({ answers, onSend }: WaitingAnswers) => {
    onSend();
    send(answers);
  };
  useEffect(() => {
    if (next === undefined || phase === 'rereading') return;
    setNext(undefined);
    if (phase === 'preview' && failure === undefined) sendNow(next);
  });
  const give = (answers: ImportAnswers, onSend: () => void) => {
    if (phase === 'preview') sendNow({ answers, onSend });
    else if (phase === 'rereading')
      setNext((now) => ({ answers: { ...now?.answers, ...answers }, onSend }));
  };
  return { waitingAnswers: next?.answers, give };
}
