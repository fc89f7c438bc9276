import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '#contract/service/schemas.ts';
import {
  dropMoves,
  keepMove,
  readPendingMoves,
  watchPendingMoves,
  type PendingMove,
} from '#web/data/pending-moves.ts';
import { isAway } from '#web/data/reachability.ts';
import { reach } from '#web/data/query-client.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { compact } from '#domain/values/compact.ts';
import { explainRejection, sendMove, type Rejection } from './send-move.ts';

/** The moves for the server's drawing: it has none. */
const noMoves: readonly PendingMove[] = [];

type Rejections = Readonly<Record<string, Rejection>>;

/** The owner of the moves in the browser: the person and the register. */
const personOf = (session: Session | undefined): string =>
  session === undefined ? '' : [session.mode, session.origin, session.name].join('.');

/** @returns whether the move is done, why it was refused, or that the server is away */
async function trySending(move: PendingMove): Promise<'settled' | 'away' | Rejection> {
  try {
    await sendMove(move);
    return 'settled';
  } catch (error) {
    if (isAway(error)) return 'away';
    const rejection = await explainRejection(move.card.code, error);
    // another person has already moved the card there
    return rejection.kind === 'conflict' && rejection.stage === move.to ? 'settled' : rejection;
  }
}

/** Runs the action once a page may store moves, and whenever the server answers again. */
function useWhenWell(isReady: boolean, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const actWhenWell = (): void => {
      if (isReady && reach.state === 'well') latest.current();
    };
    actWhenWell();
    return reach.subscribe(actWhenWell);
  }, [isReady]);
}

/** Sends the moves of a person one by one, once the server answers, and notes each rejection. */
function useSender(person: string, isAllowed: boolean, onStored: () => void) {
  const client = useQueryClient();
  const [rejections, setRejections] = useState<Rejections>({});
  const [storedCount, setStoredCount] = useState(0);
  const isSending = useRef(false);

  const sendAll = async (again: boolean): Promise<void> => {
    const keys: string[] = [];
    let isAnswered = false;
    const waiting = readPendingMoves(person).filter(({ key }) => again || !(key in rejections));
    for (const move of waiting) {
      const end = await trySending(move);
      if (end === 'away') {
        reach.reportFailure();
        break;
      }
      isAnswered = true;
      if (end === 'settled') keys.push(move.key);
      else setRejections((now) => ({ ...now, [move.key]: end }));
    }
    if (isAnswered) {
      reach.reportAnswer();
      await client.invalidateQueries();
    }
    if (keys.length > 0) {
      dropMoves(person, keys);
      setStoredCount((now) => now + keys.length);
      onStored();
    }
  };
  const send = async (again: boolean): Promise<void> => {
    if (isSending.current || !isAllowed) return;
    isSending.current = true;
    await sendAll(again).finally(() => {
      isSending.current = false;
    });
  };
  useWhenWell(isAllowed && person !== '', () => void send(false));
  return { send, rejections, storedCount, restartCount: () => setStoredCount(0) };
}

/**
 * The moves that the server has not confirmed. They are sent one by one when it answers, each with
 * the version that was seen. A refused move stays, with the reason, until it is moved again or
 * abandoned.
 * @param isAllowed - whether this page may store moves
 * @param onStored - called when at least one was stored
 */
export function usePendingMoves(
  session: Session | undefined,
  isAllowed: boolean,
  onStored: () => void,
) {
  const person = personOf(session);
  const moves = useSyncExternalStore(
    watchPendingMoves,
    () => readPendingMoves(person),
    () => noMoves,
  );
  const { send, rejections, storedCount, restartCount } = useSender(person, isAllowed, onStored);

  return {
    moves,
    rejections,
    /** The number of stored moves since the last one was made. */
    storedCount,
    keep: (move: PendingMove) => {
      restartCount();
      keepMove(person, move);
    },
    discard: (key: string) => dropMoves(person, [key]),
    /** Repeats a move from the stage to which another person has moved the card. */
    moveAgain: (move: PendingMove, { stage, match }: Extract<Rejection, { kind: 'conflict' }>) => {
      dropMoves(person, [move.key]);
      const renewal = { from: stage, on: serverDay(), key: crypto.randomUUID() };
      keepMove(person, { ...move, ...renewal, ...compact({ match }) });
      if (reach.state === 'well') void send(false);
    },
    sendNow: () => (reach.state === 'away' ? reach.tryNow() : void send(true)),
  };
}
export type PendingMoves = ReturnType<typeof usePendingMoves>;
