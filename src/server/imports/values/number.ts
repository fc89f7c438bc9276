import { foldCharacters } from '#domain/values/reading/fold-characters.ts';
import { roundHalfEven, scaleByTen } from '#domain/values/decimal.ts';
import { latinDigits } from './digits.ts';
import type { Cell } from '#server/imports/read/table.ts';

/** A decimal sign. */
export type DecimalSign = '.' | ',';
/** The decimal sign of a column; `unproven` where a comma may also separate thousands. */
export type NumberSign = DecimalSign | 'unproven';

/** An exact decimal: sign, digits, and the number of digits after the point. */
export interface ExactDecimal {
  readonly digits: bigint;
  readonly scale: number;
}
export type ParsedNumber =
  | {
      readonly kind: 'value';
      readonly value: ExactDecimal;
      readonly percent: boolean;
      /** Whether a thousands and a decimal reading differ, and nothing decides between them. */
      readonly unsure: boolean;
    }
  | { readonly kind: 'not_a_number' };

const notNumber: ParsedNumber = { kind: 'not_a_number' };

/**
 * Normalises full width, digits of other scripts, unusual blanks and minus signs. `Â` is the rest of
 * a doubly encoded blank.
 */
export const normaliseNumberText = (text: string): string =>
  latinDigits(foldCharacters(text))
    .replace(/[\u00a0\u202f\u2007\u2009\u200b\u00ad]/g, ' ')
    .replace(/Â/g, ' ')
    .replace(/[−–‒]/g, '-')
    .trim();

const exact = (text: string, negative: boolean): ExactDecimal | undefined => {
  const m = /^(\d*)(?:\.(\d*))?$/.exec(text);
  if (!m || (m[1] === '' && (m[2] ?? '') === '') || text.length > 40) return undefined;
  const digits = BigInt(`${m[1]}${m[2] ?? ''}` || '0');
  return withoutNoise({ digits: negative ? -digits : digits, scale: (m[2] ?? '').length });
};
/**
 * Removes binary noise from numbers of more than 15 digits, whose digits after the 12th are noise:
 * 0.30000000000000004 becomes 0.3.
 */
function withoutNoise(value: ExactDecimal): ExactDecimal {
  const size = value.digits.toString().replace('-', '').length;
  const spare = size - 15;
  if (spare < 1 || spare > 3 || value.scale < spare + 3) return value;
  const digits = roundHalfEven(scaleByTen(value.digits.toString(), -spare));
  return digits.endsWith('000') ? { digits: BigInt(digits), scale: value.scale - spare } : value;
}

/**
 * Groups of digits with one separator. India writes groups of two before the last three, and China
 * may write groups of four. With points there are only groups of three: 11.05.2024 is a date.
 */
const groupPatterns: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^\d{1,3}(?:\.\d{3})+$/,
  ',': /^\d{1,3}(?:,\d{3})+$|^\d{1,2}(?:,\d{2})+,\d{3}$|^\d{1,4}(?:,\d{4})+$/,
};

/**
 * Removes separators. If both kinds occur, the last one is the decimal sign. A repeated one
 * separates thousands. Otherwise the column decides.
 */
