import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus to the first wrong field of a form, or of a page of forms, after each try to save
 * it.
 *
 * @param tries the number of tries with wrong fields; 0 moves nothing
 * @returns the ref of the form, or of the element around the forms
 */
export function useFirstWrongField<E extends HTMLElement = HTMLFormElement>(
  tries: number,
): RefObject<E | null> {
  const form = useRef<E>(null);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  return form;
}
