import { useEffect, useRef, useState } from 'react';
import { answerDoubts, type AnswerDoubt } from '#domain/requests/answer-doubts.ts';
import { requestEndpoints } from '#contract/requests/endpoints.ts';
import type { Answer, OpenRequest } from '#contract/requests/schemas.ts';
import { type ProblemError, toProblem } from '#web/data/problem-error.ts';
import { call, idempotencyKey } from '#web/data/transport.ts';
import { type CellDraft, type CellReading, inPower, readCell, storedDraft } from './cell-draft.ts';
import { keepDrafts, readStoredDrafts, type StoredDrafts } from './draft-store.ts';

type Cell = OpenRequest['cells'][number];
type ServerDoubts = Readonly<
  Record<string, { readonly text: string; readonly doubt: AnswerDoubt }>
>;
/** The state of sending. `waiting`: there is no connection, and the page sends when it is back. */
export type Sending =
  | { readonly at: 'idle' | 'sending' | 'sent' | 'waiting' | 'kept' }
  | { readonly at: 'failed'; readonly failure: ProblemError };

const nothing: StoredDrafts = { drafts: {}, message: '', isWaiting: false };

/** The doubts that the server raised about sent answers. */
function readDoubts(
  failure: ProblemError,
  answers: readonly Answer[],
  drafts: StoredDrafts,
): ServerDoubts {
  const doubts = (failure.problem?.errors ?? []).flatMap(({ path, value }) => {
    const answer = answers[Number(path?.split('.')[1])];
    const doubt = answerDoubts.find((one) => one === value);
    const draft = drafts.drafts[answer?.key ?? ''];
    return answer === undefined || doubt === undefined || draft === undefined
      ? []
      : [[answer.key, { text: draft.text, doubt }] as const];
  });
  return Object.fromEntries(doubts);
}

/** Adds the message of the company to its first answer. */
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
 * The drafts of a request. They are stored on the device at each key press. Send sends them;
 * without a connection they are sent when it is back.
 */
export function useAnswers(request: OpenRequest, show: (request: OpenRequest) => void): Form {
  const [drafts, setDrafts] = useState<StoredDrafts>(() => readStoredDrafts(request.id) ?? nothing);
  const [sending, setSending] = useState<Sending>({ at: drafts.isWaiting ? 'waiting' : 'idle' });
  const [doubts, setDoubts] = useState<ServerDoubts>({});
  const store = (next: StoredDrafts): void => {
    setDrafts(next);
    keepDrafts(request.id, next);
  };
  const makeDraft = (cell: Cell, power: number): CellDraft => {
    const draft = drafts.drafts[cell.key];
    return draft === undefined ? storedDraft(cell, power) : inPower(draft, power);
  };
  const readings = new Map(
    request.cells.map((cell) => {
      const draft = drafts.drafts[cell.key] ?? storedDraft(cell, 0);
      return [cell.key, readCell(cell, draft, request.month, doubts[cell.key])] as const;
    }),
  );
  const send = async (): Promise<void> => {
    const ready = [...readings.values()].flatMap((one) => (one.at === 'ready' ? [one.answer] : []));
    if (ready.length === 0) return;
    setSending({ at: 'sending' });
    try {
      const nextRequest = await call(requestEndpoints.sendAnswers, {
        params: { request: request.id },
        body: { answers: [...withMessage(ready, drafts.message)] },
        headers: idempotencyKey(),
      });
      keepDrafts(request.id, undefined);
      setDrafts(nothing);
      setSending({ at: 'sent' });
      show(nextRequest);
    } catch (error) {
      const failure = toProblem(error);
      setDoubts(readDoubts(failure, ready, drafts));
      const isAway = failure.status === 0 && failure.code !== 'malformed';
      store({ ...drafts, isWaiting: isAway });
      setSending(isAway ? { at: 'waiting' } : { at: 'failed', failure });
    }
  };
  useSendLater(drafts.isWaiting, () => void send());
  return {
    readings,
    draftOf: makeDraft,
    change: (cell, draft) => {
      setSending({ at: 'idle' });
      store({ ...drafts, isWaiting: false, drafts: { ...drafts.drafts, [cell.key]: draft } });
    },
    message: drafts.message,
    setMessage: (message) => store({ ...drafts, message }),
    sending,
    keep: () => {
      store(drafts);
      setSending({ at: 'kept' });
    },
    send: () => void send(),
  };
}

/** The interval of further tries while the page waits for a connection. */
const retryMs = 15_000;

/** Sends when the connection is back, and at once what was waiting when the page was opened. */
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
