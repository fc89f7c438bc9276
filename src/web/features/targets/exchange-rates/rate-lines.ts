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

/** A rate, or its wrong fields in the order of the form. */
type ReadRate = { readonly rate: ExchangeRate } | { readonly faults: readonly RateFault[] };

/** Reads a rate from its texts. */
export function readRate(texts: RateTexts, today: string): ReadRate {
  const [base, quote] = [texts.base, texts.quote].map((code) =>
    code.normalize('NFKC').trim().toUpperCase(),
  ) as [string, string];
  const rate = texts.rate.normalize('NFKC').trim();
  const per_units = Number(texts.per_units.normalize('NFKC').trim());
  const source = texts.source.trim();
  const day = texts.day.trim();
  const isValid: Readonly<Record<RateFault, boolean>> = {
    day: isIsoDate(day) && day <= today,
    base: /^[A-Z]{3}$/.test(base),
    per_units: unitsOfRate.some((one) => one === per_units),
    quote: /^[A-Z]{3}$/.test(quote) && quote !== base,
    rate: /^(0|[1-9]\d{0,8})(\.\d{1,10})?$/.test(rate) && !/^[0.]+$/.test(rate),
    source: source !== '',
  };
  const faults = rateFields.filter((field) => !isValid[field]);
  return faults.length > 0 ? { faults } : { rate: { base, quote, day, per_units, rate, source } };
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
      return 'rate' in reading ? reading : { fault: reading.faults[0] ?? 'day', row };
    });
}
