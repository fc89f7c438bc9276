/** A text without width, case and blanks. */
export const foldText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** What identifies a project without a code: its folded name and investor. */
export const identifyProject = (name: string, investor = ''): string =>
  `${foldText(name)}\u0000${foldText(investor)}`;
