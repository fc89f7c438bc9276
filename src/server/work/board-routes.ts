import { areProjectsKnown, makeUnknownProjects } from '#domain/projects/first-known-day.ts';
import { stagesAndUnknown } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import type { BoardColumn } from '#domain/work/board.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { countProjects } from '#server/projects/register/list-store.ts';
import { readFilters, rejectHiddenFilters } from '#server/projects/register/read-filters.ts';
import { readZoneSnapshot, resolveAsOf } from '#server/zone/zone-snapshot-service.ts';
import { boardRows } from './board-store.ts';

const firstCards = 3;

/** Removes data that a viewer may not see: owners, and missing fields. */
const withoutNotes = (column: BoardColumn): BoardColumn => ({
  ...column,
  cards: column.cards.map(({ owner: _owner, to_complete: _lacks, ...card }) => card),
});

/** Adds the route of the board. */
export function addBoard(host: Host): void {
  const { deps } = host;
  route(
    host,
    'board',
    async ({ query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      const zone = await readZoneSnapshot(deps, query.known_at);
      const { origin, knownRevision, profile, first_known_day } = zone;
      const as_of = resolveAsOf(zone, query.as_of);
      const day = { as_of, ...compact({ first_known_day }) };
      if (!areProjectsKnown(as_of, first_known_day))
        return { json: makeUnknownProjects(as_of, first_known_day) };
      const scope = { origin, knownRevision, as_of };
      const { stage: onlyStage, ...filters } = query;
      const { amount_from, amount_to, limit } = filters;
      const boardQuery = {
        ...scope,
        ...readFilters(filters),
        ...compact({ onlyStage, amount_from, amount_to }),
        currency: profile.base_currency,
        attention: query.attention === 'true',
        to_complete: query.to_complete === 'true' && mayViewNotes,
        limit: limit === undefined ? firstCards : Number(limit),
      };
      const [rows, total, all] = await Promise.all([
        boardRows(deps.db, boardQuery, stagesAndUnknown),
        countProjects(deps.db, { ...scope, status: 'active' }),
        countProjects(deps.db, scope),
      ]);
      const { to_complete, ...sums } = rows;
      const own = mayViewNotes ? { to_complete } : { columns: rows.columns.map(withoutNotes) };
      return { json: { ...day, ...sums, ...own, total, not_active: all - total } };
    },
    { cached: true },
  );
}
