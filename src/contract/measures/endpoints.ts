import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { measureSchemas } from './schemas.ts';

export const measureEndpoints = defineEndpoints<typeof measureSchemas>({
  listMeasures: { method: 'GET', path: '/api/v1/explanations' },
  explanation: { method: 'GET', path: '/api/v1/explanations/:measure' },
});
