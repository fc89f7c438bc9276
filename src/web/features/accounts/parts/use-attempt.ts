import { useState } from 'react';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';

/** One thing that is tried, once at a time, and what went wrong the last time. */
export function useAttempt(): {
  readonly pending: boolean;
  readonly failure: ProblemError | undefined;
  readonly attempt: (work: () => Promise<void>) => void;
} {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<ProblemError>();
  const attempt = (work: () => Promise<void>): void => {
    if (pending) return;
    setPending(true);
    setFailure(undefined);
    work().then(
      () => setPending(false),
      (error: unknown) => {
        setPending(false);
        setFailure(toProblem(error));
      },
    );
  };
  return { pending, failure, attempt };
}
