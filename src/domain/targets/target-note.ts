import type { CauseNote } from '#domain/zone/indicator.ts';
import type { TargetRow, Verdict } from './target-row.ts';

const verdictsBehind: ReadonlySet<Verdict> = new Set(['behind', 'slightly_behind', 'missed']);
/** Whether the verdict of a target says that it is behind its plan. */
export const isBehindPlan = ({ verdict }: Pick<TargetRow, 'verdict'>): boolean =>
  verdictsBehind.has(verdict);

/** A target with the note on its indicator and month. */
export interface TargetNote {
  readonly row: TargetRow;
  readonly cause: CauseNote;
}

/**
 * Lists the notes of targets, each once: several targets of an indicator have the same note. It
 * stands at the first of them that is behind plan, else at the first.
 * @returns the notes in the order of the targets
 */
export function listTargetNotes(targets: readonly TargetRow[]): readonly TargetNote[] {
  const notes = targets.flatMap((row): TargetNote[] =>
    row.cause === undefined ? [] : [{ row, cause: row.cause }],
  );
  const groups = Map.groupBy(notes, ({ cause }) => `${cause.indicator} ${cause.period}`);
  const places = new Set(
    [...groups.values()].map((group) => group.find(({ row }) => isBehindPlan(row)) ?? group[0]),
  );
  return notes.filter((note) => places.has(note));
}
