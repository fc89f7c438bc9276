import type { ExchangeRate } from '#domain/changes/exchange-rate.ts';
import { isIsoDate } from '#domain/values/date.ts';

export const unitsOfRate = [1, 100, 1000, 10_000] as const;

/** The typed texts of a rate. */
export interface RateTexts {
  readonly base: string;
  readonly quote: string;
  readonly day: string;
  readonly per_units: string;
  readonly rate: string;
  readonly source: string;
}
export const rateFields = ['day', 'base', 'per_units', 'quote', 'rate', 'source'] as const;
export type RateFault = (typeof rateFields)[number];

/**
 * Reads a rate from its texts.
 * @returns the rate, or the field that is wrong
 */
export function readRate(
  texts: RateTexts,
  today: string,
): { readonly rate: ExchangeRate } | { readonly fault: RateFault } {
  const [base, quote] = [texts.base, texts.quote].map((code) =>
    code.normalize('NFKC').trim().toUpperCase(),
  ) as [string, string];
  const rate = texts.rate.normalize('NFKC').trim();
  const per_units = Number(texts.per_units.normalize('NFKC').trim());
  const source = texts.source.trim();
  const day = texts.day.trim();
  if (!isIsoDate(day) || day > today) return { fault: 'day' };
  if (!/^[A-Z]{3}$/.test(base)) return { fault: 'base' };
  if (!/^[A-Z]{3}$/.test(quote) || quote === base) return { fault: 'quote' };
  if (!unitsOfRate.some((one) => one === per_units)) return { fault: 'per_units' };
  if (!/^(0|[1-9]\d{0,8})(\.\d{1,10})?$/.test(rate) || /^[0.]+$/.test(rate))
    return { fault: 'rate' };
  if (source === '') return { fault: 'source' };
  return { rate: { base, quote, day, per_units, rate, source } };
}

/**
 * Reads rows pasted from a spreadsheet, with the columns day, currency, units, rate and source.
 * Skips blank rows.
 *
 * @param quote - the zone's currency
 */
export function rateLines(
  pastedText: string,
  quote: string,
  today: string,
): readonly (
  | { readonly rate: ExchangeRate }
  | { readonly fault: RateFault; readonly row: number }
)[] {
  return pastedText
    .split(/\r?\n/)
    .map((line, at) => ({ cells: line.split('\t'), row: at + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells: [day = '', base = '', per_units = '', rate = '', source = ''], row }) => {
      const reading = readRate({ day, base, per_units, quote, rate, source }, today);
      return 'rate' in reading ? reading : { ...reading, row };
    });
}
