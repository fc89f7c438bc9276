import type { ExchangeRate } from '#domain/changes/exchange-rate.ts';
import { endpoint, type None } from '#contract/core/endpoint.ts';

/** A rate to enter, or to correct: there is one for each pair and day. `rate` null takes it away; all versions are kept. */
export interface NewExchangeRate extends Omit<ExchangeRate, 'rate'> {
  readonly rate: string | null;
}
export interface NewExchangeRates {
  readonly rates: readonly NewExchangeRate[];
  readonly reason?: string;
}
/** A rate as it is stored, with who entered it and when. */
export interface StoredExchangeRate extends ExchangeRate {
  readonly revision: number;
  readonly recorded_at: string;
  readonly author: string;
}

export const exchangeRateEndpoints = {
  listExchangeRates: endpoint<
    { known_at?: string },
    never,
    { items: readonly StoredExchangeRate[] }
  >({
    id: 'listExchangeRates',
    method: 'GET',
    path: '/api/v1/exchange-rates',
  }),
  addExchangeRates: endpoint<None, NewExchangeRates, { revision: number; changed: number }>({
    id: 'addExchangeRates',
    method: 'POST',
    path: '/api/v1/exchange-rates',
  }),
} as const;
