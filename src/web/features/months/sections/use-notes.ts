import { useState } from 'react';
import type { MonthNotes } from '#contract/targets/month-schemas.ts';
import type { Month } from '#domain/values/date.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { useSaveMonthNotes } from '#web/features/months/queries.ts';

/** The note of another person that a save would have replaced. */
interface Theirs {
  readonly text: string;
  readonly author: string;
  readonly recorded_at: string;
}
const isTheirs = (current: unknown): current is Theirs =>
  typeof current === 'object' && current !== null && 'recorded_at' in current;

/**
 * Saves one note of a month. A note that another person wrote in the meantime is shown first; only
 * the next save replaces it.
 */
export function useNotes(month: Month, onSaved: () => void, loadedAt: string) {
  const mutation = useSaveMonthNotes(month);
  const [savedAt, setSavedAt] = useState<string>();
  const failure: ProblemError | undefined = mutation.isError
    ? toProblem(mutation.error)
    : undefined;
  const current = failure?.problem?.current;
  const theirs = failure?.code === 'conflict' && isTheirs(current) ? current : undefined;
  return {
    isSaving: mutation.isPending,
    savedAt,
    theirs,
    failure: theirs === undefined ? failure : undefined,
    save: (make: (base: string) => MonthNotes) => {
      mutation.mutate(make(theirs?.recorded_at ?? loadedAt), {
        onSuccess: () => {
          onSaved();
          setSavedAt(new Date().toISOString());
        },
      });
    },
  };
}
export type Notes = ReturnType<typeof useNotes>;
