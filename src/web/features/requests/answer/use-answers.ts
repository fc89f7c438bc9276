import { useEffect, useRef, useState } from 'react';
import { answerDoubts, type AnswerDoubt } from '#domain/requests/answer-doubts.ts';
import { requestEndpoints } from '#contract/requests/endpoints.ts';
import type { Answer, Asked } from '#contract/requests/schemas.ts';
import { type ProblemError, toProblem } from '#web/data/problem-error.ts';
import { call, idempotencyKey } from '#web/data/transport.ts';
import { type CellDraft, type CellReading, inPower, readCell, storedDraft } from './cell-draft.ts';
import { keepDrafts, readKept, type KeptDrafts } from './draft-store.ts';

type Cell = Asked['cells'][number];
type ServerDoubts = Readonly<
  Record<string, { readonly text: string; readonly doubt: AnswerDoubt }>
>;
/** How sending went. `waiting`: there is no connection, and the page sends when it is back. */
export type Sending =
  | { readonly at: 'idle' | 'sending' | 'sent' | 'waiting' | 'kept' }
  | { readonly at: 'failed'; readonly failure: ProblemError };

const nothing: KeptDrafts = { drafts: {}, message: '', isWaiting: false };

/** The doubts that the server raised about sent answers. */
function doubtsOf(
  failure: ProblemError,
  answers: readonly Answer[],
  kept: KeptDrafts,
): ServerDoubts {
  const found = (failure.problem?.errors ?? []).flatMap(({ path, value }) => {
    const answer = answers[Number(path?.split('.')[1])];
    const doubt = answerDoubts.find((one) => one === value);
    const draft = kept.drafts[answer?.key ?? ''];
    return answer === undefined || doubt === undefined || draft === undefined
      ? []
      : [[answer.key, { text: draft.text, doubt }] as const];
  });
  return Object.fromEntries(found);
}

/** The message of the company goes with its first answer. */
const withMessage = (answers: readonly Answer[], message: string): readonly Answer[] =>
  answers.map((one, i) => {
    const note = [one.note, i === 0 ? message.trim() : '']
      .filter((part) => part !== undefined && part !== '')
      .join(' / ');
    return note === '' ? one : { ...one, note: note.slice(0, 500) };
  });

interface Form {
  readonly readings: ReadonlyMap<string, CellReading>;
  readonly draftOf: (cell: Cell, power: number) => CellDraft;
  readonly change: (cell: Cell, draft: CellDraft) => void;
  readonly message: string;
  readonly setMessage: (message: string) => void;
  readonly sending: Sending;
  readonly keep: () => void;
  readonly send: () => void;
}

/**
 * The drafts of a request. They are kept on the device with each letter, and sent when Send is
 * pressed or, if that was without a connection, when the connection is back.
 */
export function useAnswers(asked: Asked, show: (asked: Asked) => void): Form {
  const [kept, setKept] = useState<KeptDrafts>(() => readKept(asked.id) ?? nothing);
  const [sending, setSending] = useState<Sending>({ at: kept.isWaiting ? 'waiting' : 'idle' });
  const [doubts, setDoubts] = useState<ServerDoubts>({});
  const store = (next: KeptDrafts): void => {
    setKept(next);
    keepDrafts(asked.id, next);
  };
  const draftOf = (cell: Cell, power: number): CellDraft => {
    const draft = kept.drafts[cell.key];
    return draft === undefined ? storedDraft(cell, power) : inPower(draft, power);
  };
  const readings = new Map(
    asked.cells.map((cell) => {
      const draft = kept.drafts[cell.key] ?? storedDraft(cell, 0);
      return [cell.key, readCell(cell, draft, asked.month, doubts[cell.key])] as const;
    }),
  );
  const send = async (): Promise<void> => {
    const ready = [...readings.values()].flatMap((one) => (one.at === 'ready' ? [one.answer] : []));
    if (ready.length === 0) return;
    setSending({ at: 'sending' });
    try {
      const answered = await call(requestEndpoints.sendAnswers, {
        params: { request: asked.id },
        body: { answers: [...withMessage(ready, kept.message)] },
        headers: idempotencyKey(),
      });
      keepDrafts(asked.id, undefined);
      setKept(nothing);
      setSending({ at: 'sent' });
      show(answered);
    } catch (error) {
      const failure = toProblem(error);
      setDoubts(doubtsOf(failure, ready, kept));
      const isAway = failure.status === 0 && failure.code !== 'malformed';
      store({ ...kept, isWaiting: isAway });
      setSending(isAway ? { at: 'waiting' } : { at: 'failed', failure });
    }
  };
  useSendLater(kept.isWaiting, () => void send());
  return {
    readings,
    draftOf,
    change: (cell, draft) => {
      setSending({ at: 'idle' });
      store({ ...kept, isWaiting: false, drafts: { ...kept.drafts, [cell.key]: draft } });
    },
    message: kept.message,
    setMessage: (message) => store({ ...kept, message }),
    sending,
    keep: () => {
      store(kept);
      setSending({ at: 'kept' });
    },
    send: () => void send(),
  };
}

/** How often sending is tried again while the page waits for a connection. */
const retryMs = 15_000;

/** Sends when the connection is back, and at once what waited when the page was opened. */
function useSendLater(isWaiting: boolean, send: () => void): void {
  const latest = useRef(send);
  const [hasWaited] = useState(isWaiting);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    if (hasWaited) latest.current();
  }, [hasWaited]);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const now = () => latest.current();
    const timer = setInterval(now, retryMs);
    window.addEventListener('online', now);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', now);
    };
  }, [isWaiting]);
}
