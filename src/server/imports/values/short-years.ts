import { compact } from '#domain/values/compact.ts';
import type { Cell } from '#server/imports/read/table.ts';
import { isMonthName } from './month-names.ts';

/** What two digits mean in the days of a column. */
export interface ShortYears {
  /** Whether Dec-27 is in 2027. */
  readonly afterMonths?: true;
  /** The place of the year in days such as 31/12/27 and 12-Mar-27. */
  readonly place?: 'first' | 'last';
}

/** A named month before two digits: Dec-27, abr. 30. */
const shortMonth = /^([\p{L}\p{M}]{3,12})\.?[\s/-]*'?(\d{2})$/u;
/** A day of three parts without a long year: 31/12/27, 12-Mar-27, 27.3.31. */
const shortDay = /^(\d{1,2})([\s./-])(\d{1,2}|[\p{L}\p{M}]{3,12}\.?)\2(\d{2})\.?$/u;
/** A quarter with two digits, which only a year has. */
const shortQuarter = /^(Q[1-4]|[1-4]Q)[\s/.'’-]*(\d{2})$/i;

/** The years after 2000 that short years of a register may mean. */
const years = { first: 10, last: 49 };
const mayBeYears = (numbers: readonly number[]): boolean =>
  numbers.every((number) => number >= years.first && number <= years.last);
/** The fewest cells that prove short years. */
const fewestCells = 3;
const lastDays: ReadonlySet<number> = new Set([28, 29, 30, 31]);

const toText = (cell: Cell): string => String(cell).normalize('NFKC').trim();

/**
 * Whether the two digits after named months are years: none is too small, they differ, and they are
 * not only last days of months. Days of months would lie between 1 and 31.
 */
function areYearsOfMonths(cells: readonly Cell[]): boolean {
  const numbers = cells.flatMap((cell) => {
    const [, name = '', digits] = shortMonth.exec(toText(cell)) ?? [];
    return digits !== undefined && isMonthName(name) ? [Number(digits)] : [];
  });
  return (
    numbers.length >= fewestCells &&
    new Set(numbers).size > 1 &&
    mayBeYears(numbers) &&
    !numbers.every((number) => lastDays.has(number))
  );
}

/**
 * Finds the place of the year in days of three numbers: the only place with years alone, or the
 * last one after last days of months.
 * @returns undefined if the cells do not prove it
 */
function findYearPlace(cells: readonly Cell[]): ShortYears['place'] {
  const parts = cells.flatMap((cell) => {
    const [, first, , middle = '', last] = shortDay.exec(toText(cell)) ?? [];
    const isDay = /^\d/.test(middle) || isMonthName(middle.replace(/\.$/, ''));
    return first === undefined || !isDay ? [] : [[Number(first), Number(last)] as const];
  });
  if (parts.length < fewestCells) return undefined;
  const [firsts, lasts] = [parts.map(([first]) => first), parts.map(([, last]) => last)];
  const areMonthEnds = firsts.every((day) => lastDays.has(day)) && new Set(firsts).size > 1;
  const areNoDays = lasts.some((number) => number > 31);
  if (mayBeYears(lasts) && (!mayBeYears(firsts) || areMonthEnds || areNoDays)) return 'last';
  return mayBeYears(firsts) && !mayBeYears(lasts) ? 'first' : undefined;
}

/** Finds what two digits mean in the days of a column. @returns undefined if nothing proves it */
export function findShortYears(cells: readonly Cell[]): ShortYears | undefined {
  const place = findYearPlace(cells);
  const afterMonths = areYearsOfMonths(cells);
  return afterMonths || place !== undefined
    ? compact({ afterMonths: afterMonths ? (true as const) : undefined, place })
    : undefined;
}

/** Writes the year of a day with four digits: Q4-27, and others where their column proves it. */
export function writeLongYear(text: string, { afterMonths, place }: ShortYears): string {
  const plain = toText(text);
  if (shortQuarter.test(plain)) return plain.replace(shortQuarter, '$1 20$2');
  if (afterMonths === true && shortMonth.test(plain)) return plain.replace(shortMonth, '$1 20$2');
  if (place === undefined) return text;
  const [, first, sign, middle, last] = shortDay.exec(plain) ?? [];
  if (first === undefined) return text;
  if (place === 'last') return `${first}${sign}${middle}${sign}20${last}`;
  return /^\d/.test(middle ?? '') ? `20${first}-${middle}-${last}` : `${last} ${middle} 20${first}`;
}
