import { useEffect, useState } from 'react';

/**
 * The time since which requests fail, in ms: from the first failure after an answer to the next
 * answer. A new try does not reset it. Undefined while no request fails.
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
