import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

/** One destination or setting. `names`: its other names in a search. */
export interface Entry {
  readonly id: string;
  readonly group:
    | 'page'
    | 'project'
    | 'stage'
    | 'figure'
    | 'measure'
    | 'day'
    | 'language'
    | 'theme';
  readonly label: string;
  readonly hint?: string;
  readonly names?: readonly string[];
  readonly run: () => void;
}

/** Folds width and case, and removes blanks at the ends. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

const withoutBlanks = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Whether a text has a word that begins with a typed one. Scripts without blanks between words may
 * have it anywhere.
 */
const hasWord = (text: string, query: string): boolean =>
  withoutBlanks.test(query)
    ? text.includes(query)
    : [...text.split(/\s+/), ...text.split(/[^\p{L}\p{M}\p{N}]+/u)].some((word) =>
        word.startsWith(query),
      );

/** The best rank of an entry: its name is the text. Then its name begins with it; the rest. */
type Rank = 0 | 1 | 2;

/** Ranks an entry of a search. @returns undefined for an entry without the typed words */
function rankEntry({ label, names = [] }: Entry, input: string): Rank | undefined {
  const texts = [label, ...names].map(plain);
  const query = plain(input);
  if (texts.includes(query)) return 0;
  if (texts.some((text) => text.startsWith(query))) return 1;
  const all = query.split(/\s+/).every((word) => texts.some((text) => hasWord(text, word)));
  return all ? 2 : undefined;
}

/**
 * Finds the entries of a search: those with this name come first, then those whose name begins with
 * the text, then those that have every typed word. Projects stay without a word, since the
 * server finds them by more than their names.
 */
export function listMatches(
  entries: readonly Entry[],
  projects: readonly Entry[],
  input: string,
): readonly Entry[] {
  const ranks = [
    ...entries.flatMap((entry) => {
      const rank = rankEntry(entry, input);
      return rank === undefined ? [] : [{ entry, rank }];
    }),
    ...projects.map((entry) => ({ entry, rank: rankEntry(entry, input) ?? 2 })),
  ];
  return ranks.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

/** Writes the entry of a day: its date. */
export const dayLabel = (day: string, language: Language): string =>
  formatDate(day, language, 'long');

const recentKey = 'headway.recent';
const mostRecent = 6;
interface Recent {
  readonly label: string;
  readonly path: string;
}
/** Reads the last destinations of this reader in the palette; none in a browser without storage. */
export function readRecent(): readonly Recent[] {
  try {
    const content: unknown = JSON.parse(localStorage.getItem(recentKey) ?? '[]');
    if (!Array.isArray(content)) return [];
    return content.flatMap((one: unknown) => {
      const { label, path } = (
        typeof one === 'object' && one !== null ? one : {}
      ) as Partial<Recent>;
      return typeof label === 'string' && typeof path === 'string' && /^\/[^/\\]*/.test(path)
        ? [{ label: label.slice(0, 300), path }]
        : [];
    });
  } catch {
    return [];
  }
}
/** Removes the last destinations of this reader. */
export function forgetRecent(): void {
  try {
    localStorage.removeItem(recentKey);
  } catch {
    return;
  }
}
/** Keeps a destination as the last one in this browser, with a few before it. */
export function keepRecent(entry: Recent): void {
  try {
    const others = readRecent().filter(({ path }) => path !== entry.path);
    localStorage.setItem(recentKey, JSON.stringify([entry, ...others].slice(0, mostRecent)));
  } catch {
    return;
  }
}
