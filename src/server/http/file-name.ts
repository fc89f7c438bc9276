/** Text as a part of a file name: no separators, no characters that a file system refuses. */
const part = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\s]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);

/** The part of the name by which the CSV that is safe in a spreadsheet is told from the exact one, which has none. */
export const csvMark = (csv: string | undefined): readonly string[] =>
  csv === 'excel' ? ['Excel'] : [];

/** Content-Disposition for a file that is kept, by RFC 6266 and 8187: a plain name for old readers and the true one beside it. */
export function attachment(parts: readonly string[], extension: string): string {
  const name = `${parts
    .map(part)
    .filter((p) => p !== '')
    .join('_')}.${extension}`;
  const plain = name
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '')
    .replace(/^[_-]+/, '');
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
