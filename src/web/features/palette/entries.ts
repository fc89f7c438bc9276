import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

/** One destination or setting. `words`: search words besides its label. */
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
  readonly words?: string;
  readonly run: () => void;
}

/** Folds width and case, and removes blanks at the ends. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/**
 * Finds the entries that contain every typed word. Entries whose label begins with it come first.
 */
export function matching(entries: readonly Entry[], input: string): readonly Entry[] {
  const words = plain(input).split(/\s+/);
  const matches = entries.filter(({ label, words: more = '' }) => {
    const text = plain(`${label} ${more}`);
    return words.every((word) => text.includes(word));
  });
  const begins = (entry: Entry): number => (plain(entry.label).startsWith(plain(input)) ? 0 : 1);
  return matches.toSorted((a, b) => begins(a) - begins(b));
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
