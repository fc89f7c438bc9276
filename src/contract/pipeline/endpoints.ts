import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { pipelineSchemas } from './schemas.ts';

export const pipelineEndpoints = defineEndpoints<typeof pipelineSchemas>({
  pipeline: { method: 'GET', path: '/api/v1/pipeline' },
});
