import { linkEndpoints } from '#contract/links/endpoints.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { ProblemError } from '#web/data/problem-error.ts';
import { call } from '#web/data/transport.ts';

/**
 * The session of an embedded figure. It stays in memory, since a third-party frame has no cookies.
 */
export interface FigureAccess {
  readonly link: string;
  readonly token: string;
}
const isRejected = (error: unknown): boolean =>
  error instanceof ProblemError && [400, 401, 404].includes(error.status);

async function enter(secret: string): Promise<FigureAccess | undefined> {
  try {
    const reply = await call(linkEndpoints.openShared, { body: { secret } });
    return reply.state === 'open' && reply.token !== undefined
      ? { link: reply.link, token: reply.token }
      : undefined;
  } catch (error) {
    if (isRejected(error)) return undefined;
    throw error;
  }
}
async function read({ link, token }: FigureAccess): Promise<SharedPayload | undefined> {
  try {
    return await call(linkEndpoints.shared, {
      params: { link },
      headers: { authorization: `Bearer ${token}` },
    });
  } catch (error) {
    if (isRejected(error)) return undefined;
    throw error;
  }
}

/**
 * Reads the figure of a link with the present or a new session.
 * @returns undefined if the link is not live
 * @throws ProblemError if the server cannot be reached or fails
 */
export async function readFigure(
  secret: string,
  access?: FigureAccess,
): Promise<{ readonly access: FigureAccess; readonly payload: SharedPayload } | undefined> {
  const payload = access && (await read(access));
  if (access !== undefined && payload !== undefined) return { access, payload };
  const newAccess = await enter(secret);
  const reread = newAccess && (await read(newAccess));
  return newAccess === undefined || reread === undefined
    ? undefined
    : { access: newAccess, payload: reread };
}
