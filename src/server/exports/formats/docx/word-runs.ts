import { compact } from '#domain/values/compact.ts';
import { type IRunOptions, TextRun } from 'docx';
import { xmlCharacters } from '#charts/kit/style/xml.ts';
import { splitByLanguage } from '#domain/report/foreign-names.ts';
import type { Report } from '#domain/report/report.ts';
import { isLanguage, type Language } from '#domain/values/language.ts';
import { listFonts } from './word-fonts.ts';

const tags: Readonly<Record<string, string>> = {
  'zh-CN': 'zh-CN',
  ja: 'ja-JP',
  ko: 'ko-KR',
  th: 'th-TH',
  en: 'en-GB',
};
/** Makes the language tag that Word uses, which has a region. */
export const wordLanguage = (language: Language | string): string => tags[language] ?? language;

/** Languages of scripts that Word calls complex, and whose language it keeps apart. */
const complexScripts: ReadonlySet<string> = new Set(['th', 'lo', 'km', 'si', 'ta']);

/** The properties of a report that its runs depend on. */
export type RunContext = Pick<Report, 'language' | 'foreign_names'>;

/**
 * Makes the runs of a text. A name in another language gets that language and a font for it.
 * @param look - properties of each run that differ from those of its paragraph
 */
export const makeRuns = (
  text: string,
  { language: own, foreign_names: names = [] }: RunContext,
  look: Pick<IRunOptions, 'size'> = {},
): readonly TextRun[] =>
  splitByLanguage(xmlCharacters(text), names).map(({ text: part, language }) => {
    if (language === undefined) return new TextRun({ ...look, text: part });
    const tag = wordLanguage(language);
    // the characters of China, Japan and Korea differ, so their fonts differ
    const font = isLanguage(language) && language !== 'en' && language !== own;
    return new TextRun({
      ...look,
      text: part,
      language: {
        value: tag,
        eastAsia: tag,
        ...compact({ bidirectional: complexScripts.has(language) ? tag : undefined }),
      },
      ...compact({ font: font ? { eastAsia: listFonts(language, 'body').eastAsia } : undefined }),
    });
  });
