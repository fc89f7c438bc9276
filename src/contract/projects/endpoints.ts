import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { projectSchemas } from './schemas.ts';

export const projectEndpoints = defineEndpoints<typeof projectSchemas>({
  listProjects: { method: 'GET', path: '/api/v1/projects' },
  project: { method: 'GET', path: '/api/v1/projects/:code' },
  createProject: { method: 'POST', path: '/api/v1/projects', creates: true },
  changeProject: { method: 'PATCH', path: '/api/v1/projects/:code' },
  moveProject: { method: 'POST', path: '/api/v1/projects/:code/stage' },
  changeProjectStatus: { method: 'POST', path: '/api/v1/projects/:code/status' },
  projectHistory: { method: 'GET', path: '/api/v1/projects/:code/history' },
  listEvidence: { method: 'GET', path: '/api/v1/projects/:code/evidence' },
  addEvidence: { method: 'POST', path: '/api/v1/projects/:code/evidence', creates: true },
  evidenceFile: { method: 'GET', path: '/api/v1/projects/:code/evidence/:id/file' },
  withdrawEvidence: { method: 'POST', path: '/api/v1/projects/:code/evidence/:id/withdrawal' },
  listIssues: { method: 'GET', path: '/api/v1/projects/:code/issues' },
  addIssue: { method: 'POST', path: '/api/v1/projects/:code/issues', creates: true },
  changeIssue: { method: 'PATCH', path: '/api/v1/projects/:code/issues/:id' },
  summary: { method: 'GET', path: '/api/v1/summary' },
});
