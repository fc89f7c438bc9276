import { z } from '#contract/core/zod.ts';
import { readJson } from '#server/http/body.ts';
import { problem } from '#server/core/problem.ts';
import { policyReportPath } from '#server/http/security-headers.ts';
import { listRoutes, findRoutePath } from '#server/http/route-list.ts';
import type { Host } from '#server/http/host.ts';

const mostBytes = 16 * 1024;
const reportType = /^application\/csp-report\s*(;|$)/i;
const reportSchema = z.object({
  'csp-report': z.object({
    'effective-directive': z.string().optional(),
    'violated-directive': z.string().optional(),
    'blocked-uri': z.string().optional(),
    'document-uri': z.string().optional(),
  }),
});

/** Returns the name of a rule without its values. */
const getRule = (text: string | undefined): string => /^[a-z-]{1,40}/.exec(text ?? '')?.[0] ?? '?';
const keywords: ReadonlySet<string> = new Set([
  'inline',
  'eval',
  'wasm-eval',
  'trusted-types-policy',
  'trusted-types-sink',
  'data',
  'blob',
  'self',
]);
/**
 * Describes the blocked content: a keyword of the standard, or the scheme and host of an address.
 */
function readBlocked(text = ''): string {
  if (keywords.has(text)) return text;
  if (!URL.canParse(text)) return '?';
  const { protocol, host } = new URL(text);
  return `${protocol}//${host}`.slice(0, 120);
}

/**
 * Adds the endpoint for reports of content that the policy blocked. Each report becomes a line in
 * the log with the rule, the host and the page, and nothing else that was sent. The response is
 * empty, and nothing is stored.
 */
export function addPolicyReport({ hono, rejections }: Host): void {
  hono.post(policyReportPath, async (c) => {
    const request = c.req.raw;
    if (!reportType.test(request.headers.get('content-type') ?? ''))
      throw problem(
        'unsupported_media_type',
        'Send a report of a browser, as application/csp-report.',
      );
    const { data } = reportSchema.safeParse(await readJson(request, mostBytes));
    const { 'document-uri': page = '', ...report } = data?.['csp-report'] ?? {};
    const rule = getRule(report['effective-directive'] ?? report['violated-directive']);
    const at = URL.canParse(page)
      ? findRoutePath(listRoutes({ hono }), 'GET', new URL(page).pathname)
      : '?';
    if (data !== undefined)
      rejections.note('policy_violation', () => ({
        reference: 'browser',
        method: 'POST',
        path: policyReportPath,
        status: 204,
        error: `${rule} blocked ${readBlocked(report['blocked-uri'])} on ${at}`,
      }));
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  });
}
