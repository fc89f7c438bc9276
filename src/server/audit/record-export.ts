import type { AppDeps } from '#server/core/deps.ts';
import type { Principal } from '#server/core/policy.ts';
import { recordEvent } from './store.ts';

const kindsWithName: readonly string[] = ['account', 'token', 'export'];

/**
 * Records an export and its caller in the audit. Records nothing without accounts, since there is
 * no caller to name.
 */
export async function recordExport(
  deps: Pick<AppDeps, 'db' | 'clock'>,
  request: Request,
  principal: Principal | undefined,
): Promise<void> {
  const { mode = 'local' } = principal ?? {};
  if (request.method !== 'GET' || principal === undefined || !kindsWithName.includes(mode)) return;
  const { pathname, search } = new URL(request.url);
  const object = pathname.replace(/^\/api\/v1\//, '');
  const at = deps.clock().toISOString();
  const { id, name } = principal;
  await deps.db.write((trx) =>
    recordEvent(trx, {
      at,
      actor: { id, name },
      kind: 'data_exported',
      object,
      detail: search === '' ? {} : { query: search.slice(0, 500) },
    }),
  );
}
