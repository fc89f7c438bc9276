/**
 * Makes a part of a file name from a text. Removes separators and characters that file systems
 * forbid.
 */
export const cleanNamePart = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\s]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);

/** Returns the part of a file name that marks a CSV for Excel. The exact CSV has no mark. */
export const csvMark = (csv: string | undefined): readonly string[] =>
  csv === 'excel' ? ['Excel'] : [];

/** Makes a Content-Disposition header by RFC 6266 and 8187, with an ASCII name for old clients. */
export function attachment(parts: readonly string[], extension: string): string {
  const name = `${parts
    .map(cleanNamePart)
    .filter((p) => p !== '')
    .join('_')}.${extension}`;
  const plain = name
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '')
    .replace(/^[_-]+/, '');
  const encodedName = encodeURIComponent(name).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodedName}`;
}
