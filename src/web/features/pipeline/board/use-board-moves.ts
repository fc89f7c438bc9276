import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { stageRank, type Stage, type StageOrUnknown } from '#domain/projects/stage.ts';
import type { Card } from '#domain/work/board.ts';
import type { PendingMove } from '#web/data/pending-moves.ts';
import { reach } from '#web/data/query-client.ts';
import { isAway } from '#web/data/reachability.ts';
import { callTagged, versionHeader } from '#web/data/transport.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { explainRejection, sendMove, type Rejection } from './send-move.ts';
import type { PendingMoves } from './use-pending-moves.ts';

/** A card and its stage. */
export interface PlacedCard {
  readonly card: Card;
  readonly from: StageOrUnknown;
}
export interface Move extends PlacedCard {
  readonly to: Stage;
}
/** A stored project with the tag of its version. */
interface StoredProject {
  readonly project: ProjectDetail;
  readonly etag: string | undefined;
}
/** The content of the bar at the bottom. */
export type BoardBarState =
  | { readonly kind: 'choose'; readonly placed: PlacedCard }
  | { readonly kind: 'saving'; readonly move: Move }
  | ({ readonly kind: 'moved'; readonly move: Move; readonly revision: number } & StoredProject)
  | ({ readonly kind: 'complete' } & StoredProject)
  | { readonly kind: 'completed'; readonly name: string }
  | { readonly kind: 'undone'; readonly name: string }
  | ({ readonly move: Move } & Rejection);

/** Whether a move goes to an earlier stage. */
export const isBack = ({ from, to }: Pick<Move, 'from' | 'to'>): boolean =>
  (stageRank(to) ?? 0) < (stageRank(from) ?? -1);

/**
 * Makes the move that is sent and stored: with its day, the version that was seen and a key of its
 * own.
 */
export const toPendingMove = ({ card, from, to }: Move): PendingMove => ({
  card,
  from,
  to,
  on: serverDay(),
  match: versionHeader(`v${card.version}`)['if-match'],
  key: crypto.randomUUID(),
});

/**
 * Moves cards and holds the content of the bar. A move is stored at once. The card is in its new
 * column from the start, and returns when the move is refused. While the server does not answer,
 * the move is stored in the browser.
 */
export function useBoardMoves(storedMoves: PendingMoves, onStored: () => void) {
  const client = useQueryClient();
  const [bar, setBar] = useState<BoardBarState>();
  const store = async (next: Move, pendingMove: PendingMove): Promise<void> => {
    const { data, etag } = await sendMove(pendingMove);
    onStored();
    await client.invalidateQueries();
    const { project, revision } = data;
    setBar(
      revision === null
        ? undefined
        : { kind: 'moved', move: next, revision, project, etag: etag ?? undefined },
    );
  };
  const move = async (next: Move): Promise<void> => {
    const pendingMove = toPendingMove(next);
    const earlier = storedMoves.moves.find(({ card }) => card.code === next.card.code);
    const isRejected = earlier !== undefined && storedMoves.rejections[earlier.key] !== undefined;
    if (isRejected) storedMoves.discard(earlier.key);
    if ((earlier !== undefined && !isRejected) || reach.state === 'away') {
      setBar(undefined);
      storedMoves.keep(pendingMove);
      return;
    }
    setBar({ kind: 'saving', move: next });
    try {
      await store(next, pendingMove);
    } catch (error) {
      if (isAway(error)) {
        setBar(undefined);
        storedMoves.keep(pendingMove);
        reach.reportFailure();
        return;
      }
      const rejection = await explainRejection(next.card.code, error);
      if (rejection.kind === 'conflict') await client.invalidateQueries();
      setBar({ ...rejection, move: next });
    }
  };
  /** Opens the form of the missing fields of a card. */
  const complete = async ({ card }: PlacedCard): Promise<void> => {
    const reply = await callTagged(endpoints.project, {
      params: { code: card.code },
      query: { as_of: serverDay() },
    });
    setBar({ kind: 'complete', project: reply.data, etag: reply.etag });
  };
  return {
    bar,
    move,
    complete,
    choose: (card: PlacedCard) => setBar({ kind: 'choose', placed: card }),
    show: setBar,
    close: () => setBar(undefined),
  };
}
export type BoardMoves = ReturnType<typeof useBoardMoves>;
