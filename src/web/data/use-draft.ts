import { useCallback, useState } from 'react';
import { useHydrated } from '#web/ui/use-hydrated.ts';

const toStorageName = (key: string): string => `headway.${key}`;

/**
 * Reads the draft under a key. A draft outlives a reload, not the tab.
 *
 * @returns undefined where nothing readable is stored
 */
export function readDraft(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(toStorageName(key)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
/** Whether a draft is stored under a key that begins so. */
export function hasDraft(start: string): boolean {
  try {
    return Object.keys(sessionStorage).some((name) => name.startsWith(toStorageName(start)));
  } catch {
    return false;
  }
}
/** Stores or removes a draft. Does nothing in a browser without storage. */
export function keepDraft(key: string, draft: object | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(toStorageName(key));
    else sessionStorage.setItem(toStorageName(key), JSON.stringify(draft));
  } catch {
    return;
  }
}

const lastingPrefix = 'headway.unsaved.';
/**
 * Reads a draft that outlives the tab. Its key names the person.
 *
 * @returns undefined where nothing readable is stored
 */
export function readLastingDraft(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(lastingPrefix + key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
/** Stores or removes a draft that outlives the tab. Does nothing in a browser without storage. */
export function keepLastingDraft(key: string, draft: object | undefined): void {
  try {
    if (draft === undefined) localStorage.removeItem(lastingPrefix + key);
    else localStorage.setItem(lastingPrefix + key, JSON.stringify(draft));
  } catch {
    return;
  }
}

/** Removes all drafts of this browser, so that the next person who signs in finds none. */
export function forgetDrafts(): void {
  try {
    sessionStorage.clear();
    for (const name of Object.keys(localStorage))
      if (name.startsWith(lastingPrefix)) localStorage.removeItem(name);
  } catch {
    return;
  }
}

/**
 * The draft of a form, which outlives a reload. Undefined without one. `accepts` rejects drafts of
 * earlier versions.
 */
export function useDraft<T extends object>(
  key: string,
  accepts: (content: unknown) => content is T,
): readonly [T | undefined, (draft: T | undefined) => void] {
  const [draft, setDraft] = useState(() => {
    const content = readDraft(key);
    return accepts(content) ? content : undefined;
  });
  const change = useCallback(
    (next: T | undefined): void => {
      keepDraft(key, next);
      setDraft(next);
    },
    [key],
  );
  // the server that drew the page knows no draft
  const isHydrated = useHydrated();
  return [isHydrated ? draft : undefined, change];
}

const isTexts = (content: unknown): content is Readonly<Record<string, string>> =>
  typeof content === 'object' &&
  content !== null &&
  Object.values(content).every((text) => typeof text === 'string');
/** Drafts of the fields of a form by name, until they are removed. Unchanged fields are omitted. */
export function useTypedFields(key: string): {
  readonly texts: Readonly<Record<string, string>>;
  readonly type: (name: string, text: string) => void;
  readonly typeAll: (texts: Readonly<Record<string, string>>) => void;
  readonly forget: () => void;
} {
  const [draft, setDraft] = useDraft(key, isTexts);
  const storedTexts = draft ?? {};
  const typeAll = (texts: Readonly<Record<string, string>>) =>
    setDraft({ ...storedTexts, ...texts });
  return {
    texts: storedTexts,
    type: (name, text) => typeAll({ [name]: text }),
    typeAll,
    forget: () => setDraft(undefined),
  };
}
