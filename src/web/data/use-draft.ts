import { useCallback, useState } from 'react';

const nameOf = (key: string): string => `headway.${key}`;

/**
 * What was kept under a key by this tab: it outlives a reload, not the tab. Undefined where nothing
 * readable is.
 */
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

/**
 * Forgets all that this tab kept of what was typed, so that whoever signs in here next finds none
 * of it.
 */
export function forgetDrafts(): void {
  try {
    sessionStorage.clear();
  } catch {
    return;
  }
}

/**
 * What is typed into a form, kept over a reload; undefined when nothing is. `accepts` refuses what
 * an earlier version left.
 */
export function useDraft<T extends object>(
  key: string,
  accepts: (stored: unknown) => stored is T,
): readonly [T | undefined, (draft: T | undefined) => void] {
  const [draft, setDraft] = useState(() => {
    const stored = readDraft(key);
    return accepts(stored) ? stored : undefined;
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

const isTexts = (stored: unknown): stored is Readonly<Record<string, string>> =>
  typeof stored === 'object' &&
  stored !== null &&
  Object.values(stored).every((text) => typeof text === 'string');
/**
 * Fields of a form by name, kept over a reload until they are forgotten; those that were not typed
 * are absent.
 */
export function useTypedFields(key: string): {
  readonly typed: Readonly<Record<string, string>>;
  readonly type: (name: string, text: string) => void;
  readonly typeAll: (texts: Readonly<Record<string, string>>) => void;
  readonly forget: () => void;
} {
  const [draft, setDraft] = useDraft(key, isTexts);
  const typed = draft ?? {};
  const typeAll = (texts: Readonly<Record<string, string>>) => setDraft({ ...typed, ...texts });
  return {
    typed,
    type: (name, text) => typeAll({ [name]: text }),
    typeAll,
    forget: () => setDraft(undefined),
  };
}
