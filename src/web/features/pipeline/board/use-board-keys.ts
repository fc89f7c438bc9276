import { useEffect, useRef, type RefObject } from 'react';
import { stages, type Stage } from '#domain/projects/stage.ts';
import { shortcutsOn } from '#web/data/shortcuts.ts';
import { besideStage, neighbourCard } from './board-keys.ts';

export interface BoardKeys {
  readonly board: RefObject<HTMLElement | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  /** A stage is being chosen by its number. */
  readonly isChoosing: boolean;
  readonly onStage: (stage: Stage) => void;
  readonly onCancel: () => void;
  /** Moves the card with a code by the keys of a card. Undefined when cards can't be moved. */
  readonly onChoose: ((code: string) => void) | undefined;
  readonly onMove: ((code: string, to: Stage) => void) | undefined;
  readonly onUndo: (() => void) | undefined;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input,select,textarea,dialog[open]') !== null;
const cardAt = (target: EventTarget | null): HTMLElement | undefined =>
  target instanceof HTMLElement
    ? (target.closest<HTMLElement>('[data-card], [data-more]') ?? undefined)
    : undefined;

/**
 * Handles a key.
 * @returns whether the key was one of the board
 */
function handleKey(event: KeyboardEvent, keys: BoardKeys): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (keys.isChoosing && key === 'Escape') {
    keys.onCancel();
    return true;
  }
  if (isTyping(event.target)) return false;
  const stage = keys.isChoosing && /^[1-7]$/.test(key) ? stages[Number(key) - 1] : undefined;
  if (stage !== undefined) {
    keys.onStage(stage);
    return true;
  }
  if (key === '/' && shortcutsOn()) {
    keys.search.current?.focus();
    return true;
  }
  if (key === 'z' && keys.onUndo !== undefined && shortcutsOn()) {
    keys.onUndo();
    return true;
  }
  const card = cardAt(event.target);
  return card === undefined ? false : handleCardKey(event, key, card, keys);
}

function handleCardKey(
  event: KeyboardEvent,
  key: string,
  card: HTMLElement,
  { board, onChoose, onMove }: BoardKeys,
): boolean {
  const code = card.dataset['card'];
  const stage = card.closest<HTMLElement>('[data-column]')?.dataset['column'];
  if (code !== undefined && key === 'm' && !event.shiftKey && onChoose !== undefined) {
    onChoose(code);
    return true;
  }
  if (event.shiftKey) {
    const to = besideStage((stage ?? 'unknown') as Stage, key);
    if (code === undefined || to === undefined || onMove === undefined) return false;
    onMove(code, to);
    return true;
  }
  const next = neighbourCard(board.current, card, key);
  next?.focus();
  return next !== undefined;
}

/** Listens for the keys of the board before those of the page, which use the same numbers. */
export function useBoardKeys(keys: BoardKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!handleKey(event, latest.current)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
