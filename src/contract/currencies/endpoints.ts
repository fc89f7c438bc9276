import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { exchangeRateSchemas } from './schemas.ts';

export const exchangeRateEndpoints = defineEndpoints<typeof exchangeRateSchemas>({
  listRemovedRates: { method: 'GET', path: '/api/v1/exchange-rates/removed' },
  listExchangeRates: { method: 'GET', path: '/api/v1/exchange-rates' },
  addExchangeRates: { method: 'POST', path: '/api/v1/exchange-rates' },
});
