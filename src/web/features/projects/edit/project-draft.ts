import { factFields } from '#domain/projects/fields.ts';
import { keepDraft as keepAs, readDraft as readKept } from '#web/data/use-draft.ts';
import type { Texts } from '#web/features/projects/facts/fact-entry.ts';

/** What was typed for a project and not saved, and the version that it was typed over. */
export interface Draft {
  readonly etag: string | undefined;
  readonly texts: Texts;
}
const keyOf = (code: string): string => `project.${code}`;

/** It outlives a reload, not the tab. An unreadable draft is none. */
export function readDraft(code: string): Draft | undefined {
  const kept = readKept(keyOf(code)) as { etag?: unknown; texts?: unknown } | undefined;
  if (typeof kept?.texts !== 'object' || kept.texts === null) return undefined;
  const given = kept.texts as Readonly<Record<string, unknown>>;
  const texts = Object.fromEntries(
    factFields.flatMap((field) =>
      typeof given[field] === 'string' ? [[field, given[field]]] : [],
    ),
  );
  if (Object.keys(texts).length === 0) return undefined;
  return { etag: typeof kept.etag === 'string' ? kept.etag : undefined, texts };
}
/** Keeps what was typed; without texts nothing is kept. */
export const keepDraft = (code: string, draft: Draft): void =>
  keepAs(keyOf(code), Object.keys(draft.texts).length === 0 ? undefined : draft);
