import { defineEndpoints } from '#contract/core/endpoint.ts';
import { cellGroups } from '#contract/measures/endpoints.ts';
import { openSharedPath } from './constants.ts';
import type { linkSchemas } from './schemas.ts';

export const linkEndpoints = defineEndpoints<typeof linkSchemas>({
  listLinks: { method: 'GET', path: '/api/v1/links' },
  createLink: { method: 'POST', path: '/api/v1/links', creates: true },
  previewLink: { method: 'POST', path: '/api/v1/links/preview' },
  checkLink: { method: 'POST', path: '/api/v1/links/check' },
  endLinks: { method: 'POST', path: '/api/v1/links/end' },
  link: { method: 'GET', path: '/api/v1/links/:id' },
  replaceLink: { method: 'POST', path: '/api/v1/links/:id/replace', creates: true },
  changeLink: { method: 'PATCH', path: '/api/v1/links/:id' },
  openShared: { method: 'POST', path: openSharedPath },
  shared: { method: 'GET', path: '/api/v1/shared/:link' },
  sharedEvents: { method: 'GET', path: '/api/v1/shared/:link/events' },
  sharedList: { method: 'GET', path: '/api/v1/shared/:link/lists/:file' },
  sharedExplanation: {
    method: 'GET',
    path: '/api/v1/shared/:link/explanations/:measure',
    empty: cellGroups,
  },
  sharedChart: { method: 'GET', path: '/api/v1/shared/:link/charts/:file' },
});
