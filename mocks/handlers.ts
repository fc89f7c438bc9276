import { http, type RequestHandler } from 'msw';
import type { Faults } from './faults.ts';

/** The real API, mounted for MSW: in Node for tests, in a service worker for the demo. There is no second implementation. */
export const apiHandlers = (
  answer: (request: Request) => Promise<Response>,
  faults?: Faults,
): RequestHandler[] => [
  http.all('*/api/*', async ({ request }) => (await faults?.meet(request)) ?? answer(request)),
];
