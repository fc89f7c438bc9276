import { parseUnit } from '#server/imports/values/unit.ts';

/** A header split from the unit at its end, which has no brackets. */
export interface TrailingUnit {
  readonly words: string;
  readonly unitText: string;
}

/** Words and codes that name a currency for certain without any other word. */
const sureWords =
  /^(?:euros?|dollars?|yen|yuan|rmb|pounds|usd|eur|gbp|jpy|cny|hkd|twd|inr|krw|sgd|aud|cad|chf)$/i;
/** Codes in capitals that are also English or other words. */
const otherWords = /^(?:ALL|ANG|BAM|BOB|CUP|GEL|MAD|MOP|SOS|TOP|TRY|PEN|CAD|COP|LAK|RON)$/;
const isSymbol = /[\p{Sc}\u0080-\u{10ffff}]/u;

/** Whether a text is certainly a unit although nothing separates it. */
function isSure(text: string): boolean {
  const unit = parseUnit(text);
  if (unit === undefined) return false;
  const withoutPrefix = text.replace(/^(?:in|en|em)\s+/i, '');
  if (withoutPrefix !== text) return true;
  if (unit.currency === undefined && unit.shared === undefined) return false;
  if (isSymbol.test(withoutPrefix) || sureWords.test(withoutPrefix)) return true;
  return withoutPrefix.includes(' ')
    ? withoutPrefix.length > 3
    : /^[A-Z]{3}$/.test(withoutPrefix) && !otherWords.test(withoutPrefix);
}

/**
 * Splits off the longest end of at most four words that is a unit: Total cost £m, Budget in million
 * USD, amount_eur.
 */
function splitLastWords(text: string): TrailingUnit | undefined {
  const words = text.replaceAll('_', ' ').split(' ');
  for (let count = Math.min(4, words.length - 1); count > 0; count -= 1) {
    const unitText = words
      .slice(-count)
      .join(' ')
      .replace(/^[-–—,:]\s*/, '');
    const rest = words
      .slice(0, -count)
      .join(' ')
      .replace(/\s*[-–—,:]$/, '');
    if (/\p{L}/u.test(rest) && isSure(unitText)) return { words: rest, unitText };
  }
  return undefined;
}

/**
 * Splits off the longest end that names a currency: 投资额万元, 投資額百万円, 총사업비억원. 元 alone, as in 单元, names
 * none.
 */
function splitLastSigns(text: string): TrailingUnit | undefined {
  const ending = /[十百千万萬亿億兆억조천만\p{L}\p{Sc}]{2,10}$/u.exec(text)?.[0] ?? '';
  if (!/[\u3040-\u9fff\uac00-\ud7af]/.test(ending)) return undefined;
  for (let start = Math.max(1, text.length - ending.length); start < text.length - 1; start += 1) {
    const unitText = text.slice(start);
    const unit = parseUnit(unitText);
    if (unit !== undefined && (unit.currency !== undefined || unit.shared !== undefined))
      return { words: text.slice(0, start), unitText };
  }
  return undefined;
}

/**
 * Splits a header that ends in a unit of money without brackets.
 * @returns undefined if the end is not certainly a unit
 */
export const splitTrailingUnit = (text: string): TrailingUnit | undefined =>
  splitLastWords(text) ?? splitLastSigns(text);
