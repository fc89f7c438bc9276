import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { doubtSchemas } from './schemas.ts';

export const doubtEndpoints = defineEndpoints<typeof doubtSchemas>({
  doubts: { method: 'GET', path: '/api/v1/doubts' },
  dismissDoubt: { method: 'POST', path: '/api/v1/doubts/:rule/dismiss', creates: true },
});
