import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { firstViewSchemas } from './schemas.ts';

export const firstViewEndpoints = defineEndpoints<typeof firstViewSchemas>({
  session: { method: 'GET', path: '/api/v1/session' },
  overview: { method: 'GET', path: '/api/v1/overview' },
});
