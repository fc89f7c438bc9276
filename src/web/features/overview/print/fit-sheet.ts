import { useLayoutEffect, useState } from 'react';

/**
 * Takes away one part after another until a sheet of paper holds the rest. Layout effects run
 * before the browser prints.
 *
 * @param steps how many parts can be taken away
 * @returns how many were, and the ref of the sheet
 */
export function useFitting(steps: number): {
  readonly taken: number;
  readonly sheet: (element: HTMLElement | null) => void;
} {
  const [taken, setTaken] = useState(0);
  const [element, setElement] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (element !== null && taken < steps && element.scrollHeight > element.clientHeight + 1)
      setTaken(taken + 1);
  }, [element, taken, steps]);
  return { taken, sheet: setElement };
}

/** The height that is left for an element, in px. */
export function useRoom(): {
  readonly height: number | undefined;
  readonly box: (element: HTMLElement | null) => void;
} {
  const [height, setHeight] = useState<number>();
  const [element, setElement] = useState<HTMLElement | null>(null);
  // each time: parts of the sheet that are taken away leave more room
  useLayoutEffect(() => {
    if (element !== null) setHeight(element.clientHeight);
  });
  return { height, box: setElement };
}
