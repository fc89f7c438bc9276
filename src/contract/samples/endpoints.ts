import { endpointsOf } from '#contract/core/endpoint.ts';
import type { sampleSchemas } from './schemas.ts';

export const sampleEndpoints = endpointsOf<typeof sampleSchemas>({
  chooseSample: { method: 'POST', path: '/api/v1/samples' },
});
