/** Text as it is searched: width, ligatures and case folded here, since the engines' own folding differs. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A LIKE pattern that finds the text literally, anywhere; to be used with `escape '\'`. */
export const containsPattern = (text: string): string => `%${foldText(text).replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
