import { openSharedPath } from '#contract/links/constants.ts';
import type { OpenLinkResult } from '#contract/links/schemas.ts';

/** The reply to a secret that was sent before the code of the page was loaded. */
export type FirstReply = OpenLinkResult | { readonly state: 'unknown' | 'busy' };

/**
 * Exchanges the secret of a link for a session cookie, with none of the code that other calls need.
 *
 * @returns undefined without an answer, for the page to send it again
 */
export async function sendSecret(secret: string): Promise<FirstReply | undefined> {
  const response = await fetch(openSharedPath, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  }).catch(() => undefined);
  if (response?.ok === true) return (await response.json()) as FirstReply;
  if (response?.status === 429) return { state: 'busy' };
  return response?.status === 404 || response?.status === 400 ? { state: 'unknown' } : undefined;
}
