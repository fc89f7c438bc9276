import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { eventSchemas } from './event-schemas.ts';

export const eventEndpoints = defineEndpoints<typeof eventSchemas>({
  series: { method: 'GET', path: '/api/v1/analysis/series' },
  funnel: { method: 'GET', path: '/api/v1/analysis/funnel' },
});
