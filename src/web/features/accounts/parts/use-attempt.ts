import { useState } from 'react';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';

/** Runs one attempt at a time and keeps the error of the last one. */
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
