import { useEffect, useRef } from 'react';
import { shortcutsOn } from '#web/data/shortcut-choice.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input,select,textarea,dialog[open]') !== null;

/** J and K go from row to row, N adds one. Enter opens the row as any link. */
export function useRowKeys(onNew: () => void): void {
  const latest = useRef(onNew);
  latest.current = onNew;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.isComposing ||
        isTyping(event.target) ||
        !shortcutsOn()
      )
        return;
      const key = event.key.toLowerCase();
      if (key === 'n') latest.current();
      const step = key === 'j' ? 1 : key === 'k' ? -1 : 0;
      if (step === 0) return;
      const rows = [...document.querySelectorAll<HTMLElement>('a[data-row]')];
      const at = rows.findIndex((row) => row.matches(':focus'));
      rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
