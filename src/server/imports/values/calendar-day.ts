import type { IsoDate } from '#domain/values/date.ts';

/** The day of a cell. A month, quarter or year without further detail gives its last day. */
export type ParsedDate =
  | { readonly kind: 'date'; readonly date: IsoDate; readonly precision: 'day' | 'month' | 'year' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'ambiguous' }
  | {
      readonly kind: 'fault';
      readonly fault: 'no_date' | 'no_such_day' | 'out_of_range' | 'month_cut' | 'hashes';
    };

/** Years outside these limits are errors. */
export const EARLIEST = 1949;
export const LATEST = 2100;
const pad = (n: number): string => String(n).padStart(2, '0');
const daysIn = (y: number, m: number): number => new Date(Date.UTC(y, m, 0)).getUTCDate();

/** A day, if it exists. */
export function createDay(y: number, m: number, d: number): ParsedDate {
  if (m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return { kind: 'fault', fault: 'no_such_day' };
  if (y < EARLIEST || y > LATEST) return { kind: 'fault', fault: 'out_of_range' };
  return { kind: 'date', date: `${y}-${pad(m)}-${pad(d)}`, precision: 'day' };
}
/** Month precision is stored as the last day of the month (domain reference 3.2, slippage). */
export function createMonthEnd(y: number, m: number): ParsedDate {
  const last = createDay(y, m, m >= 1 && m <= 12 ? daysIn(y, m) : 1);
  return last.kind === 'date' ? { ...last, precision: 'month' } : last;
}
/** Year precision is stored as the last day of the year. */
export function createYearEnd(y: number): ParsedDate {
  const last = createDay(y, 12, 31);
  return last.kind === 'date' ? { ...last, precision: 'year' } : last;
}
