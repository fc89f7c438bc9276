import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { requestSchemas } from './schemas.ts';

export const requestEndpoints = defineEndpoints<typeof requestSchemas>({
  listRequests: { method: 'GET', path: '/api/v1/requests' },
  createRequests: { method: 'POST', path: '/api/v1/requests', creates: true },
  copyRequests: { method: 'POST', path: '/api/v1/requests/copy', creates: true },
  request: { method: 'GET', path: '/api/v1/requests/:id' },
  changeRequest: { method: 'PATCH', path: '/api/v1/requests/:id' },
  remindRequest: { method: 'POST', path: '/api/v1/requests/:id/reminder' },
  answerForRequest: { method: 'POST', path: '/api/v1/requests/:id/answers' },
  requestFile: { method: 'GET', path: '/api/v1/requests/:id/files/:file' },
  listProposals: { method: 'GET', path: '/api/v1/proposals' },
  acceptProposals: { method: 'POST', path: '/api/v1/proposals/accept' },
  returnProposals: { method: 'POST', path: '/api/v1/proposals/return' },
  openRequest: { method: 'POST', path: '/api/v1/open-requests/open' },
  readOpenRequest: { method: 'GET', path: '/api/v1/open-requests/:request' },
  sendAnswers: { method: 'POST', path: '/api/v1/open-requests/:request/answers' },
  addAnswerFile: { method: 'POST', path: '/api/v1/open-requests/:request/files', creates: true },
  removeAnswerFile: { method: 'POST', path: '/api/v1/open-requests/:request/files/:file/removal' },
});
