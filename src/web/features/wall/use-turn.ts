import { useEffect, useState } from 'react';

/** Time in s until the next chart, where the address gives none. */
export const turnAfterS = 30;

/**
 * Counts up the index of the displayed chart every `seconds`. It starts again after the last one.
 * @returns an index from 0
 */
export function useTurn(sheets: number, seconds: number): number {
  const [turnCount, setTurnCount] = useState(0);
  useEffect(() => {
    if (sheets < 2) return undefined;
    const timer = setInterval(() => setTurnCount((before) => before + 1), seconds * 1000);
    return () => clearInterval(timer);
  }, [sheets, seconds]);
  return sheets === 0 ? 0 : turnCount % sheets;
}

/**
 * Reads the present time every `everyMs` milliseconds.
 * @returns a time in ms since 1970; undefined on the server and until hydration
 */
export function useNow(everyMs: number): number | undefined {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
