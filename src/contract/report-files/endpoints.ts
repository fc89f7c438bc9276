import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { reportFileSchemas } from './schemas.ts';

export const reportFileEndpoints = defineEndpoints<typeof reportFileSchemas>({
  reportFiles: { method: 'GET', path: '/api/v1/report-files' },
});
