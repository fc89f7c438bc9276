import { endpointsOf } from '#contract/core/endpoint.ts';
import type { firstViewSchemas } from './schemas.ts';

export const firstViewEndpoints = endpointsOf<typeof firstViewSchemas>({
  session: { method: 'GET', path: '/api/v1/session' },
  overview: { method: 'GET', path: '/api/v1/overview' },
});
