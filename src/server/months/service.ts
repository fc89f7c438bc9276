import { dayIn } from '#domain/time/time-zone.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';
import type { BlockValue, ValueBlock } from '#contract/targets/schemas.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import { listOpenPoints, type ClosedPeriod, type OpenPoint } from '#domain/targets/period-close.ts';
import { monthEnd } from '#domain/values/date.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { compact } from '#domain/values/compact.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import type { Source, Trx } from '#server/db/db.ts';
import { withReason, writeRevision } from '#server/db/revision-log.ts';
import { requireReasonForClosedMonths } from '#server/zone/closing/closed-month-guard-store.ts';
import { checkBlock, findIndicator, findStored, rejectBlock, rejectUnseen } from './check-block.ts';
import { endDraft, listDrafts } from './draft-store.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { readRegisterView } from '#server/overview/register-view-store.ts';
import { getNewestMonth, resolveMissingReason } from '#server/targets/entry-reason.ts';
import { listObservations, putObservations } from '#server/targets/observation-store.ts';
import { ensureOwnZone } from '#server/zone/own-zone-service.ts';
import { closePeriod, listClosedPeriods, reopenPeriod } from '#server/zone/period-close-store.ts';
import { noZoneYet } from '#server/zone/displayed-zone-service.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;

function toObservation(
  profile: ZoneProfile,
  { indicator: id, period, value, missing, source }: BlockValue,
  storedValues: readonly Observation[],
) {
  const words = source ?? findStored(storedValues, id, period)?.source;
  const indicator = findIndicator(profile, id);
  const reason =
    indicator === undefined
      ? 'not_reported'
      : resolveMissingReason(indicator, period, missing as MissingReason | undefined);
  return {
    origin: 'own',
    indicator: id,
    period,
    ...compact({ missing: value === null ? reason : undefined, value: value ?? undefined }),
    data_status: 'reported',
    ...compact({ source: words?.trim() || undefined }),
  } as const;
}

/** Makes the note of a revision that changes a month: author, time and kind. */
export const revisionInput = (
  { clock }: Deps,
  kind: string,
  reason: string,
  author: string | undefined,
) =>
  ({
    author: author ?? 'local',
    kind,
    reason,
    origin: 'own',
    recorded_at: clock().toISOString(),
  }) as const;

/** Names the first and the last month of a block. */
function describeMonths({ values }: ValueBlock): string {
  const months = [...new Set(values.map(({ period }) => period))].sort();
  return [months[0], months.at(-1)]
    .filter((month, at) => at === 0 || month !== months[0])
    .join(' – ');
}

/**
 * Stores a block of values, all or none.
 * @throws HttpProblem without a zone, or 422 with each invalid value
 */
export async function storeValues(deps: Deps, block: ValueBlock, author: string | undefined) {
  await readZoneSnapshot(deps);
  const reason = withReason(describeMonths(block), block.reason);
  const { revision, result } = await writeRevision(
    deps.db,
    revisionInput(deps, 'observation', reason, author),
    async (trx, newRevision) => {
      const profile = await ensureOwnZone(trx, newRevision);
      if (profile === undefined) throw noZoneYet();
      return storeBlock(trx, newRevision, profile, block, getNewestMonth(profile, deps.clock()));
    },
  );
  return { revision, changed: result };
}

/**
 * Checks a block and stores it under a started revision.
 * @returns the number of changed values
 * @throws HttpProblem for faults, doubts, values changed meanwhile, and a closed month
 */
export async function storeBlock(
  trx: Trx,
  revision: number,
  profile: ZoneProfile,
  block: ValueBlock,
  newest: string,
): Promise<number> {
  const storedValues = await listObservations(trx, { origin: 'own' });
  rejectUnseen(block.values, storedValues);
  rejectBlock(checkBlock(profile, block, storedValues, newest));
  const entries = block.values.map((cell) => toObservation(profile, cell, storedValues));
  const changeCount = await putObservations(trx, revision, entries);
  // a stored value replaces its draft
  for (const { indicator, period } of block.values)
    await endDraft(trx, revision, 'own', period, indicator);
  await requireReasonForClosedMonths(trx, revision, block.reason);
  return changeCount;
}

