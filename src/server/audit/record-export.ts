import type { AppDeps } from '#server/core/deps.ts';
import type { Principal } from '#server/core/policy.ts';
import { recordEvent } from './store.ts';

/** Keeps who took which data away, before it leaves. Where nobody has an account there is nobody to name. */
export async function recordExport(
  { deps }: { readonly deps: AppDeps },
  request: Request,
  principal: Principal | undefined,
): Promise<void> {
  if (request.method !== 'GET' || (principal?.mode !== 'account' && principal?.mode !== 'token'))
    return;
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
