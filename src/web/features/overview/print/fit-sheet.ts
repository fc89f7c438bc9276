import { useLayoutEffect, useState } from 'react';

/**
 * Removes one part after another until the rest fits on a sheet of paper. Layout effects run before
 * the browser prints.
 *
 * @param steps the number of parts that can be removed
 * @returns the number of removed parts, and the ref of the sheet
 */
export function useFitting(steps: number): {
  readonly cuts: number;
  readonly sheet: (element: HTMLElement | null) => void;
} {
  const [cuts, setCuts] = useState(0);
  const [element, setElement] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (element !== null && cuts < steps && element.scrollHeight > element.clientHeight + 1)
      setCuts(cuts + 1);
  }, [element, cuts, steps]);
  return { cuts, sheet: setElement };
}

/**
 * Measures the height that is left for an element, in px.
 * @returns undefined until it is measured
 */
export function useRoom(): {
  readonly height: number | undefined;
  readonly box: (element: HTMLElement | null) => void;
} {
  const [height, setHeight] = useState<number>();
  const [element, setElement] = useState<HTMLElement | null>(null);
  // at each rendering: parts that are removed leave more room
  useLayoutEffect(() => {
    if (element !== null) setHeight(element.clientHeight);
  });
  return { height, box: setElement };
}
