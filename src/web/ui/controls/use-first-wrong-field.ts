import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus to the first wrong field of a form after each try to save it.
 *
 * @param tries the number of tries with wrong fields; 0 moves nothing
 * @returns the ref of the form
 */
export function useFirstWrongField(tries: number): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  return form;
}
