import { TextRun } from 'docx';
import { xmlCharacters } from '#charts/kit/style/xml.ts';
import { splitByLanguage } from '#domain/report/foreign-names.ts';
import type { Report } from '#domain/report/report.ts';
import { isLanguage, type Language } from '#domain/values/language.ts';
import { listFonts } from './word-fonts.ts';

const tags: Readonly<Record<string, string>> = {
  'zh-CN': 'zh-CN',
  ja: 'ja-JP',
  ko: 'ko-KR',
  en: 'en-GB',
};
/** Names a language as Word does: with a region. */
export const wordLanguage = (language: Language | string): string => tags[language] ?? language;

/** What a report's texts are written with. */
export type RunContext = Pick<Report, 'language' | 'foreign_names'>;

/** Writes a text as runs: a name of another language has that language, and a font for it. */
export const makeRuns = (
  text: string,
  { language: own, foreign_names: names = [] }: RunContext,
): readonly TextRun[] =>
  splitByLanguage(xmlCharacters(text), names).map(({ text: part, language }) => {
    if (language === undefined) return new TextRun(part);
    const tag = wordLanguage(language);
    // the signs of China, Japan and Korea differ, and so do their fonts
    const font = isLanguage(language) && language !== 'en' && language !== own;
    return new TextRun({
      text: part,
      language: { value: tag, eastAsia: tag },
      ...(font ? { font: { eastAsia: listFonts(language, 'body').eastAsia } } : {}),
    });
  });
