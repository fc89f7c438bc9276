import { useCallback, useContext } from 'react';
import {
  type Location,
  UNSAFE_NavigationContext as NavigationContext,
  type To,
} from 'react-router-dom';

export interface GoOptions {
  /** Adds no history entry. */
  readonly replace?: boolean;
  /** What the next page reads of the step to it, not of its address. */
  readonly state?: unknown;
  /** Draws the page within this event, not in a transition (decision 105). */
  readonly atOnce?: boolean;
}

let isAtOnce = false;
/** Whether the change of the address that is being made is drawn within its event. */
export const isDrawnAtOnce = (): boolean => isAtOnce;

/**
 * Goes to an address of the product: a path from its root, or the parts that differ from the present
 * address. Unlike the router's own hook it does not follow the address, so its users are not drawn
 * again by each filter (decision 86).
 * @returns the same function in each rendering
 */
export function useGo(): (to: To, options?: GoOptions) => void {
  const { navigator } = useContext(NavigationContext);
  return useCallback(
    (to, { replace = false, state, atOnce = false } = {}) => {
      isAtOnce = atOnce;
      // the router hears of the change within this call
      if (replace) navigator.replace(to, state);
      else navigator.push(to, state);
      isAtOnce = false;
    },
    [navigator],
  );
}

/**
 * Makes the function that reads the address as it is when it is called: newer than the last
 * rendering after a change that is not drawn yet.
 */
export function usePresentAddress(): () => Pick<Location, 'pathname' | 'search'> {
  const { navigator } = useContext(NavigationContext);
  // only the navigator of the server has no address, and nothing changes one there
  return useCallback(() => (navigator as unknown as { location: Location }).location, [navigator]);
}
