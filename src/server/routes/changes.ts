import type { ChangesQuery } from '#contract/endpoints.ts';
import { makeBridge, type Bridge } from '#domain/bridge.ts';
import { indicatorChanges, type RegisterChanges } from '#domain/moves.ts';
import type { Measure } from '#domain/project.ts';
import type { AppDeps } from '#server/deps.ts';
import { problem } from '#server/http/problem.ts';
import { listObservations } from '#server/store/observations.ts';
import { listMoves, listTransitions, weakestOfTwoDays, type TwoDays } from '#server/store/register-moves.ts';
import { revisionAt } from '#server/store/revisions.ts';
import { asOf, shownZone, type Shown } from './overview-of.ts';
import { route, type Host } from './route.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
const listed = 500;

/** The two days asked for, each with the revision at which it is looked at. */
async function daysOf({ db }: Deps, shown: Shown, query: ChangesQuery): Promise<TwoDays> {
  const to = asOf(shown, query.to);
  const from = query.from ?? shown.days.findLast((day) => day < to) ?? to;
  if (from > to) throw problem('bad_request', `Correct from: choose a day up to ${to}.`);
  const known = query.known_from === undefined ? shown.known : await revisionAt(db, query.known_from);
  const measure = (query.measure ?? 'total_investment') as Measure;
  return { origin: shown.origin, from: { day: from, known }, to: { day: to, known: shown.known }, measure };
}
const bridgeFor = async ({ db }: Deps, shown: Shown, days: TwoDays): Promise<Bridge> =>
  makeBridge(await listTransitions(db.read, days), {
    from: days.from.day,
    to: days.to.day,
    measure: days.measure,
    mapping: shown.profile.stage_mapping,
  });

/** The bridge between two days alone, for its chart. */
export async function bridgeOf(deps: Deps, query: ChangesQuery): Promise<Bridge> {
  const shown = await shownZone(deps, query.known_at);
  return bridgeFor(deps, shown, await daysOf(deps, shown, query));
}

async function changesOf(deps: Deps, query: ChangesQuery): Promise<RegisterChanges> {
  const shown = await shownZone(deps, query.known_at);
  const days = await daysOf(deps, shown, query);
  const { origin, from, to } = days;
  const values = ({ day, known }: TwoDays['from']) => listObservations(deps.db, { origin, as_of: day, known });
  const [bridge, { moves, total, counts }, before, after, data_status] = await Promise.all([
    bridgeFor(deps, shown, days),
    listMoves(deps.db.read, days, listed),
    values(from),
    values(to),
    weakestOfTwoDays(deps.db.read, days),
  ]);
  return {
    bridge,
    moves,
    total,
    counts,
    indicators: indicatorChanges(shown.profile.indicators, before, after),
    revision: { from: from.known, to: to.known },
    data_status,
  };
}

export function addChanges(host: Host): void {
  route(host, 'changes', async ({ query }) => ({ json: await changesOf(host.deps, query) }), { kept: true });
}
