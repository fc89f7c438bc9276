import { factFields } from '#domain/projects/fields.ts';
import { keepDraft as keep, readDraft as read } from '#web/data/use-draft.ts';
import type { Texts } from '#web/features/projects/facts/fact-entry.ts';

/** The unsaved texts of a project, and the version on which they are based. */
export interface Draft {
  readonly etag: string | undefined;
  readonly texts: Texts;
}
const makeKey = (code: string): string => `project.${code}`;

/**
 * Reads a draft from the tab's storage. An unreadable draft counts as none.
 * @returns undefined without one
 */
export function readDraft(code: string): Draft | undefined {
  const content = read(makeKey(code)) as { etag?: unknown; texts?: unknown } | undefined;
  if (typeof content?.texts !== 'object' || content.texts === null) return undefined;
  const storedTexts = content.texts as Readonly<Record<string, unknown>>;
  const texts = Object.fromEntries(
    factFields.flatMap((field) =>
      typeof storedTexts[field] === 'string' ? [[field, storedTexts[field]]] : [],
    ),
  );
  if (Object.keys(texts).length === 0) return undefined;
  return { etag: typeof content.etag === 'string' ? content.etag : undefined, texts };
}
/** Keeps the typed facts of a project in this browser; none removes the draft. */
export const keepDraft = (code: string, draft: Draft): void =>
  keep(makeKey(code), Object.keys(draft.texts).length === 0 ? undefined : draft);
