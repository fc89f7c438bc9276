import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { savedChartSchemas } from './schemas.ts';

export const savedChartEndpoints = defineEndpoints<typeof savedChartSchemas>({
  listSavedCharts: { method: 'GET', path: '/api/v1/saved-charts' },
  savedChartFile: { method: 'GET', path: '/api/v1/saved-charts/:id/files/:file' },
  saveChart: { method: 'POST', path: '/api/v1/saved-charts', creates: true },
  changeSavedChart: { method: 'PUT', path: '/api/v1/saved-charts/:id' },
  removeSavedChart: { method: 'DELETE', path: '/api/v1/saved-charts/:id' },
});
