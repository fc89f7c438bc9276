import { useEffect, useState } from 'react';

/** After so long without another change somebody has stopped typing. */
const settledMs = 400;

/** A value as it was when it last stood still; compared by its JSON. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), settledMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
