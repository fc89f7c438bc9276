import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { auditSchemas } from './schemas.ts';

export const auditEndpoints = defineEndpoints<typeof auditSchemas>({
  audit: { method: 'GET', path: '/api/v1/audit' },
});
