const kinds = /(?:有限责任公司|有限公司|株式会社|项目|工程|案件|co\.?,? ?ltd\.?|inc\.?|project)/giu;
/** Legal forms of other countries at the end of a name, without those that may be an ordinal. */
const legalForms =
  /[\s,]+(?:kft|zrt|nyrt|gmbh|s\.?\s?r\.?\s?l|s\.?\s?p\.?\s?a|sp\.?\s?z\s?o\.?\s?o|s\.?\s?r\.?\s?o|d\.?\s?o\.?\s?o|sarl|llc|ltd|plc|corp)\.?$/u;
/** Characters that distinguish phases and plots: 一期 and 二期, A座 and B座. */
const ordinals = /[一二三四五六七八九十甲乙丙丁东南西北東上中下a-zⅰ-ⅻ]/u;

/** Normalises a name: without case, width, blanks, punctuation and words for its legal form. */
export const normaliseName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(kinds, '')
    .trim()
    .replace(legalForms, '')
    .replace(/[\p{P}\p{S}\s]/gu, '');

/** Reads the digits of a name. Names that differ in a number are two projects, as phase 1 and 2. */
export const readDigits = (name: string): string => name.replace(/\P{Nd}+/gu, ' ').trim();

/**
 * Whether a character distinguishes two names. In Latin script a letter more or less is a typing
 * error; a single letter, as in "plant A", is not.
 */
const tellsApart = (char: string | undefined, name: string): boolean =>
  char !== undefined &&
  (/\p{Nd}/u.test(char) || (ordinals.test(char) && !(char <= 'z' && /[a-z]{4}/.test(name))));

/** Whether two different names of one digit sequence differ by one character that is no ordinal. */
export function areNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const same = short.length === long.length;
  if (short.slice(same ? at + 1 : at) !== long.slice(at + 1)) return false;
  const [left, right] = [same ? short[at] : undefined, long[at]];
  return same ? !(tellsApart(left, short) && tellsApart(right, long)) : !tellsApart(right, long);
}
