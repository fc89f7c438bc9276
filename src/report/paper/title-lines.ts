import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { Report } from '#domain/report/report.ts';
import { pageStyles, textRoom } from './page-style.ts';

/**
 * Breaks the title into lines: one where it fits, else the zone and the subject of the report. An
 * English title breaks at any word.
 */
export function listTitleLines({
  title,
  title_start: start,
  language,
}: Pick<Report, 'title' | 'title_start' | 'language'>): readonly string[] {
  const style = pageStyles[language];
  const fits = textWidth(title, style.title.size, true) * 1.1 <= textRoom(style);
  if (fits || language === 'en' || !title.startsWith(start)) return [title];
  return [start, title.slice(start.length).trim()];
}
