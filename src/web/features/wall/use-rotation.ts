import { useEffect, useState } from 'react';

/** Which of so many sheets is shown: the first until `seconds` have gone by, and so on; without `seconds` always the first. */
export function useTurn(sheets: number, seconds: number | undefined): number {
  const [turned, setTurned] = useState(0);
  useEffect(() => {
    if (seconds === undefined || sheets < 2) return undefined;
    const timer = setInterval(() => setTurned((before) => before + 1), seconds * 1000);
    return () => clearInterval(timer);
  }, [sheets, seconds]);
  return sheets === 0 ? 0 : turned % sheets;
}
