/** Copies a text to the clipboard. Also rejects on a page without HTTPS, which has no clipboard. */
export const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text);
