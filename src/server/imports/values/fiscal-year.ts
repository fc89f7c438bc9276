import { compact } from '#domain/values/compact.ts';
import type { Cell } from '#server/imports/read/table.ts';

/**
 * The month in which a fiscal year begins, from 1, and which of its two calendar years names it.
 */
export interface FiscalYear {
  readonly begins: number;
  readonly named: 'first' | 'last';
}
/** The fiscal years that a user can choose, by answer. */
export const fiscalYears = {
  january: { begins: 1, named: 'first' },
  april_first: { begins: 4, named: 'first' },
  april_last: { begins: 4, named: 'last' },
  july_last: { begins: 7, named: 'last' },
  october_last: { begins: 10, named: 'last' },
} as const satisfies Readonly<Record<string, FiscalYear>>;

/** A fiscal year, or the part of it up to the end of `months` months. */
interface FiscalPeriod {
  readonly year: number;
  /** The second year, as in 2025-26. */
  readonly second?: number;
  readonly months: number;
  /** Whether it is a Japanese fiscal year such as 令和7年度, which always begins in April. */
  readonly isJapanese: boolean;
}

/** Matches FY2027, FY25-26, FY2025 Q3, H1 FY2026, fiscal year 2025. */
const latin =
  /(?<![\p{L}\d])(?:(?<p>[QH])(?<n>[1-4])[\s/-]*)?(?:FY|(?:fiscal|financial) year)\s*'?(?<y>\d{4}|\d{2})(?:\s*[-/]\s*(?<z>\d{4}|\d{2}))?(?:[\s/-]*(?<q>[QH])(?<m>[1-4]))?(?![\p{L}\d])/giu;
/** Matches 2025年度, 令和7年度上期, 2025年度第3四半期. */
const han =
  /(?:(?<era>令和|平成|(?<![A-Za-z])[RH])\s*(?<e>元|\d{1,2})|(?<!\d)(?<y>\d{4}))\s*年度(?:\s*(?:第?(?<n>[一二三四1-4])(?:四半期|季度)|Q(?<r>[1-4])|(?<h>[上下]半?[年期]|[前後][期半])|[内中末底]))?/giu;

const fullYear = (digits: string): number =>
  digits.length === 2 ? 2000 + Number(digits) : Number(digits);

function latinPeriod({
  p,
  n,
  y = '',
  z,
  q,
  m,
}: Readonly<Record<string, string | undefined>>): FiscalPeriod | undefined {
  const [part, number] = [(p ?? q)?.toUpperCase(), Number(n ?? m ?? 0)];
  if ((part === 'H' && number > 2) || (p !== undefined && q !== undefined)) return undefined;
  const months = part === undefined ? 12 : number * (part === 'Q' ? 3 : 6);
  return {
    year: fullYear(y),
    ...compact({ second: z === undefined ? undefined : fullYear(z) }),
    months,
    isJapanese: false,
  };
}
function hanPeriod({
  era,
  e,
  y,
  n,
  r,
  h,
}: Readonly<Record<string, string | undefined>>): FiscalPeriod {
  const quarter = n === undefined ? Number(r ?? 0) : '一二三四'.indexOf(n) + 1 || Number(n);
  const months = quarter > 0 ? 3 * quarter : h === undefined ? 12 : /^[上前]/.test(h) ? 6 : 12;
  if (era === undefined) return { year: Number(y), months, isJapanese: false };
  return {
    year: (/令和|R/i.test(era) ? 2018 : 1988) + (e === '元' ? 1 : Number(e)),
    months,
    isJapanese: true,
  };
}

/** Computes the last month of a period, such as 2026-03. */
function lastMonth({ year, second, months, isJapanese }: FiscalPeriod, fiscal: FiscalYear): string {
  const { begins, named } = isJapanese ? fiscalYears.april_first : fiscal;
  const first =
    second === undefined
      ? named === 'last' && begins > 1
        ? year - 1
        : year
      : begins > 1
        ? year
        : second;
  const at = first * 12 + begins - 1 + months - 1;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

function periodsIn(
  text: string,
): readonly { readonly text: string; readonly period: FiscalPeriod }[] {
  return [latin, han].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const period =
        pattern === latin ? latinPeriod(match.groups ?? {}) : hanPeriod(match.groups ?? {});
      return period === undefined ? [] : [{ text: match[0], period }];
    }),
  );
}

/** Whether a cell may name a fiscal year. This check is fast, and most cells fail it. */
const mayName = (cell: Cell): cell is string =>
  typeof cell === 'string' && cell.length <= 100 && /年度|[FＦ][YIＹＩ]/i.test(cell);

/**
 * Whether a cell names a fiscal year whose beginning depends on an answer or on the language of the
 * file.
 */
export const namesFiscalYear = (cell: Cell): boolean =>
  mayName(cell) && periodsIn(cell.normalize('NFKC')).some(({ period }) => !period.isJapanese);

/**
 * Whether each fiscal year in a cell names both of its calendar years, as FY 2027-28 does. Such a
 * year begins in its first year, and not in January.
 */
export const namesTwoYears = (cell: Cell): boolean =>
  mayName(cell) &&
  periodsIn(cell.normalize('NFKC')).every(({ period }) => period.second !== undefined);

/**
 * Replaces each fiscal year in a cell, and each part of one, by its last month: FY2025 Q3 is
 * 2025-12 if the year begins in April.
 * @param fiscal - when fiscal years begin; not needed for years of Japanese eras
 */
export function replaceFiscalYears(cell: Cell, fiscal: FiscalYear): Cell {
  if (!mayName(cell)) return cell;
  const text = cell.normalize('NFKC');
  const periods = periodsIn(text);
  return periods.length === 0
    ? cell
    : periods.reduce((rest, one) => rest.replace(one.text, lastMonth(one.period, fiscal)), text);
}

/**
 * Finds the period of a text: its last month, and whether it is a whole calendar year.
 * @returns undefined unless the whole text is one period
 */
export function findCalendarPeriod(
  text: string,
): { readonly month: string; readonly isYear: boolean } | undefined {
  const [one, more] = mayName(text) ? periodsIn(text) : [];
  if (one === undefined || more !== undefined || one.text !== text) return undefined;
  return {
    month: lastMonth(one.period, fiscalYears.january),
    isYear: one.period.months === 12 && !one.period.isJapanese,
  };
}
