import { afterEach, expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { mayRetry, type ProblemError } from './problem-error.ts';
import { upload } from './files/file-transport.ts';
import { call, callTagged, sendWith } from './transport.ts';

afterEach(() => sendWith());
const answer = (body: string, status = 200, headers: Record<string, string> = {}) =>
  sendWith(() => Promise.resolve(new Response(body, { status, headers })));
const failure = async (work: Promise<unknown>): Promise<ProblemError> =>
  work.then(
    () => {
      throw new Error('should have failed');
    },
    (error: unknown) => error as ProblemError,
  );

test('sends a body as JSON with headers and returns the ETag of the response', async () => {
  let lastRequest: Request | undefined;
  sendWith((request) => {
    lastRequest = request;
    return Promise.resolve(new Response('{"revision":4}', { headers: { etag: '"4"' } }));
  });
  const reply = await callTagged(endpoints.updateZone, {
    body: { plan_path: 'straight' },
    headers: { 'if-match': '"3"' },
  });
  expect(reply).toEqual({ data: { revision: 4 }, etag: '"4"' });
  expect([
    lastRequest?.method,
    lastRequest?.headers.get('if-match'),
    lastRequest?.headers.get('content-type'),
    await lastRequest?.text(),
  ]).toEqual(['PATCH', '"3"', 'application/json', '{"plan_path":"straight"}']);
});
test('a problem keeps its code, status and detail', async () => {
  answer(
    JSON.stringify({
      type: 'about:blank',
      code: 'import_expired',
      title: 'x',
      status: 404,
      detail: 'upload it again',
    }),
    404,
  );
  const error = await failure(call(endpoints.health));
  expect([error.code, error.status, error.message, mayRetry(error)]).toEqual([
    'import_expired',
    404,
    'upload it again',
    false,
  ]);
});
test.each([
  ['<html>', 200],
  ['{"a":', 200],
  ['', 200],
  ['null', 500],
  ['{"code":"nonsense","status":500}', 500],
])('a foreign response (%s, %d) is malformed and can be retried', async (body, status) => {
  answer(body, status);
  const error = await failure(call(endpoints.health));
  expect([error.code, mayRetry(error)]).toEqual(['malformed', true]);
});
test('a call without network is offline, and one past its limit is a timeout', async () => {
  sendWith(() => Promise.reject(new TypeError('Failed to fetch')));
  expect((await failure(call(endpoints.health))).code).toBe('offline');
  sendWith(
    (request) =>
      new Promise((_, reject) => {
        request.signal.addEventListener('abort', () =>
          reject(new DOMException('late', 'AbortError')),
        );
      }),
  );
  expect((await failure(call(endpoints.health, { timeoutMs: 20 }))).code).toBe('timeout');
});
test('a cancelled call is no failure of the server', async () => {
  sendWith(
    (request) =>
      new Promise((_, reject) => {
        request.signal.addEventListener('abort', () =>
          reject(new DOMException('gone', 'AbortError')),
        );
      }),
  );
  const controller = new AbortController();
  const work = failure(call(endpoints.health, { signal: controller.signal }));
  controller.abort();
  expect((await work).name).toBe('AbortError');
});
test('uploads a file as the part `file` with its own name', async () => {
  let part: FormDataEntryValue | null = null;
  sendWith(async (request) => {
    part = (await request.formData()).get('file');
    return new Response('{}');
  });
  const shares: number[] = [];
  await upload(endpoints.previewImport, new File(['编号'], '台账.csv'), {
    query: { lang: 'ja' },
    onProgress: (share) => shares.push(share),
  });
  expect(shares.at(-1)).toBe(1);
  expect(part).toHaveProperty('name', '台账.csv');
});
