/** With Tab the focus goes from number to number of a form; Shift Tab goes back through every field. */
export function goToNextNumber(event: KeyboardEvent): void {
  const { key, shiftKey, target } = event;
  if (key !== 'Tab' || shiftKey || !(target instanceof HTMLElement)) return;
  const form = target.closest('form');
  const numbers = [...(form?.querySelectorAll<HTMLElement>('[data-number]') ?? [])];
  const at = numbers.indexOf(target);
  const next = at < 0 ? undefined : numbers[at + 1];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
