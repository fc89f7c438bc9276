import type { StageReading } from '#server/imports/context/zone-vocabulary.ts';

/** The number of rows by stage word and by the stage that the importer read. */
export type StageCounts = Map<
  string,
  { readonly word: string; readonly stage: string; readonly count: number }
>;

/** The counts of words that the reading of rows fills. */
interface WordCounts {
  /** The number of rows by word without a certain meaning. */
  readonly unknownWords: Map<string, number>;
  readonly stageCounts: StageCounts;
}

/** Counts a row under its stage word and the stage or status that was read from it. */
export function countStageWord(
  { unknownWords, stageCounts: counts }: WordCounts,
  word: string,
  { stage: reading, status, isKnown }: StageReading,
): void {
  if (!isKnown) unknownWords.set(word, (unknownWords.get(word) ?? 0) + 1);
  const stage = (reading === 'unknown' ? status : (reading ?? status)) ?? 'unknown';
  const key = `${word}\u0000${stage}`;
  counts.set(key, { word, stage, count: (counts.get(key)?.count ?? 0) + 1 });
}
