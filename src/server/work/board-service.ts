import type { Endpoints, QueryOf, ReplyOf } from '#contract/endpoints.ts';
import { areProjectsKnown, makeUnknownProjects } from '#domain/projects/first-known-day.ts';
import { stagesAndUnknown } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import type { BoardColumn } from '#contract/work/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
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

/**
 * Reads the board of a day, without owners and missing fields for some readers. Before the first
 * known day it only names that day.
 *
 * @throws HttpProblem for filters of hidden fields
 */
export async function readBoard(
  { db }: Pick<AppDeps, 'db'>,
  query: QueryOf<Endpoints['board']>,
  mayViewNotes: boolean,
): Promise<ReplyOf<Endpoints['board']>> {
  rejectHiddenFilters(query, mayViewNotes);
  const zone = await readZoneSnapshot({ db }, query.known_at);
  const { origin, knownRevision, profile, first_known_day } = zone;
  const as_of = resolveAsOf(zone, query.as_of);
  const day = { as_of, ...compact({ first_known_day }) };
  if (!areProjectsKnown(as_of, first_known_day)) return makeUnknownProjects(as_of, first_known_day);
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
    boardRows(db, boardQuery, stagesAndUnknown),
    countProjects(db, { ...scope, status: 'active' }),
    countProjects(db, scope),
  ]);
  const { to_complete, ...sums } = rows;
  const own = mayViewNotes ? { to_complete } : { columns: rows.columns.map(withoutNotes) };
  return { ...day, ...sums, ...own, total, not_active: all - total };
}
