import type { ProjectFacts } from '#domain/projects/project.ts';
import type { Column } from '#server/imports/columns/column.ts';
import type { Vocabulary } from '#server/imports/context/zone-vocabulary.ts';
import { area, readSectionWord } from '#server/imports/structure/sections.ts';
import type { RowStage } from './stage-events.ts';

interface RowPlacement {
  readonly facts: ProjectFacts;
  readonly stage: RowStage;
}
/**
 * Applies a heading (stage, industry or function zone) to the rows below it, if the file has no
 * such column.
 */
export function placeBySection<R extends RowPlacement>(
  record: R,
  heading: string | undefined,
  columns: readonly Column[],
  vocabulary: Vocabulary,
  onStage: (word: string, stage: string) => void,
): R {
  if (heading === undefined) return record;
  const word = readSectionWord(heading);
  const has = (field: Column['field']): boolean => columns.some((c) => c.field === field);
  if (!has('stage')) {
    const read = vocabulary.stage(word, 'stage');
    if (read.isKnown) {
      onStage(word, (read.stage === 'unknown' ? read.status : read.stage) ?? 'unknown');
      const { isKnown: _, ...stageAndStatus } = read;
      return { ...record, stage: { ...stageAndStatus, ...record.stage } };
    }
  }
  for (const field of ['industry', 'zone'] as const) {
    const id = vocabulary[field](word);
    if (!has(field) && id !== word) return { ...record, facts: { ...record.facts, [field]: id } };
  }
  if (!has('zone') && area.test(word)) return { ...record, facts: { ...record.facts, zone: word } };
  return record;
}
