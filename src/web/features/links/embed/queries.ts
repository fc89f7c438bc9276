import { linkEndpoints } from '#contract/links/endpoints.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { ProblemError } from '#web/data/problem-error.ts';
import { call } from '#web/data/transport.ts';

/** How a reader of one figure gets in, in memory alone: a frame of another site keeps no cookies. */
export interface FigureAccess {
  readonly link: string;
  readonly token: string;
}
const isRefused = (error: unknown): boolean =>
  error instanceof ProblemError && [400, 401, 404].includes(error.status);

async function enter(secret: string): Promise<FigureAccess | undefined> {
  try {
    const reply = await call(linkEndpoints.openShared, { body: { secret } });
    return reply.state === 'open' && reply.token !== undefined
      ? { link: reply.link, token: reply.token }
      : undefined;
  } catch (error) {
    if (isRefused(error)) return undefined;
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
    if (isRefused(error)) return undefined;
    throw error;
  }
}

/** What a link's figure shows, by the access that there is or a new one; absent when the link is no longer live. */
export async function readFigure(
  secret: string,
  access?: FigureAccess,
): Promise<{ readonly access: FigureAccess; readonly payload: SharedPayload } | undefined> {
  const payload = access && (await read(access));
  if (access !== undefined && payload !== undefined) return { access, payload };
  const renewed = await enter(secret);
  const shown = renewed && (await read(renewed));
  return renewed === undefined || shown === undefined
    ? undefined
    : { access: renewed, payload: shown };
}