/**
 * Lists the open points of a month, at present or as known at a revision. With `doubts` it also
 * lists the doubts, which reads the whole register.
 */
export async function readOpenPoints(
  source: Source,
  profile: ZoneProfile,
  period: string,
  {
    knownRevision,
    doubts = false,
  }: { readonly knownRevision?: number; readonly doubts?: boolean } = {},
): Promise<OpenPoint[]> {
  const of = { origin: profile.origin, as_of: monthEnd(period), ...compact({ knownRevision }) };
  const findDoubts = async () => {
    const { listDoubts } = await import('#server/doubts/service.ts');
    return listDoubts(source, profile, monthEnd(period), knownRevision);
  };
  const [observations, register, drafts, foundDoubts] = await Promise.all([
    listObservations(source, of),
    readRegisterView(source, {
      ...of,
      mapping: profile.stage_mapping,
      currency: profile.base_currency,
    }),
    listDrafts(source, profile.origin, period, knownRevision),
    doubts ? findDoubts() : [],
  ]);
  return listOpenPoints(profile, period, observations, register, {
    drafts: drafts.map(({ indicator }) => indicator),
    doubts: foundDoubts.flatMap(({ rule, dismissed }) => (dismissed === undefined ? [rule] : [])),
  });
}

/** Returns the profile of the zone. @throws HttpProblem if the data are a sample */
export async function requireOwnZone(deps: Deps): Promise<ZoneProfile> {
  const { origin, profile } = await readZoneSnapshot(deps);
  if (origin !== 'own')
    throw problem(
      'conflict',
      'Only months of your own data can be closed: enter a value or import your register first.',
    );
  return profile;
}

/** Refuses a second closing. It names the first one, so that the second person keeps the note. */
const closedMeanwhile = (closing: ClosedPeriod) =>
  problem(
    'precondition_failed',
    `${closing.period} was closed by ${closing.closed_by} at ${closing.closed_at}. Your closing is not stored: read that one, and reopen the month to change it.`,
    { current: closing },
  );

/**
 * Closes a month that has ended, and stores its open points.
 * @returns the closing
 * @throws HttpProblem `precondition_failed` with the present closing, if the month is closed
 */
export async function closeMonth(
  deps: Deps,
  period: string,
  note: string | undefined,
  author: string | undefined,
) {
  const profile = await requireOwnZone(deps);
  if (monthEnd(period) >= dayIn(deps.clock(), timeZoneOf(profile)))
    throw problem('bad_request', `${period} has not ended yet: close it after its last day.`);
  const input = revisionInput(deps, 'close_month', period, author);
  const { result } = await writeRevision(deps.db, input, async (trx, revision) => {
    const isClosed = await closePeriod(trx, revision, {
      origin: 'own',
      period,
      closed_at: input.recorded_at,
      closed_by: input.author,
      points: await readOpenPoints(trx, profile, period, { doubts: true }),
      ...compact({ note: note?.trim() || undefined }),
    });
    const closing = (await listClosedPeriods(trx, 'own')).find((one) => one.period === period);
    if (closing === undefined) throw new Error('a closed month was not found');
    if (!isClosed) throw closedMeanwhile(closing);
    return closing;
  });
  return result;
}

/**
 * Reopens a closed month.
 * @throws HttpProblem if the month is not closed
 */
export async function reopenMonth(
  deps: Deps,
  period: string,
  reason: string,
  author: string | undefined,
) {
  await requireOwnZone(deps);
  const input = revisionInput(deps, 'reopen_month', `${period}: ${reason.trim()}`, author);
  const { revision } = await writeRevision(deps.db, input, async (trx, newRevision) => {
    if (!(await reopenPeriod(trx, newRevision, 'own', period)))
      throw problem('conflict', `${period} is not closed.`);
  });
  return { revision };
}
