/** Copies a text to the clipboard. Rejects too where a page without HTTPS has no clipboard. */
export const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text);
