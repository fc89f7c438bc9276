import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { revisionSchemas } from './schemas.ts';

export const revisionEndpoints = defineEndpoints<typeof revisionSchemas>({
  listRevisions: { method: 'GET', path: '/api/v1/revisions' },
  undoRevision: { method: 'POST', path: '/api/v1/revisions/:id/undo' },
});
