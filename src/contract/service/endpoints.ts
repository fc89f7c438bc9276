import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { serviceSchemas } from './schemas.ts';

export const serviceEndpoints = defineEndpoints<typeof serviceSchemas>({
  health: { method: 'GET', path: '/api/v1/health' },
  metrics: { method: 'GET', path: '/api/v1/metrics' },
  events: { method: 'GET', path: '/api/v1/events' },
  openSession: { method: 'POST', path: '/api/v1/session' },
});
