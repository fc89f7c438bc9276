import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus into a form that opens in place: to its first field once it opens, and back to
 * the button that opens it once it closes. The button has the attribute `data-opens-form`.
 *
 * @returns the ref of the element around the form and the button
 */
export function useFormFocus(isOpen: boolean): RefObject<HTMLElement | null> {
  const around = useRef<HTMLElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    const place = isOpen ? 'form :is(input, select, textarea)' : '[data-opens-form]';
    around.current?.querySelector<HTMLElement>(place)?.focus();
  }, [isOpen]);
  return around;
}
