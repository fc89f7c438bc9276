import { listPhrases } from './phrases.ts';

/** What stays whole in the cells of a table. */
export interface WordRules {
  /** The number of lines that a figure with its unit may have; undefined: any number. */
  readonly figureLines: number | undefined;
  /** Whether phrases in Chinese and Japanese stay whole. */
  readonly phrases: boolean;
}
/** A part of a text that stays on one line, and how much wider other programs may draw it. */
interface CellWord {
  readonly word: string;
  readonly room: 'exact' | 'usual' | 'reserved';
}

/** Words, numbers and dates (2021年3月31日, 2021年末), which stay on one line. */
const wholeWords =
  /\p{Nd}+\u5e74(?:\p{Nd}+\u6708)?(?:\p{Nd}+\u65e5|\u672b)?|[\p{Script=Latin}\p{Nd}.,%€¥$'’()-]+/gu;
/**
 * Figures with their unit (29.3亿菲律宾比索, PHP 644.8mn), which stay on one line in columns of
 * figures if the other columns have room.
 */
const wholeFigures =
  /(?:\p{Lu}{2,3}[$¥€£]? ?)?\p{Nd}[\p{Nd}.,]*[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\u30fc\u30fb%]*/gu;
/** Numbers with a sign (+19.4%), which stay on one line. */
const signedNumbers = /[+\u2212]\p{Nd}[\p{Nd}.,]*%?/gu;
/** Days in English (31 Oct 2026), which stay on one line if the other columns have room. */
const wholeDays = /\p{Nd}{1,2} \p{L}{3,9} \p{Nd}{4}/gu;
/** A short name or verdict in Chinese or Japanese (就业人数, やや遅れ), which stays on one line. */
const shortName = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]{2,5}$/u;
/** Splits a figure into its number with a multiple (29.3亿) and its unit (菲律宾比索). */
const splitUnit = (figure: string): readonly string[] =>
  /^(.*\p{Nd}[\p{Nd}.,]*[\u4e07\u4ebf\u5104\u5146]*)(.*)$/u.exec(figure)?.slice(1) ?? [figure];
/** Lists the parts of a text that stay on one line. */
export function listWords(
  text: string,
  { bold, right }: { readonly bold: boolean; readonly right: boolean },
  { figureLines, phrases }: WordRules,
): readonly CellWord[] {
  const list = (words: readonly string[], room: CellWord['room']): readonly CellWord[] =>
    words.map((word) => ({ word, room }));
  const match = (pattern: RegExp): readonly string[] => text.match(pattern) ?? [];
  const figures =
    figureLines === undefined || !right || bold
      ? []
      : match(wholeFigures).flatMap((one) => (figureLines === 1 ? one : splitUnit(one)));
  return [
    ...(shortName.test(text) ? list([text], 'usual') : list(match(wholeWords), 'reserved')),
    ...list(match(signedNumbers), 'exact'),
    ...(figureLines === undefined || bold ? [] : list(match(wholeDays), 'usual')),
    ...list(figures, 'usual'),
    ...(phrases
      ? list(
          listPhrases(text).map((word) => word.trimEnd()),
          'usual',
        )
      : []),
  ];
}
