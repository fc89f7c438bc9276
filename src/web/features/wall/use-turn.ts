import { useEffect, useState } from 'react';

/** Time in s until the next chart, where the address gives none. */
export const turnAfterS = 30;

/**
 * The index of the displayed chart. It advances after `seconds`, and starts again after the last
 * one.
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
 * The present time in ms; undefined on the server and until hydration.
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
