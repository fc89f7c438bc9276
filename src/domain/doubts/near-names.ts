import { withoutExtensions } from '#domain/projects/extension.ts';
import type { DoubtInput, DoubtProject, DoubtRow } from './doubt.ts';
import { groupByKey, projectSubject } from './subject.ts';

/** Shorter names are not compared: two of them often differ by one character on purpose. */
const shortestName = 4;
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
const readDigits = (name: string): string => name.replace(/\P{Nd}+/gu, ' ').trim();

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

interface NamedEntry {
  readonly text: string;
  readonly projects: readonly DoubtProject[];
}

/**
 * Finds pairs of names that differ by one character, without comparing all with all: two such names
 * are equal after at most one deletion each.
 */
function findNearPairs(names: readonly NamedEntry[]): [NamedEntry, NamedEntry][] {
  const pairs: [NamedEntry, NamedEntry][] = [];
  const seenEntries = new Map<string, NamedEntry[]>();
  for (const name of names) {
    const met = new Set<NamedEntry>();
    const { text } = name;
    for (let at = -1; at < text.length; at += 1) {
      const key = at < 0 ? text : text.slice(0, at) + text.slice(at + 1);
      const others = seenEntries.get(key);
      if (others === undefined) seenEntries.set(key, [name]);
      else if (!others.includes(name)) {
        for (const other of others)
          if (!met.has(other) && areNear(other.text, text)) met.add(other);
        if (others.length < mostOfKey) others.push(name);
      }
    }
    for (const other of met) pairs.push([other, name]);
  }
  return pairs;
}
/** Names with more neighbours than this follow a pattern. */
const mostOfKey = 20;

/**
 * Finds projects whose names are equal without case, width, punctuation and words such as "Co.,
 * Ltd.", or differ by one character that is neither a digit nor an ordinal.
 */
export function findNearEqualNames({ projects }: DoubtInput): DoubtRow[] {
  const byName = groupByKey(projects, ({ name }) => {
    const text = normaliseName(name);
    return text.length < shortestName ? undefined : text;
  });
  const names = [...byName].map(([text, of]): NamedEntry => ({ text, projects: of }));
  const pairs = [...groupByKey(names, ({ text }) => readDigits(text)).values()].flatMap((group) =>
    group.length < 2 ? [] : findNearPairs(group),
  );
  return [
    ...names.filter((name) => name.projects.length > 1).map(({ projects: same }) => same),
    ...pairs.map(([a, b]) => [...a.projects, ...b.projects]),
  ]
    .map(withoutExtensions)
    .flatMap((same) =>
      same.length < 2 ? [] : [{ subjects: same.map(projectSubject), facts: [] }],
    );
}
