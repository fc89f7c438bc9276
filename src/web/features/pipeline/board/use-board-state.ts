import { useState } from 'react';
import type { Session } from '#contract/service/schemas.ts';
import { pickKnown } from '#domain/projects/first-known-day.ts';
import { useZone } from '#web/data/queries.ts';
import { useSession } from '#web/data/view-queries.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { boardQuery, noBoardFilters, useBoard } from './use-board.ts';
import { useBoardMoves } from './use-board-moves.ts';
import { usePendingMoves } from './use-pending-moves.ts';

/** Why no card can be moved; undefined where cards can be. */
export type LockReason = 'board_example' | 'board_past' | 'board_role' | undefined;

function findLockReason(session: Session | undefined, isPast: boolean): LockReason {
  if (session?.may.includes('edit') !== true) return 'board_role';
  if (session.origin !== 'own') return 'board_example';
  return isPast ? 'board_past' : undefined;
}

/** The state of the board: its data, filters, moves and rights. */
export function useBoardState() {
  const { view, change } = useViewState();
  const session = useSession().data;
  const profile = useZone().data;
  const [filters, setFilters] = useState(noBoardFilters);
  const query = boardQuery(view, filters, profile?.base_currency ?? 'CNY');
  const board = useBoard(query);
  const knownBoard = board.data && pickKnown(board.data);
  const today = serverDay();
  const isPast = view.known_at !== undefined || (view.as_of !== undefined && view.as_of < today);
  const lockReason = findLockReason(session, isPast);
  const asOf = view.as_of ?? board.data?.as_of;
  const showToday = (): void => {
    // an earlier day does not include a move of today
    if (asOf !== undefined && asOf < today) change({ as_of: today });
  };
  const storedMoves = usePendingMoves(session, lockReason === undefined, showToday);
  const moves = useBoardMoves(storedMoves, showToday);
  return {
    query,
    board,
    knownBoard,
    filters,
    setFilters,
    profile,
    lockReason,
    moves,
    pendingMoves: storedMoves,
    session,
  };
}
