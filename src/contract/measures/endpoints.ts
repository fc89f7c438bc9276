import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { measureSchemas } from './schemas.ts';

/** The groups of a cell: an empty one is the group that is not stated. */
export const cellGroups = ['key', 'part', 'parts', 'not_parts', 'named'] as const;

export const measureEndpoints = defineEndpoints<typeof measureSchemas>({
  listMeasures: { method: 'GET', path: '/api/v1/explanations' },
  explanation: { method: 'GET', path: '/api/v1/explanations/:measure', empty: cellGroups },
});
