import { projectName } from '#domain/labels/index.ts';
import type { RefObject } from 'react';
import { useUndoRevision } from '#web/data/mutations.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { placeMoves } from './place-moves.ts';
import type { Board as BoardData } from '#contract/work/schemas.ts';
import type { BoardMoves, PlacedCard } from './use-board-moves.ts';
import type { useBoardState } from './use-board-state.ts';

const findCard = (board: BoardData | undefined, code: string): PlacedCard | undefined =>
  board?.columns
    .flatMap(({ stage, cards }) => cards.map((card) => ({ card, from: stage })))
    .find(({ card }) => card.code === code);

/** Undoes the last move, where there is one. */
function useUndoMove({ bar, show }: BoardMoves): (() => void) | undefined {
  const undo = useUndoRevision();
  const language = useLanguage();
  if (bar?.kind !== 'moved') return undefined;
  const { revision, move } = bar;
  const name = projectName(move.card, language);
  return () => undo.mutate({ revision }, { onSuccess: () => show({ kind: 'undone', name }) });
}

/** Makes the keys of the board act on its cards. */
export function useBoardActions({
  state: { knownBoard, moves, lockReason },
  root,
  search,
  waiting,
}: {
  readonly state: ReturnType<typeof useBoardState>;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  /** The moves that wait for the server. */
  readonly waiting: Parameters<typeof placeMoves>[2];
}): void {
  const { bar } = moves;
  const editable = lockReason === undefined;
  const withCard = (code: string, act: (placedCard: PlacedCard) => void) => {
    const placedCard = findCard(knownBoard && placeMoves(knownBoard, bar, waiting), code);
    if (placedCard !== undefined) act(placedCard);
  };
  useBoardKeys({
    board: root,
    search,
    isChoosing: bar?.kind === 'choose',
    onCancel: moves.close,
    onStage: (to) =>
      bar?.kind === 'choose' && bar.placed.from !== to
        ? void moves.move({ ...bar.placed, to })
        : undefined,
    onChoose: editable ? (code) => withCard(code, moves.choose) : undefined,
    onMove: editable
      ? (code, to) => withCard(code, (placedCard) => void moves.move({ ...placedCard, to }))
      : undefined,
    onUndo: useUndoMove(moves),
  });
}
