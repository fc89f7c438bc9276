import { compact } from '#domain/values/compact.ts';
import type { NewObservation, StoredObservation } from '#contract/targets/schemas.ts';
import type { Endpoints, QueryOf, ReplyOf } from '#contract/endpoints.ts';
import type { DataStatus, MissingReason } from '#domain/values/data-status.ts';
import type { CauseNote, Indicator } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { addObservation, listObservations } from './observation-store.ts';
import { addNote, listNotes } from './note-store.ts';
import { ensureOwnZone } from '#server/zone/own-zone-service.ts';
import type { Trx } from '#server/db/db.ts';
import { withReason, writeRevision } from '#server/db/revision-log.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { getNewestMonth, resolveMissingReason } from './entry-reason.ts';
import { requireConfirmedDoubt, checkValue } from './check-value.ts';
import { requireReasonForClosedMonths } from '#server/zone/closing/closed-month-guard-store.ts';
import { noZoneYet } from '#server/zone/displayed-zone-service.ts';

function requireIndicator(profile: ZoneProfile, id: string): Indicator {
  const indicator = profile.indicators.find((one) => one.id === id);
  if (indicator === undefined)
    throw problem(
      'not_found',
      `There is no such indicator. The indicators are: ${profile.indicators.map((i) => i.id).join(', ')}.`,
    );
  return indicator;
}
/** Checks a value and stores it under a started revision. @throws HttpProblem */
async function storeValue(
  trx: Trx,
  revision: number,
  indicator: Indicator,
  entry: NewObservation,
): Promise<void> {
  const { value, source, period } = entry;
  if (value !== null) {
    checkValue(indicator, value);
    if (entry.confirm !== true)
      requireConfirmedDoubt(
        indicator,
        period,
        value,
        await listObservations(trx, { origin: 'own', indicator: indicator.id }),
      );
  }
  await addObservation(trx, revision, {
    origin: 'own',
    indicator: indicator.id,
    period,
    ...compact({
      missing:
        value === null
          ? resolveMissingReason(indicator, period, entry.missing as MissingReason | undefined)
          : undefined,
      value: value ?? undefined,
    }),
    data_status: (entry.data_status as DataStatus | undefined) ?? 'reported',
    ...compact({ source }),
  });
  await requireReasonForClosedMonths(trx, revision, entry.reason);
}
async function store(
  deps: AppDeps,
  id: string,
  entry: NewObservation,
  author: string,
): Promise<StoredObservation> {
  const recorded_at = deps.clock().toISOString();
  const note = (text: string): CauseNote => ({
    indicator: id,
    period: entry.period,
    text: text.trim(),
    author,
    recorded_at,
  });
  const { revision, result } = await writeRevision(
    deps.db,
    {
      author,
      kind: 'observation',
      reason: withReason(`${id} ${entry.period}`, entry.reason),
      origin: 'own',
      recorded_at,
    },
    async (trx, newRevision) => {
      const profile = await ensureOwnZone(trx, newRevision);
      if (profile === undefined) throw noZoneYet();
      await storeValue(trx, newRevision, requireIndicator(profile, id), entry);
      if (entry.note !== undefined)
        await addNote(trx, newRevision, { origin: 'own', ...note(entry.note) });
      const observation = (await listObservations(trx, { origin: 'own', indicator: id })).find(
        (o) => o.period === entry.period,
      );
      if (observation === undefined) throw new Error('a stored observation was not found');
      return observation;
    },
  );
  return {
    observation: result,
    ...compact({ note: entry.note?.trim() ? note(entry.note) : undefined }),
    revision,
  };
}

/**
 * Lists the values and notes of an indicator.
 *
 * @throws HttpProblem if the zone has no such indicator
 */
export async function listIndicatorValues(
  deps: Pick<AppDeps, 'db'>,
  id: string,
  query: QueryOf<Endpoints['listObservations']>,
): Promise<ReplyOf<Endpoints['listObservations']>> {
  const { origin, knownRevision, profile } = await readZoneSnapshot(deps, query.known_at);
  const indicator = requireIndicator(profile, id).id;
  const of = { origin, knownRevision, indicator, ...compact({ as_of: query.as_of }) };
  const [items, notes] = await Promise.all([listObservations(deps.db, of), listNotes(deps.db, of)]);
  return { items, notes };
}

/**
 * Stores a value of an indicator with its note in one revision, and the own zone with the first
 * one.
 *
 * @throws HttpProblem if the indicator is unknown, the month has not begun, the value is invalid or
 * in doubt, or a value of a closed month changes without a reason
 */
export async function storeIndicatorValue(
  deps: AppDeps,
  indicator: string,
  entry: NewObservation,
  author: string,
): Promise<StoredObservation> {
  const { profile } = await readZoneSnapshot(deps);
  const { id } = requireIndicator(profile, indicator);
  if (entry.period > getNewestMonth(profile, deps.clock()))
    throw problem('bad_request', 'Correct period: this month has not begun.', {
      errors: [{ path: 'period', value: entry.period, message: 'has not begun' }],
    });
  return store(deps, id, entry, author);
}
