import { answersOfOneFile } from '#contract/imports/constants.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { shapeHash } from './shape-hash.ts';
import { normaliseHeader } from '#server/imports/headers/header-text.ts';
import type { TableHeader } from '#server/imports/structure/table-header.ts';

/** Ids of answers about how to read a file, which are needed before its shape is known. */
export const readingAnswers = ['encoding', 'sheet', 'table'] as const;
const isReadingAnswer = (id: string): boolean => (readingAnswers as readonly string[]).includes(id);

/** Hashes the shape of a file: its headers without width, case and marks. */
export const hashFileShape = (header: TableHeader): string =>
  shapeHash(header.columns.map((c) => normaliseHeader(c.key)));

/** Merges today's answers into the stored ones. Maps are merged key by key. */
export function mergeAnswers(
  own: ImportAnswers,
  earlierAnswers: ImportAnswers | undefined,
): ImportAnswers {
  const out: Record<string, ImportAnswers[string]> = { ...own };
  for (const [id, past] of Object.entries(earlierAnswers ?? {})) {
    if (isReadingAnswer(id)) continue;
    const now = own[id];
    if (now === undefined) out[id] = past;
    else if (typeof past !== 'string' && typeof now !== 'string') out[id] = { ...past, ...now };
  }
  return out;
}

/**
 * Picks the answers that a recipe keeps. Accepting a proposal is no decision of its own, but
 * keeping a word is one.
 */
export function pickLastingAnswers(answers: ImportAnswers): ImportAnswers {
  return Object.fromEntries(
    Object.entries(answers).filter(([id, answer]) => {
      if (answersOfOneFile.has(id) || answer === '') return false;
      // "New projects" applies to one edition. A stored answer would create the same projects again
      // in the next edition.
      if (id === 'same_project' && answer === 'new') return false;
      const isMap = id === 'mapping' || id === 'stage_words';
      return !isMap || typeof answer !== 'string' || answer === 'keep';
    }),
  );
}
