import { formatDate } from '#domain/values/format.ts';
import type { Language, Text } from '#domain/values/language.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { registerSource } from '#domain/labels/general/data-status.ts';

/** Writes a source with its day, unless its title ends with the day. */
export function sourceWithDate(source: Text, date: IsoDate, language: Language): string {
  const day = formatDate(date, language);
  const title = source[language];
  return title.includes(day)
    ? title
    : `${title}${language === 'en' ? ', ' : language === 'ja' ? '、' : '，'}${day}`;
}

/** A figure's source with its day. A figure without a source was counted in the register. */
export const figureSource = (
  { source, data_status, date }: Pick<Figure, 'source' | 'data_status' | 'date'>,
  language: Language,
): string => sourceWithDate(source ?? registerSource(data_status), date, language);
