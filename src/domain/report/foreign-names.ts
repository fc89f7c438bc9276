/** A name in another language than the report, which its sentences and tables may hold. */
export interface ForeignName {
  readonly text: string;
  /** A language tag of BCP 47. */
  readonly language: string;
}
/** A part of a text. Without a language it is in the language of the report. */
export interface LanguagePart {
  readonly text: string;
  readonly language?: string;
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{Script=Latin}\p{Nd}]/u.test(character);
/** Whether a position in a text is not inside a word of Latin letters. */
const isWhole = (text: string, from: number, to: number): boolean =>
  !(isLetter(text[from]) && isLetter(text[from - 1])) &&
  !(isLetter(text[to - 1]) && isLetter(text[to]));

/** Finds the first of the names in a text, and the longest of those that begin there. */
function findFirst(
  text: string,
  names: readonly ForeignName[],
): { readonly at: number; readonly name: ForeignName } | undefined {
  let first: { readonly at: number; readonly name: ForeignName } | undefined;
  for (const name of names) {
    let at = text.indexOf(name.text);
    while (at >= 0 && !isWhole(text, at, at + name.text.length))
      at = text.indexOf(name.text, at + 1);
    if (at < 0) continue;
    const isLonger = at === first?.at && name.text.length > first.name.text.length;
    if (first === undefined || at < first.at || isLonger) first = { at, name };
  }
  return first;
}

/** Splits a text at the names of another language that it holds. The parts join to the text. */
export function splitByLanguage(
  text: string,
  names: readonly ForeignName[],
): readonly LanguagePart[] {
  const parts: LanguagePart[] = [];
  let rest = text;
  for (let match = findFirst(rest, names); match !== undefined; match = findFirst(rest, names)) {
    const { at, name } = match;
    if (at > 0) parts.push({ text: rest.slice(0, at) });
    parts.push(name);
    rest = rest.slice(at + name.text.length);
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, { text: rest }];
}
