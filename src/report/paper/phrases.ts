import { closingMarks, openingMarks, textWidth } from '#charts/kit/style/font-advances.ts';
import { breakLines } from './line-breaks.ts';

/** Years, months and days: 2026年, 2026年10月31日, 2026年末. */
const day =
  /\p{Nd}{4}年(?:\p{Nd}{1,2}月(?:\p{Nd}{1,2}日)?|[末底])?|\p{Nd}{1,2}月(?:\p{Nd}{1,2}日)?/u;
const number = /[+\u2212]?(?:\p{Lu}{2,3}[$¥€£]? ?)?[$¥€£]?\p{Nd}[\p{Nd}.,]*%?[千万亿億兆]*/u;
/** A short unit of a figure: 9亿美元, 188家. Longer ones, as names of currencies, are phrases. */
const unit =
  /\p{Script=Han}{1,2}(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|[日天人家个件社円元项項]/u;
/** The name of a currency behind its amount, of any length: 印度尼西亚卢比, 南アフリカ・ランド. */
const currency =
  /(?<=\p{Nd}[千万亿億兆]*)(?<currency>[\p{Script=Han}\p{Script=Katakana}\u30fb\u30fc]{3,20}?)(?=以上|以下|未満|未满|超|[^\p{Script=Han}\p{Script=Katakana}\u30fb\u30fc]|$)/u;
/** Words in Chinese, and in Japanese with the kana that end them: 目标, 計画より. */
const word = /\p{Script=Han}+\p{Script=Hiragana}*/u;
const other = /[\p{Script=Katakana}\u30fc\u30fb]+|[\u0021-\u2e7f]+|./u;
const kinds = `${day.source}|${number.source}(?:${unit.source})?|${currency.source}|${word.source}|${other.source}`;
const phrases = new RegExp(`[${openingMarks}]*(?:${kinds})[${closingMarks}]*\\s*`, 'gsu');
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** More characters than this are several words, between which any place may be a break. */
const longestWord = 6;
const isLongWord = (phrase: string): boolean =>
  /^\p{Script=Han}+$/u.test(phrase.trim()) && [...phrase.trim()].length > longestWord;

/**
 * Splits a text in Chinese or Japanese into the parts that stay on one line: words, figures with
 * their unit, written days.
 * @returns an empty list for a text in another script, which is broken at its spaces
 */
export const listPhrases = (text: string): readonly string[] =>
  eastAsian.test(text)
    ? [...text.matchAll(phrases)].flatMap(([one, name]) =>
        name === undefined && isLongWord(one) ? [...one] : one,
      )
    : [];

const fullWidth =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff5e\u30fc]+$/u;
/** How the text of a cell is drawn: its size, and how much wider it is in other programs. */
export interface CellLook {
  readonly size: number;
  readonly bold?: boolean;
  /** As a share. Full-width characters are as wide as high in each font. */
  readonly stretch?: number;
}
/** Measures the width of a text. @returns the width in the unit of its size */
export const cellWidth = (text: string, { size, bold = false, stretch = 0 }: CellLook): number =>
  textWidth(text, size, bold) * (fullWidth.test(text) ? 1 : 1 + stretch);

/**
 * Breaks the text of a cell into lines. Phrases in Chinese and Japanese stay whole where the cell
 * has room for them.
 */
export function wrapCell(text: string, width: number, look: CellLook): readonly string[] {
  const { size, bold = false, stretch = 0 } = look;
  const breakAnywhere = (part: string): readonly string[] =>
    breakLines(part, width / (1 + stretch), size, bold);
  const fits = (part: string): boolean => cellWidth(part.trimEnd(), look) <= width;
  const parts = listPhrases(text);
  if (fits(text)) return [text];
  if (parts.length === 0) return breakAnywhere(text);
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && fits(last + part)) lines[lines.length - 1] = last + part;
    else lines.push(...(fits(part) ? [part] : breakAnywhere(part)));
  }
  return lines.map((line) => line.trimEnd());
}
