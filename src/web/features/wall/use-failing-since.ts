import { useEffect, useState } from 'react';

/**
 * Finds the time since which requests fail: from the first failure after an answer to the next
 * answer. A new try does not reset it.
 * @returns a time in ms since 1970; undefined while no request fails
 */
export function useFailingSince(isFailing: boolean, answeredAt: number): number | undefined {
  const [failure, setFailure] = useState<{ readonly since: number; readonly after: number }>();
  useEffect(() => {
    if (isFailing)
      setFailure((before) =>
        before?.after === answeredAt ? before : { since: Date.now(), after: answeredAt },
      );
  }, [isFailing, answeredAt]);
  return failure?.after === answeredAt ? failure.since : undefined;
}
