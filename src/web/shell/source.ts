import { formatDate } from '#domain/format.ts';
import type { Language, Text } from '#domain/language.ts';
import type { IsoDate } from '#domain/project.ts';

/** A source with its day; many titles end in their day already, and then it isn't said twice. */
export function sourceWithDate(source: Text | undefined, date: IsoDate, language: Language): string {
  const day = formatDate(date, language);
  if (source === undefined) return day;
  const title = source[language];
  return title.includes(day) ? title : `${title}${language === 'en' ? ', ' : language === 'ja' ? '、' : '，'}${day}`;
}
