import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { forecastSchemas, indicatorSchemas, periodSchemas } from './schemas.ts';

export const periodEndpoints = defineEndpoints<typeof periodSchemas>({
  addObservations: { method: 'POST', path: '/api/v1/observations', creates: true },
  listPeriods: { method: 'GET', path: '/api/v1/periods' },
  period: { method: 'GET', path: '/api/v1/periods/:month' },
  closePeriod: { method: 'POST', path: '/api/v1/periods/:month/close', creates: true },
  reopenPeriod: { method: 'POST', path: '/api/v1/periods/:month/reopen' },
  saveDrafts: { method: 'POST', path: '/api/v1/periods/:month/drafts', creates: true },
  acceptDrafts: { method: 'POST', path: '/api/v1/periods/:month/drafts/accept', creates: true },
  saveMonthNotes: { method: 'POST', path: '/api/v1/periods/:month/notes', creates: true },
});
export const forecastEndpoints = defineEndpoints<typeof forecastSchemas>({
  forecasts: { method: 'GET', path: '/api/v1/forecasts' },
});
export const indicatorEndpoints = defineEndpoints<typeof indicatorSchemas>({
  listIndicators: { method: 'GET', path: '/api/v1/indicators' },
  listObservations: { method: 'GET', path: '/api/v1/indicators/:id/observations' },
  listValueEvidence: { method: 'GET', path: '/api/v1/value-evidence' },
  addValueEvidence: { method: 'POST', path: '/api/v1/indicators/:id/evidence', creates: true },
  valueEvidenceFile: { method: 'GET', path: '/api/v1/indicators/:id/evidence/:file/file' },
  withdrawValueEvidence: {
    method: 'POST',
    path: '/api/v1/indicators/:id/evidence/:file/withdrawal',
  },
  addObservation: { method: 'POST', path: '/api/v1/indicators/:id/observations', creates: true },
});
