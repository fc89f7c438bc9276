import { formatDate } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import { isIsoDate, monthEnd } from '#domain/period.ts';

/** One thing to go to or to set. `words`: what it is found by besides its label. */
export interface Entry {
  readonly id: string;
  readonly group: 'page' | 'project' | 'stage' | 'figure' | 'measure' | 'day' | 'language' | 'theme';
  readonly label: string;
  readonly hint?: string;
  readonly words?: string;
  readonly run: () => void;
}

/** Width and case are the same; blanks at the ends are none. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** Entries in whose label or words every typed word stands; those whose label begins with it come first. */
export function matching(entries: readonly Entry[], typed: string): readonly Entry[] {
  const words = plain(typed).split(/\s+/);
  const found = entries.filter(({ label, words: more = '' }) => {
    const text = plain(`${label} ${more}`);
    return words.every((word) => text.includes(word));
  });
  const begins = (entry: Entry): number => (plain(entry.label).startsWith(plain(typed)) ? 0 : 1);
  return found.toSorted((a, b) => begins(a) - begins(b));
}

/** The day that a text means: a day, the end of a month, a quarter or a year; nothing for any other text. */
export function dayOf(typed: string): string | undefined {
  const text = plain(typed)
    .replace(/[年月./\s]+/g, '-')
    .replace(/日|-$/g, '');
  const quarter = /^(?<year>\d{4})-?q(?<of>[1-4])$/.exec(text) ?? /^q(?<of>[1-4])-?(?<year>\d{4})$/.exec(text);
  if (quarter?.groups !== undefined) {
    const { year, of } = quarter.groups;
    return monthEnd(`${year}-${String(Number(of) * 3).padStart(2, '0')}`);
  }
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text) ?? [];
  if (year === undefined || Number(year) < 1900 || Number(year) > 2200) return undefined;
  if (month === undefined) return `${year}-12-31`;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const of = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return monthEnd(of);
  const whole = `${of}-${day.padStart(2, '0')}`;
  return isIsoDate(whole) ? whole : undefined;
}
export const dayLabel = (day: string, language: Language): string => formatDate(day, language, 'long');

const recentKey = 'headway.recent';
const mostRecent = 6;
interface Recent {
  readonly label: string;
  readonly path: string;
}
/** Where this reader went last by the palette. A browser that keeps nothing knows none. */
export function readRecent(): readonly Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(recentKey) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((one: unknown) => {
      const { label, path } = (typeof one === 'object' && one !== null ? one : {}) as Partial<Recent>;
      return typeof label === 'string' && typeof path === 'string' && /^\/[^/\\]*/.test(path) ? [{ label: label.slice(0, 300), path }] : [];
    });
  } catch {
    return [];
  }
}
export function keepRecent(entry: Recent): void {
  try {
    const others = readRecent().filter(({ path }) => path !== entry.path);
    localStorage.setItem(recentKey, JSON.stringify([entry, ...others].slice(0, mostRecent)));
  } catch {
    return;
  }
}
