import type { ImportAnswers } from '#contract/imports.ts';
import { shapeHash } from './codes.ts';
import { normaliseHeader } from './columns/header.ts';
import type { TableHeader } from './structure/header.ts';

/** Answers that hold for every edition of a file of the same shape. */
const lasting = [
  'mapping',
  'stage_words',
  'unit',
  'currency',
  'decimal_sign',
  'date_order',
  'read_as',
  'unlisted',
  'replans',
  'encoding',
] as const;

/** The shape of a file: its headers, whatever their width, case and marks. */
export const fileShape = (header: TableHeader): string => shapeHash(header.columns.map((c) => normaliseHeader(c.key)));

/** The answers of today over those of last time; maps are joined key by key. */
export function withRemembered(own: ImportAnswers, remembered: ImportAnswers | undefined): ImportAnswers {
  if (remembered === undefined) return own;
  const out: Record<string, ImportAnswers[string]> = { ...own };
  for (const id of lasting) {
    // the encoding is chosen before the shape of the file is known
    if (id === 'encoding') continue;
    const [past, now] = [remembered[id], own[id]];
    if (past === undefined) continue;
    if (now === undefined) out[id] = past;
    else if (typeof past !== 'string' && typeof now !== 'string') out[id] = { ...past, ...now };
  }
  return out;
}

/** What a commit remembers of its answers. That proposals were taken is no decision of its own. */
export function lastingAnswers(answers: ImportAnswers): ImportAnswers {
  return Object.fromEntries(
    lasting.flatMap((id) => {
      const answer = answers[id];
      const map = id === 'mapping' || id === 'stage_words';
      return answer === undefined || map === (typeof answer === 'string') ? [] : [[id, answer]];
    }),
  );
}
