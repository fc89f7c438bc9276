let loading: Promise<void> | undefined;

const load = (sheet: HTMLLinkElement): Promise<void> =>
  new Promise((resolve, reject) => {
    sheet.onload = () => resolve();
    sheet.onerror = () => {
      sheet.disabled = true;
      loading = undefined;
      reject(new Error('The stylesheet did not arrive.'));
    };
    sheet.disabled = false;
  });

/**
 * Loads the stylesheet of a page that was drawn without it, or with a part of it.
 *
 * @throws Error if it does not arrive; the next call tries again
 */
export async function loadStyles(): Promise<void> {
  const sheet = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]');
  if (sheet?.disabled === true) loading = load(sheet);
  await loading;
}
