import { useEffect, useRef, type RefObject } from 'react';
import type { ImportQuestion } from '#contract/imports/preview-schemas.ts';

interface QuestionKeys {
  readonly choices: ImportQuestion['choices'];
  /** The question: Enter in a text field in it answers too. */
  readonly card: RefObject<HTMLElement | null>;
  readonly onChoose: (value: string) => void;
  readonly onAnswer: () => void;
  readonly onBack: (() => void) | undefined;
}
/** Elements that handle these keys themselves. */
const ownKeys = 'a, button, select, textarea, summary, dialog, input:not([type=radio])';
const usesKeys = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(ownKeys) !== null;
const isField = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('select, textarea, dialog, input:not([type=radio])') !== null;
const hasModifier = ({ ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey || isComposing;

/** Handles keys before the shortcuts of the page do. `onKey` returns whether it used the key. */
function useKeys(onKey: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!latest.current(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
}

/** 1 to 9 choose, Enter answers, Backspace returns to the last question. */
export function useQuestionKeys({ choices, card, onChoose, onAnswer, onBack }: QuestionKeys): void {
  const isInCard = (target: EventTarget | null): boolean =>
    target instanceof HTMLInputElement && card.current?.contains(target) === true;
  useKeys((event) => {
    const { key, target } = event;
    if (hasModifier(event)) return false;
    if (key === 'Enter') {
      if (!isInCard(target) && usesKeys(target)) return false;
      onAnswer();
      return true;
    }
    if (isField(target)) return false;
    if (key === 'Backspace' && onBack !== undefined) onBack();
    else {
      const choice = /^[1-9]$/.test(key) ? choices[Number(key) - 1] : undefined;
      if (choice === undefined) return false;
      onChoose(choice.value);
    }
    return true;
  });
}

/** 1 to 9 choose in the row with the focus, else in the first one, and go to the next row. */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  onChoose: (row: number, number: number) => boolean,
): void {
  useKeys((event) => {
    const { key, target } = event;
    if (hasModifier(event) || isField(target) || !/^[1-9]$/.test(key)) return false;
    const rows = [...(list.current?.querySelectorAll('fieldset') ?? [])];
    const row = Math.max(
      rows.findIndex((one) => target instanceof Node && one.contains(target)),
      0,
    );
    if (!onChoose(row, Number(key))) return false;
    const next = rows[row + 1] ?? rows[row];
    (
      next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input')
    )?.focus();
    return true;
  });
}

/** Ctrl Enter imports or moves to the first open question; Esc cancels. */
export function useImportKeys({
  onImport,
  onCancel,
}: {
  readonly onImport: () => void;
  readonly onCancel: () => void;
}): void {
  useKeys((event) => {
    if (event.isComposing || document.querySelector('dialog[open]') !== null) return false;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onImport();
    else if (event.key === 'Escape' && !hasModifier(event) && !isField(event.target)) onCancel();
    else return false;
    return true;
  });
}
