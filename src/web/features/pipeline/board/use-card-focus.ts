import { useEffect, useRef, type RefObject } from 'react';
import type { Board } from '#domain/work/board.ts';
import type { BoardBarState } from './use-board-moves.ts';

/** The code of the card that the bar is about. */
function cardOfBar(bar: BoardBarState): string | undefined {
  if (bar.kind === 'choose') return bar.placed.card.code;
  if (bar.kind === 'complete') return bar.project.code;
  return 'move' in bar ? bar.move.card.code : undefined;
}

/**
 * Gives the focus to the card of the last move when what had it is gone: the card in its former
 * column, or a button of the bar. So the next key of the board works at once.
 */
export function useCardFocus(
  root: RefObject<HTMLElement | null>,
  bar: BoardBarState | undefined,
  board: Board | undefined,
): void {
  const code = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new board places the cards again
  useEffect(() => {
    if (bar !== undefined) code.current = cardOfBar(bar) ?? code.current;
    const card =
      code.current === undefined || document.activeElement !== document.body
        ? null
        : root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(code.current)}"]`);
    card?.focus({ preventScroll: true });
    if (bar === undefined) code.current = undefined;
  }, [root, bar, board]);
}
