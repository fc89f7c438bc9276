import type { Board, BoardColumn } from '#domain/work/board.ts';
import type { PendingMove } from '#web/data/pending-moves.ts';
import type { BoardBarState, Move } from './use-board-moves.ts';

type Placed = Pick<Move, 'card' | 'from' | 'to'>;

/** A column with the cards that moves put into it, on top, and without those that they took. */
export function placeInColumn(column: BoardColumn, moves: readonly Placed[]): BoardColumn {
  const codes = new Set(moves.map(({ card }) => card.code));
  const gone = moves.filter(({ from, to }) => from === column.stage && to !== from);
  const come = moves.filter(({ from, to }) => to === column.stage && to !== from);
  if (gone.length + come.length === 0) return column;
  return {
    ...column,
    cards: [
      ...come.map(({ card }) => card).toReversed(),
      ...column.cards.filter(({ code }) => !codes.has(code)),
    ],
    count: column.count - gone.length + come.length,
  };
}

const withMovedCard = (board: Board, { card, to }: Move): Board => ({
  ...board,
  columns: board.columns.map((column) =>
    column.stage !== to || column.cards.some(({ code }) => code === card.code)
      ? column
      : { ...column, cards: [...column.cards, { ...card, days: 0 }] },
  ),
});

/**
 * The columns with cards where moves put them: from the start while a move is being stored or kept,
 * and even below the largest three once it is stored.
 */
export function placeMoves(
  board: Board,
  bar: BoardBarState | undefined,
  storedMoves: readonly PendingMove[],
): Board {
  const moves: readonly Placed[] =
    bar?.kind === 'saving' ? [...storedMoves, bar.move] : storedMoves;
  const placed =
    moves.length === 0
      ? board
      : { ...board, columns: board.columns.map((column) => placeInColumn(column, moves)) };
  return bar?.kind === 'moved' ? withMovedCard(placed, bar.move) : placed;
}

/** Kept moves of cards that stand where they were taken from; filters may leave the others out. */
export const placeable = (
  board: Board | undefined,
  storedMoves: readonly PendingMove[],
): PendingMove[] =>
  storedMoves.filter(
    ({ card, from }) =>
      board !== undefined &&
      (board.matching === board.total ||
        board.columns.some(
          ({ stage, cards }) => stage === from && cards.some(({ code }) => code === card.code),
        )),
  );
