import { missingReasons, type MissingReason } from '#domain/values/data-status.ts';
import { type Decimal, negateDecimal, scaleByTen } from '#domain/values/decimal.ts';
import { foldCharacters } from './fold-characters.ts';
import { missingWords } from './amount-words.ts';

/** Folds full width to half width, every blank to one space, and every minus to a hyphen. */
export const plainCell = (text: string): string =>
  foldCharacters(text.replace(/[−‐‑‒﹣－]/g, '-'))
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();

/**
 * Finds why a cell has no value, by its text: empty, —, 待定, 面议, 無, n/a.
 * @returns undefined for any other text; 0 is a value
 */
export function missingReason(text: string): MissingReason | undefined {
  const cell = plainCell(text).toLowerCase();
  return missingReasons.find((reason) => missingWords[reason].includes(cell));
}

/**
 * Reads a number with grouping and a decimal mark, exactly. Exponents of spreadsheets are accepted.
 */
export function parseNumber(
  text: string,
  decimal: 'point' | 'comma' = 'point',
): Decimal | 'not_a_number' | 'ambiguous_separator' | 'too_large' {
  const cell = plainCell(text);
  const [, sign = '', body = '', exponent = '0'] =
    /^([+-]?) ?(\d[\d.,' ’]*)(?:[eE]([+-]?\d{1,4}))?$/.exec(cell) ?? [];
  if (body === '') return 'not_a_number';
  const [group, mark] = decimal === 'point' ? [',', '.'] : ['.', ','];
  const escapeSign = (c: string): string => (c === '.' ? '\\.' : c);
  const shape = new RegExp(
    `^(\\d+|\\d{1,3}(${escapeSign(group)}\\d{3})+|\\d{1,3}( \\d{3})+|\\d{1,3}(['’]\\d{3})+)(${escapeSign(mark)}\\d+)?$`,
  );
  // 1,25,00,000: groups of two before the last three, as India writes them
  const isIndian = decimal === 'point' && /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/.test(body);
  if (!isIndian && !shape.test(body)) return 'ambiguous_separator';
  const power = Number(exponent);
  const digits = body.replaceAll(group, '').replace(/[ '’]/g, '').replace(mark, '.');
  if (Math.abs(power) > 30 || digits.length > 40) return 'too_large';
  const value = scaleByTen(digits, power);
  return sign === '-' ? negateDecimal(value) : value;
}
