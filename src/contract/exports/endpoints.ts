import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { exportSchemas } from './schemas.ts';

export const exportEndpoints = defineEndpoints<typeof exportSchemas>({
  listCharts: { method: 'GET', path: '/api/v1/charts' },
  overviewTotals: { method: 'GET', path: '/api/v1/overview/totals' },
  report: { method: 'GET', path: '/api/v1/report' },
  listDocuments: { method: 'GET', path: '/api/v1/documents' },
  document: { method: 'GET', path: '/api/v1/documents/:file' },
  chart: { method: 'GET', path: '/api/v1/charts/:file' },
});
