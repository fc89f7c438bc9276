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

/** The name of a rule, without its values. */
const ruleOf = (text: string | undefined): string => /^[a-z-]{1,40}/.exec(text ?? '')?.[0] ?? '?';
const words: ReadonlySet<string> = new Set([
  'inline',
  'eval',
  'wasm-eval',
  'trusted-types-policy',
  'trusted-types-sink',
  'data',
  'blob',
  'self',
]);
/** What was blocked: a word of the standard, or of an address its scheme and host. */
function blocked(text = ''): string {
  if (words.has(text)) return text;
  if (!URL.canParse(text)) return '?';
  const { protocol, host } = new URL(text);
  return `${protocol}//${host}`.slice(0, 120);
}

/**
 * Takes what browsers tell of pages that tried what their policy forbids: a line in the log, with
 * no more of what was sent than
 * which rule, which host and which page. Whoever asks gets no word and costs no look into the
 * store; nothing is kept.
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
    const rule = ruleOf(report['effective-directive'] ?? report['violated-directive']);
    const at = URL.canParse(page)
      ? findRoutePath(listRoutes({ hono }), 'GET', new URL(page).pathname)
      : '?';
    if (data !== undefined)
      rejections.note('policy_violation', () => ({
        reference: 'browser',
        method: 'POST',
        path: policyReportPath,
        status: 204,
        error: `${rule} blocked ${blocked(report['blocked-uri'])} on ${at}`,
      }));
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  });
}
