/** Folds a text: removes blanks and differences in width and case. */
export const foldText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Makes the identity of a project without a code: its folded name and investor. */
export const identifyProject = (name: string, investor = ''): string =>
  `${foldText(name)}\u0000${foldText(investor)}`;
