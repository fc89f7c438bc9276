import { useCallback, useEffect, useRef, useState } from 'react';
import { requestEndpoints } from '#contract/requests/endpoints.ts';
import type { OpenRequest } from '#contract/requests/schemas.ts';
import { type ProblemError, toProblem } from '#web/data/problem-error.ts';
import { call } from '#web/data/transport.ts';
import { takeSecret } from '#web/url/link-secret.ts';
import { keepOpenRequest, openRequest } from './draft-store.ts';

/** The state of a request in this tab. */
export type Asking =
  | { readonly at: 'opening' | 'paste' | 'unknown' | 'busy' | 'over' }
  | { readonly at: 'ended'; readonly on: string; readonly ask: string }
  | { readonly at: 'failed'; readonly failure: ProblemError }
  | { readonly at: 'open'; readonly openRequest: OpenRequest };

async function readRequest(request: string): Promise<Asking> {
  const openRequest = await call(requestEndpoints.readOpenRequest, { params: { request } });
  keepOpenRequest(request);
  return { at: 'open', openRequest };
}
async function openBy(secret: string): Promise<Asking> {
  const reply = await call(requestEndpoints.openRequest, { body: { secret } });
  return reply.state === 'open'
    ? readRequest(reply.request)
    : { at: 'ended', on: reply.on, ask: reply.ask };
}
function toFailure(error: unknown): Asking {
  const failure = toProblem(error);
  if (failure.code === 'not_found' || failure.code === 'bad_request') return { at: 'unknown' };
  if (failure.code === 'rate_limited') return { at: 'busy' };
  return failure.status === 401 ? { at: 'over' } : { at: 'failed', failure };
}

export interface RequestAccess {
  readonly asking: Asking;
  readonly open: (secret: string) => void;
  readonly again: () => void;
  /** Shows the server's answer to a change. */
  readonly show: (request: OpenRequest) => void;
}

/**
 * Opens the request of the address. Removes the secret from the address and sends it once; a reload
 * continues the session.
 */
export function useOpenRequest(): RequestAccess {
  const [asking, setAsking] = useState<Asking>({ at: 'opening' });
  const secret = useRef('');
  const read = useCallback(() => {
    const id = openRequest();
    const next =
      secret.current !== ''
        ? openBy(secret.current)
        : id === undefined
          ? Promise.resolve<Asking>({ at: 'paste' })
          : readRequest(id);
    void next.catch(toFailure).then(setAsking);
  }, []);
  const open = useCallback(
    (linkSecret: string) => {
      secret.current = linkSecret;
      setAsking({ at: 'opening' });
      read();
    },
    [read],
  );
  const isBegun = useRef(false);
  useEffect(() => {
    if (!isBegun.current) {
      isBegun.current = true;
      open(takeSecret());
    }
    const openNext = () => {
      const next = takeSecret();
      if (next !== '') open(next);
    };
    window.addEventListener('hashchange', openNext);
    return () => window.removeEventListener('hashchange', openNext);
  }, [open]);
  return {
    asking,
    open,
    again: read,
    show: (request) => setAsking({ at: 'open', openRequest: request }),
  };
}
