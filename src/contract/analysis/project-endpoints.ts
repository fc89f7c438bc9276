import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { projectAnalysisSchemas } from './project-schemas.ts';

export const projectAnalysisEndpoints = defineEndpoints<typeof projectAnalysisSchemas>({
  stageTime: { method: 'GET', path: '/api/v1/analysis/stage-time' },
  projectTimeline: { method: 'GET', path: '/api/v1/analysis/timeline' },
  completeness: { method: 'GET', path: '/api/v1/analysis/completeness' },
});
