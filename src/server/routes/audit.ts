import { auditHead, listEvents } from '#server/store/audit.ts';
import { route, type Host } from './route.ts';

const pageSize = 100;

export function addAudit(host: Host): void {
  const { deps } = host;
  route(host, 'audit', async ({ query }) => {
    const asked = {
      limit: Number(query.limit ?? pageSize),
      ...(query.before === undefined ? {} : { before: Number(query.before) }),
      ...(query.kind === undefined ? {} : { kinds: query.kind.split(',') }),
    };
    const [events, head] = await Promise.all([listEvents(deps.db, asked), auditHead(deps.db)]);
    return { json: { items: events.map(({ actor_id: _, ...event }) => event), head }, headers: { 'cache-control': 'no-store' } };
  });
}
