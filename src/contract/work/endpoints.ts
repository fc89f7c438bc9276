import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { workSchemas } from './schemas.ts';

export const workEndpoints = defineEndpoints<typeof workSchemas>({
  board: { method: 'GET', path: '/api/v1/board' },
  listDecisions: { method: 'GET', path: '/api/v1/decisions' },
  addDecision: { method: 'POST', path: '/api/v1/decisions', creates: true },
  changeDecision: { method: 'PATCH', path: '/api/v1/decisions/:id' },
  listDeclaredStatuses: { method: 'GET', path: '/api/v1/declared-statuses' },
  judgements: { method: 'GET', path: '/api/v1/projects/:code/judgements' },
  declareStatus: { method: 'POST', path: '/api/v1/projects/:code/declared-status' },
  targetStatus: { method: 'GET', path: '/api/v1/targets/:target/declared-status' },
  declareTargetStatus: { method: 'POST', path: '/api/v1/targets/:target/declared-status' },
  blockGate: { method: 'POST', path: '/api/v1/projects/:code/gates/:gate' },
  listOwners: { method: 'GET', path: '/api/v1/owners' },
  handOver: { method: 'POST', path: '/api/v1/owners/hand-over' },
});
