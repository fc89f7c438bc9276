import type { Endpoints, QueryOf, ReplyOf } from '#contract/endpoints.ts';
import { compact } from '#domain/values/compact.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { listAuditLog } from './log-store.ts';
import { readAuditHead } from './store.ts';

const pageSize = 100;

/** Reads a page of the audit log, newest first, with the head of its hash chain. */
export async function readAuditPage(
  { db }: Pick<AppDeps, 'db'>,
  query: QueryOf<Endpoints['audit']>,
): Promise<ReplyOf<Endpoints['audit']>> {
  const kinds = query.kind?.split(',');
  const filters = {
    limit: Number(query.limit ?? pageSize),
    ...compact({
      before: query.before,
      kinds: kinds === undefined ? undefined : kinds.filter((kind) => kind !== 'register_changed'),
    }),
    has_changes: kinds === undefined || kinds.includes('register_changed'),
  };
  const [page, head] = await Promise.all([listAuditLog(db, filters), readAuditHead(db)]);
  return { ...page, head };
}
