import { useEffect, useRef } from 'react';

const choiceKey = 'headway.shortcuts';
/** Single-key shortcuts can be turned off (WCAG 2.1.4). */
export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(choiceKey) !== 'off';
  } catch {
    return true;
  }
}
/** Keeps in this browser whether keys alone trigger actions. */
export function keepShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(choiceKey);
    else localStorage.setItem(choiceKey, 'off');
  } catch {
    // the browser stores nothing: shortcuts stay on
  }
}

/** The action of each shortcut; `g o` is G and then O, `shift a` is A with the shift key. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('select,textarea,dialog[open]') !== null ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio'));
const secondKeyWithinMs = 1200;

/** Listens for shortcuts, but not in a field, in a dialog or while an input method is composing. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    let first: { readonly key: string; readonly at: number } | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (
        event.isComposing ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.defaultPrevented ||
        typing(event.target) ||
        !shortcutsOn()
      )
        return;
      const key = event.key.toLowerCase();
      const pair =
        first !== undefined && event.timeStamp - first.at < secondKeyWithinMs
          ? `${first.key} ${key}`
          : key;
      first = key === 'g' ? { key, at: event.timeStamp } : undefined;
      const act =
        (event.shiftKey ? latest.current[`shift ${pair}`] : undefined) ?? latest.current[pair];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
