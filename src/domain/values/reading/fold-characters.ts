/**
 * Raised, lowered, circled and bracketed digits. NFKC would turn a footnote mark or an exponent
 * into a digit of the number.
 */
const markedDigits =
  '\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u249b\u24ea\u24f5-\u24ff';
const others = new RegExp(`[^${markedDigits}]+`, 'g');

/**
 * Folds full width to half width and other forms of a character to its plain form (NFKC). Digits
 * that are marks do not change: 10² is not 102, ⑴ is not minus 1.
 */
export const foldCharacters = (text: string): string =>
  text.replace(others, (part) => part.normalize('NFKC'));
