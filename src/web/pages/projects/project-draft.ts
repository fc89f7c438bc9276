import { factFields } from '#domain/project-fields.ts';
import type { Texts } from '#web/project/fact-entry.ts';

/** What was typed for a project and not saved, and the version that it was typed over. */
export interface Draft {
  readonly etag: string | undefined;
  readonly texts: Texts;
}
const keyOf = (code: string): string => `headway.project.${code}`;

/** It outlives a reload, not the tab. An unreadable draft is none. */
export function readDraft(code: string): Draft | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(code)) ?? 'null') as { etag?: unknown; texts?: unknown } | null;
    if (kept === null || typeof kept.texts !== 'object' || kept.texts === null) return undefined;
    const given = kept.texts as Readonly<Record<string, unknown>>;
    const texts = Object.fromEntries(factFields.flatMap((field) => (typeof given[field] === 'string' ? [[field, given[field]]] : [])));
    if (Object.keys(texts).length === 0) return undefined;
    return { etag: typeof kept.etag === 'string' ? kept.etag : undefined, texts };
  } catch {
    return undefined;
  }
}
/** Keeps what was typed; without texts nothing is kept. A browser that keeps nothing is no reason to stop. */
export function keepDraft(code: string, draft: Draft): void {
  try {
    if (Object.keys(draft.texts).length === 0) sessionStorage.removeItem(keyOf(code));
    else sessionStorage.setItem(keyOf(code), JSON.stringify(draft));
  } catch {
    return;
  }
}
