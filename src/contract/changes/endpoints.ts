import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { changesSchemas } from './schemas.ts';

export const changesEndpoints = defineEndpoints<typeof changesSchemas>({
  changes: { method: 'GET', path: '/api/v1/changes' },
});
