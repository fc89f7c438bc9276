import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { analysisSchemas } from './schemas.ts';

export const analysisEndpoints = defineEndpoints<typeof analysisSchemas>({
  breakdown: { method: 'GET', path: '/api/v1/analysis/breakdown' },
  distribution: { method: 'GET', path: '/api/v1/analysis/distribution' },
  columns: { method: 'GET', path: '/api/v1/analysis/columns' },
  moneyLadder: { method: 'GET', path: '/api/v1/analysis/money-ladder' },
});
