import { http, type RequestHandler } from 'msw';
import type { Faults } from './faults.ts';

/**
 * Mounts the real API in MSW, in Node for tests and in a service worker for the demo. There is no
 * second implementation.
 */
export const apiHandlers = (
  answer: (request: Request) => Promise<Response>,
  faults?: Faults,
): RequestHandler[] => [
  http.all('*/api/*', async ({ request }) => (await faults?.intercept(request)) ?? answer(request)),
];
