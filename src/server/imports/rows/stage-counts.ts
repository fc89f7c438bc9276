/** The number of rows by stage word and by the stage that the importer read. */
export type StageCounts = Map<
  string,
  { readonly word: string; readonly stage: string; readonly count: number }
>;

/** Counts a row under its stage word and the stage that was read from it. */
export function countStage(counts: StageCounts, word: string, stage: string): void {
  const key = `${word}\u0000${stage}`;
  counts.set(key, { word, stage, count: (counts.get(key)?.count ?? 0) + 1 });
}
