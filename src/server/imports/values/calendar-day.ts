import type { IsoDate } from '#domain/values/date.ts';

/** The day of a cell. For a month, quarter or year it is the last day. */
export type ParsedDate =
  | { readonly kind: 'date'; readonly date: IsoDate; readonly precision: 'day' | 'month' | 'year' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'ambiguous' }
  | {
      readonly kind: 'fault';
      readonly fault:
        | 'no_date'
        | 'no_such_day'
        | 'no_year'
        | 'out_of_range'
        | 'month_cut'
        | 'hashes';
    };

/** Years outside these limits are errors. */
export const EARLIEST = 1949;
export const LATEST = 2100;
const pad = (n: number): string => String(n).padStart(2, '0');
const daysIn = (y: number, m: number): number => new Date(Date.UTC(y, m, 0)).getUTCDate();

/** Makes a day. The result is a fault if the day does not exist. */
export function createDay(y: number, m: number, d: number): ParsedDate {
  if (m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return { kind: 'fault', fault: 'no_such_day' };
  if (y < EARLIEST || y > LATEST) return { kind: 'fault', fault: 'out_of_range' };
  return { kind: 'date', date: `${y}-${pad(m)}-${pad(d)}`, precision: 'day' };
}
/**
 * Makes the last day of a month, as which month precision is stored (domain reference 3.2,
 * slippage).
 */
export function createMonthEnd(y: number, m: number): ParsedDate {
  const last = createDay(y, m, m >= 1 && m <= 12 ? daysIn(y, m) : 1);
  return last.kind === 'date' ? { ...last, precision: 'month' } : last;
}
/** Makes the last day of a year, as which year precision is stored. */
export function createYearEnd(y: number): ParsedDate {
  const last = createDay(y, 12, 31);
  return last.kind === 'date' ? { ...last, precision: 'year' } : last;
}