function unseparate(
  text: string,
  sign: NumberSign | undefined,
): { readonly plain: string; readonly unsure: boolean } | undefined {
  const compact = text.replace(/(\d)[ '’](?=\d{3}(?!\d))/g, '$1').replace(/ /g, '');
  const dots = compact.split('.').length - 1;
  const commas = compact.split(',').length - 1;
  if (dots === 0 && commas === 0) return { plain: compact, unsure: false };
  const thousands = (mark: string): string => compact.replaceAll(mark, '');
  if (dots > 0 && commas > 0) {
    const decimal = compact.lastIndexOf('.') > compact.lastIndexOf(',') ? '.' : ',';
    if ((decimal === '.' ? dots : commas) > 1) return undefined;
    return { plain: thousands(decimal === '.' ? ',' : '.').replace(',', '.'), unsure: false };
  }
  const mark = dots > 0 ? '.' : ',';
  if (dots + commas > 1) {
    return groupPatterns[mark].test(compact)
      ? { plain: thousands(mark), unsure: false }
      : undefined;
  }
  const groupOfThree = mark === '.' ? /^\d{1,3}\.\d{3}$/ : /^\d{1,3},\d{3}$/;
  if (!groupOfThree.test(compact) || compact.startsWith('0'))
    return { plain: compact.replace(',', '.'), unsure: false };
  if (sign === '.' || sign === ',')
    return { plain: sign === mark ? compact.replace(',', '.') : thousands(mark), unsure: false };
  return mark === ','
    ? { plain: thousands(','), unsure: sign === 'unproven' }
    : { plain: compact, unsure: true };
}

/**
 * Parses a number in people's notations: separators of either kind, brackets for minus, full width,
 * digits of other scripts, a percent sign. Exponents and `NaN` are no numbers.
 */
export function parseNumber(cell: Cell, sign?: NumberSign): ParsedNumber {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return notNumber;
    const text = String(Math.abs(cell));
    const value = exact(
      text.includes('e') ? BigInt(Math.round(Math.abs(cell))).toString() : text,
      cell < 0,
    );
    return value ? { kind: 'value', value, percent: false, unsure: false } : notNumber;
  }
  let text = normaliseNumberText(cell);
  if (text.length > 60 || !/\d/.test(text)) return notNumber;
  let negative = false;
  const bracket = /^\((.+)\)$/.exec(text);
  if (bracket?.[1]) {
    negative = true;
    text = bracket[1];
  }
  const percent = text.endsWith('%');
  if (percent) text = text.slice(0, -1).trim();
  if (/^[+-]/.test(text)) {
    negative = negative !== text.startsWith('-');
    text = text.slice(1).trim();
  } else if (/\d-$/.test(text)) {
    // accounting software writes the minus after the number
    negative = !negative;
    text = text.slice(0, -1);
  } else if (/^[▲△]/.test(text)) {
    negative = !negative;
    text = text.slice(1).trim();
  }
  if (!/^[\d.,'’ ]+$/.test(text)) return notNumber;
  const bare = unseparate(text, sign);
  const value = bare && exact(bare.plain, negative);
  return bare && value ? { kind: 'value', value, percent, unsure: bare.unsure } : notNumber;
}

/** Finds the decimal sign that a number proves. No group of thousands begins with 0. */
function proveSign(number: string): DecimalSign | undefined {
  const dots = number.split('.').length - 1;
  const commas = number.split(',').length - 1;
  if (dots > 0 && commas > 0) return number.lastIndexOf('.') > number.lastIndexOf(',') ? '.' : ',';
  if (dots > 1 || commas > 1) return dots > 1 ? ',' : '.';
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(number)) return undefined;
  return dots === 1 ? '.' : commas === 1 ? ',' : undefined;
}
/** Lists the decimal signs that a cell proves: that of 1 234,567 after a blank between thousands. */
function listSigns(cell: string): readonly (DecimalSign | undefined)[] {
  const text = normaliseNumberText(cell);
  const [, sign] = /\d[ '’]\d{3}([.,])\d+(?![\d.,])/.exec(text) ?? [];
  if (sign === '.' || sign === ',') return [sign];
  return [...text.matchAll(/\d[\d.,]*\d/g)].map(([number]) => proveSign(number));
}

/**
 * Finds the decimal sign that the cells of a column prove.
 * @returns undefined without proof, or if cells contradict each other
 */
export function findDecimalSign(cells: Iterable<Cell>): DecimalSign | undefined {
  const signs = new Set<DecimalSign>();
  for (const cell of cells)
    if (typeof cell === 'string')
      for (const sign of listSigns(cell)) if (sign !== undefined) signs.add(sign);
  return signs.size === 1 ? [...signs][0] : undefined;
}

/**
 * Finds the decimal sign of a whole table, which at least one column proves and none contradicts.
 * @returns undefined if no column proves a sign, or if two contradict each other
 */
export function findCommonSign(columns: readonly (readonly Cell[])[]): DecimalSign | undefined {
  const proofs = columns.flatMap((cells) => {
    const numbers = cells.filter((cell) => parseNumber(cell).kind === 'value').length;
    return numbers * 2 > cells.length ? (findDecimalSign(cells) ?? []) : [];
  });
  const [first] = proofs;
  return proofs.every((sign) => sign === first) ? first : undefined;
}

/** Converts a value to a double, for quantities other than money. @returns the nearest double */
export const toDouble = (value: ExactDecimal): number => Number(formatDecimal(value));

/** Formats a value as a plain decimal text without trailing zeros. */
export function formatDecimal({ digits, scale }: ExactDecimal): string {
  const negative = digits < 0n;
  const digitsWithZeros = (negative ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = digitsWithZeros.slice(0, digitsWithZeros.length - scale);
  const part =
    scale === 0 ? '' : digitsWithZeros.slice(digitsWithZeros.length - scale).replace(/0+$/, '');
  return `${negative && digits !== 0n ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

/** Removes the counter after a number: 30人 is 30. */
export const removeCounter = (cell: Cell): Cell =>
  typeof cell === 'string'
    ? cell.replace(/\s*(?:人|名|명|nos?\.?|чел\.?|亩|㎡|m²|m2|社|家|persons?)$/i, '')
    : cell;
