/**
 * Puts a file that a reader drops before the page has its code into the field beside the drop. The
 * browser would open the file instead of the page.
 *
 * @returns a function that ends it
 */
export function holdFiles(): () => void {
  const hold = (event: DragEvent): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    const field = target
      ?.closest('#main :has(> [type=file])')
      ?.querySelector<HTMLInputElement>('[type=file]');
    if (field === null || field === undefined) return;
    event.preventDefault();
    if (event.type === 'drop') field.files = event.dataTransfer?.files ?? null;
  };
  addEventListener('dragover', hold, true);
  addEventListener('drop', hold, true);
  return () => {
    removeEventListener('dragover', hold, true);
    removeEventListener('drop', hold, true);
  };
}
