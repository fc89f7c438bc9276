/**
 * Puts a file that a reader drops before the page has its code into the field beside the drop. The
 * browser would open the file instead of the page.
 */
export function holdFile(event: DragEvent): void {
  const { target, type, dataTransfer } = event;
  const field = (target as Element)
    .closest?.('#main :has(> [type=file])')
    ?.querySelector<HTMLInputElement>('[type=file]');
  if (!field) return;
  event.preventDefault();
  if (type === 'drop') field.files = dataTransfer?.files ?? null;
}
