import { endpointsOf } from '#contract/core/endpoint.ts';
import type { exchangeRateSchemas } from './exchange-rate-schemas.ts';
import type { changesSchemas } from './schemas.ts';

export const exchangeRateEndpoints = endpointsOf<typeof exchangeRateSchemas>({
  listExchangeRates: { method: 'GET', path: '/api/v1/exchange-rates' },
  addExchangeRates: { method: 'POST', path: '/api/v1/exchange-rates' },
});
export const changesEndpoints = endpointsOf<typeof changesSchemas>({
  changes: { method: 'GET', path: '/api/v1/changes' },
});
