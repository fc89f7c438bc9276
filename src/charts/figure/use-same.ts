import { useRef } from 'react';
import { isSame } from '#charts/kit/is-same.ts';

/**
 * Keeps a value the same object while its content stays the same, so that what is drawn from it is
 * not drawn again.
 *
 * @param value - plain JSON
 */
export function useSame<Value>(value: Value): Value {
  const last = useRef(value);
  if (!isSame(last.current, value)) last.current = value;
  return last.current;
}
