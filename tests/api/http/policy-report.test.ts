// Seen to fail: without `report-uri` in security-headers.ts, with a limit of 1 MB, and with
// the address of the page as it was sent.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openApi, origin, type TestApi } from '../../setup/api/api.ts';

const path = '/policy-report';
const canary = 'canary7f3a';
let api: TestApi;
let requests = 0;
beforeEach(async () => {
  api = await openApi();
  requests = 0;
});
afterEach(() => api.close());
const report = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  api.app.fetch(
    new Request(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/csp-report', origin: 'null', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify({ 'csp-report': body }),
    }),
  );
const readLog = () => api.log.map(({ refused, error }) => [refused, error]);

test('every page names the endpoint for policy reports, and static pictures name none', async () => {
  const policyOf = async (address: string) =>
    (await api.send('GET', address)).headers.get('content-security-policy') ?? '';
  for (const address of ['/', '/s', '/api/v1/overview'])
    expect(await policyOf(address)).toMatch(/; report-uri \/policy-report$/);
});

test('a report is logged with rule, host and page only', async () => {
  const response = await report({
    'document-uri': `${origin}/s?x=${canary}#hws_${canary}`,
    'effective-directive': 'script-src-elem',
    'blocked-uri': `https://evil.example/${canary}?${canary}`,
    'script-sample': canary,
    referrer: canary,
  });
  expect([response.status, await response.text()]).toEqual([204, '']);
  await report({
    'document-uri': `${origin}/projects/${canary}`,
    'violated-directive': `style-src '${canary}'`,
    'blocked-uri': 'inline',
  });
  await report({
    'effective-directive': `\r\n{"level":"error"}`,
    'blocked-uri': `${canary} ${canary}`,
  });
  expect(readLog()).toEqual([
    ['policy_violation', 'script-src-elem blocked https://evil.example on /s'],
    ['policy_violation', 'style-src blocked inline on *'],
    ['policy_violation', '? blocked ? on ?'],
  ]);
  expect(JSON.stringify(api.log)).not.toContain(canary);
});

test('oversized, malformed and mistyped reports are not logged; a flood is logged in a few lines', async () => {
  expect((await report({ 'script-sample': 'x'.repeat(17 * 1024) })).status).toBe(413);
  expect((await report('{')).status).toBe(400);
  expect((await report('[1]')).status).toBe(204);
  expect((await report({}, { 'content-type': 'application/json' })).status).toBe(415);
  expect(readLog()).toEqual([]);
  for (; requests < 120; requests += 1)
    await report({
      'effective-directive': 'img-src',
      'blocked-uri': `https://${requests}.example`,
    });
  expect(api.log).toHaveLength(11);
});
