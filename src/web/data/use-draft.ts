import { useCallback, useState } from 'react';

const nameOf = (key: string): string => `headway.${key}`;

/** What was kept under a key by this tab: it outlives a reload, not the tab. Undefined where nothing readable is. */
export function readDraft(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
/** Keeps what was typed, or forgets it. A browser that keeps nothing is no reason to stop. */
export function keepDraft(key: string, draft: object | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(nameOf(key));
    else sessionStorage.setItem(nameOf(key), JSON.stringify(draft));
  } catch {
    return;
  }
}

/** What is typed into a form, kept over a reload; undefined when nothing is. `accepts` refuses what an earlier version left. */
export function useDraft<T extends object>(
  key: string,
  accepts: (kept: unknown) => kept is T,
): readonly [T | undefined, (draft: T | undefined) => void] {
  const [draft, setDraft] = useState(() => {
    const kept = readDraft(key);
    return accepts(kept) ? kept : undefined;
  });
  const change = useCallback(
    (next: T | undefined): void => {
      keepDraft(key, next);
      setDraft(next);
    },
    [key],
  );
  return [draft, change];
}
