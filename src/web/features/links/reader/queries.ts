import { compact } from '#domain/values/compact.ts';
import { linkEndpoints } from '#contract/links/endpoints.ts';
import type { OpenLinkResult, SharedPayload } from '#contract/links/schemas.ts';
import { ProblemError } from '#web/data/problem-error.ts';
import { type Answer, call, callTagged } from '#web/data/transport.ts';

/**
 * Exchanges the secret of a link for a session cookie.
 * @throws ProblemError, and nothing else unless the caller cancelled
 */
export const openShared = (secret: string, password?: string): Promise<OpenLinkResult> =>
  call(linkEndpoints.openShared, {
    body: { secret, ...compact({ password }) },
  });

/**
 * Reads the payload of a link with its tag.
 * @returns undefined when the session has ended
 * @throws ProblemError for every fault but an ended session
 */
export async function readShared(link: string): Promise<Answer<SharedPayload> | undefined> {
  try {
    return await callTagged(linkEndpoints.shared, { params: { link } });
  } catch (error) {
    if (error instanceof ProblemError && [401, 403, 404].includes(error.status)) return undefined;
    throw error;
  }
}
