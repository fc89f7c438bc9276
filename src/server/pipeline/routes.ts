import { removeOwners } from '#domain/redaction/without-notes.ts';
import { makePipeline } from '#domain/projects/pipeline.ts';
import { pipelineRows } from './store.ts';
import {
  resolveAsOf,
  resolveComparedDay,
  readZoneSnapshot,
} from '#server/zone/zone-snapshot-service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

export function addPipeline(host: Host): void {
  const { deps } = host;
  route(
    host,
    'pipeline',
    async ({ query, mayViewNotes }) => {
      const snapshot = await readZoneSnapshot(deps, query.known_at);
      const { known, origin, profile, days, first_known_day } = snapshot;
      const as_of = resolveAsOf(snapshot, query.as_of);
      const compare = resolveComparedDay(query.compare ?? 'prev', as_of, days);
      const compared = compare === undefined ? {} : { compare };
      const first = first_known_day === undefined ? {} : { first_known_day };
      const rows = await pipelineRows(
        deps.db,
        { origin, as_of, known },
        { currency: profile.base_currency, ...compared },
      );
      const pipeline = makePipeline({
        origin,
        revision: known,
        as_of,
        ...compared,
        ...first,
        mapping: profile.stage_mapping,
        rows,
      });
      return { json: mayViewNotes ? pipeline : removeOwners(pipeline) };
    },
    { cached: true },
  );
}
