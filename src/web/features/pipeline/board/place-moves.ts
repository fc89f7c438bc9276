import type { Board, BoardColumn } from '#contract/work/schemas.ts';
import type { PendingMove } from '#web/data/pending-moves.ts';
import type { BoardBarState, Move } from './use-board-moves.ts';

type PlacedMove = Pick<Move, 'card' | 'from' | 'to'>;

/**
 * Makes a column with the cards that were moved into it on top, and without those that were moved
 * out.
 */
export function placeInColumn(column: BoardColumn, moves: readonly PlacedMove[]): BoardColumn {
  const codes = new Set(moves.map(({ card }) => card.code));
  const departures = moves.filter(({ from, to }) => from === column.stage && to !== from);
  const arrivals = moves.filter(({ from, to }) => to === column.stage && to !== from);
  if (departures.length + arrivals.length === 0) return column;
  return {
    ...column,
    cards: [
      ...arrivals.map(({ card }) => card).toReversed(),
      ...column.cards.filter(({ code }) => !codes.has(code)),
    ],
    count: column.count - departures.length + arrivals.length,
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
 * Makes the columns with moved cards in their new stages: from the start while a move is pending,
 * and even below the largest three once it is stored.
 */
export function placeMoves(
  board: Board,
  bar: BoardBarState | undefined,
  storedMoves: readonly PendingMove[],
): Board {
  const moves: readonly PlacedMove[] =
    bar?.kind === 'saving' ? [...storedMoves, bar.move] : storedMoves;
  const movedBoard =
    moves.length === 0
      ? board
      : { ...board, columns: board.columns.map((column) => placeInColumn(column, moves)) };
  return bar?.kind === 'moved' ? withMovedCard(movedBoard, bar.move) : movedBoard;
}

/**
 * Pending moves of cards that are still in their original stage; filters may leave the others out.
 */
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
