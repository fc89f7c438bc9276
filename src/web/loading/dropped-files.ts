const file = '[type=file]';

/**
 * Puts a file that a reader drops before the page has its code into the field beside the drop. The
 * browser would open the file instead of the page.
 */
export function holdFile(event: DragEvent): void {
  const { target, type, dataTransfer } = event;
  const place = (target as Element).closest?.(`#main :has(> ${file})`);
  const field = place?.querySelector<HTMLInputElement>(file);
  if (!field) return;
  event.preventDefault();
  if (type === 'drop') field.files = dataTransfer?.files ?? null;
}
