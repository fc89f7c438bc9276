import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { outlookSchemas } from './schemas.ts';

export const outlookEndpoints = defineEndpoints<typeof outlookSchemas>({
  outlook: { method: 'GET', path: '/api/v1/outlook' },
});
