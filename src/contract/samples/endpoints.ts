import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { sampleSchemas } from './schemas.ts';

export const sampleEndpoints = defineEndpoints<typeof sampleSchemas>({
  chooseSample: { method: 'POST', path: '/api/v1/samples' },
});
