import type { BlockValue, ValueBlock } from '#contract/targets/schemas.ts';
import type { ProblemDetail } from '#contract/core/problem-schemas.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import { listOpenPoints, type OpenPoint } from '#domain/targets/period-close.ts';
import { toDay, monthEnd } from '#domain/values/date.ts';
import { findDoubt, findValueFault } from '#domain/targets/value-doubts.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { compact } from '#domain/values/compact.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import type { Source } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { readRegisterView } from '#server/overview/register-view-store.ts';
import { describeDoubt } from '#server/targets/check-value.ts';
import { getNewestMonth, resolveMissingReason } from '#server/targets/entry-reason.ts';
import { listObservations, putObservations } from '#server/targets/observation-store.ts';
import { ensureOwnZone } from '#server/zone/own-zone-service.ts';
import { closePeriod, listClosedPeriods, reopenPeriod } from '#server/zone/period-close-store.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;

const findIndicator = ({ indicators }: ZoneProfile, id: string) =>
  indicators.find((indicator) => indicator.id === id);

/**
 * Returns the values of a cell's indicator by period, as if the other cells of the block were
 * stored.
 */
function otherValues(
  { indicator, period }: BlockValue,
  values: readonly BlockValue[],
  stored: readonly Observation[],
): Observation[] {
  const others = values.filter((v) => v.indicator === indicator && v.period !== period);
  const entered = others.flatMap(({ value, ...v }): Observation[] =>
    value === null
      ? []
      : [
          {
            indicator,
            period: v.period,
            value,
            data_status: 'reported',
            origin: 'own',
            revision: 0,
          },
        ],
  );
  return [
    ...stored.filter(
      (o) => o.indicator === indicator && !others.some((v) => v.period === o.period),
    ),
    ...entered,
  ].sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** Finds the faults of a block and its doubtful values that are not confirmed. */
function checkBlock(
  profile: ZoneProfile,
  { values }: ValueBlock,
  stored: readonly Observation[],
  newest: string,
) {
  const faults: ProblemDetail[] = [];
  const doubts: ProblemDetail[] = [];
  for (const [at, cell] of values.entries()) {
    const indicator = findIndicator(profile, cell.indicator);
    const place = {
      path: `values.${at}`,
      ...compact({ value: cell.value === null ? undefined : cell.value }),
    };
    if (indicator === undefined)
      faults.push({ ...place, message: `there is no indicator ${cell.indicator}` });
    else if (cell.period > newest)
      faults.push({ ...place, message: `${cell.period} has not begun` });
    else if (cell.value !== null) {
      const fault = findValueFault(indicator, cell.value);
      if (fault !== undefined) faults.push({ ...place, message: fault });
      if (cell.confirm === true) continue;
      const known = otherValues(cell, values, stored);
      const doubt = findDoubt(indicator, cell.period, cell.value, known);
      if (doubt !== undefined) doubts.push({ ...place, message: describeDoubt(doubt) });
    }
  }
  return { faults, doubts };
}

/** Rejects a block with faults or doubts; nothing of it is stored. @throws HttpProblem */
function rejectBlock({ faults, doubts }: ReturnType<typeof checkBlock>): void {
  if (faults.length > 0)
    throw problem(
      'bad_request',
      'Nothing was stored. Correct the listed values and send all again.',
      { status: 422, errors: faults },
    );
  if (doubts.length > 0)
    throw problem(
      'jump_needs_confirmation',
      'Nothing was stored. Check the unit, or send these values again with confirm: true.',
      { errors: doubts },
    );
}

function toObservation(
  profile: ZoneProfile,
  { indicator: id, period, value, missing }: BlockValue,
) {
  const indicator = findIndicator(profile, id);
  const reason =
    indicator === undefined
      ? 'not_reported'
      : resolveMissingReason(indicator, period, missing as MissingReason | undefined);
  return {
    origin: 'own',
    indicator: id,
    period,
    ...(value === null ? { missing: reason } : { value }),
    data_status: 'reported',
  } as const;
}

const revisionInput = ({ clock }: Deps, kind: string, reason: string, author: string | undefined) =>
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

/** Stores a block of values: all of them or none. */
export async function storeValues(deps: Deps, block: ValueBlock, author: string | undefined) {
  await readZoneSnapshot(deps);
  const reason = block.reason?.trim() || describeMonths(block);
  const { revision, result } = await writeRevision(
    deps.db,
    revisionInput(deps, 'observation', reason, author),
    async (trx, made) => {
      const profile = await ensureOwnZone(trx, made);
      if (profile === undefined)
        throw problem('not_found', 'There is no zone yet: import a register, or choose a sample.');
      const stored = await listObservations(trx, { origin: 'own' });
      rejectBlock(checkBlock(profile, block, stored, getNewestMonth(deps.clock)));
      return putObservations(
        trx,
        made,
        block.values.map((cell) => toObservation(profile, cell)),
      );
    },
  );
  return { revision, changed: result };
}

/** Lists the open points of a month, currently or as known at a revision. */
export async function readOpenPoints(
  source: Source,
  profile: ZoneProfile,
  period: string,
  known?: number,
): Promise<OpenPoint[]> {
  const of = { origin: profile.origin, as_of: monthEnd(period), ...compact({ known }) };
  const [observations, register] = await Promise.all([
    listObservations(source, of),
    readRegisterView(source, {
      ...of,
      mapping: profile.stage_mapping,
      currency: profile.base_currency,
    }),
  ]);
  return listOpenPoints(profile, period, observations, register);
}

async function requireOwnZone(deps: Deps): Promise<ZoneProfile> {
  const { origin, profile } = await readZoneSnapshot(deps);
  if (origin !== 'own')
    throw problem(
      'conflict',
      'Only months of your own data can be closed: enter a value or import your register first.',
    );
  return profile;
}

/** Closes a month that has ended, with its open points. */
export async function closeMonth(
  deps: Deps,
  period: string,
  note: string | undefined,
  author: string | undefined,
) {
  const profile = await requireOwnZone(deps);
  if (monthEnd(period) >= toDay(deps.clock()))
    throw problem('bad_request', `${period} has not ended yet: close it after its last day.`);
  const input = revisionInput(deps, 'close_month', period, author);
  const { result } = await writeRevision(deps.db, input, async (trx, made) => {
    const isClosed = await closePeriod(trx, made, {
      origin: 'own',
      period,
      closed_at: input.recorded_at,
      closed_by: input.author,
      points: await readOpenPoints(trx, profile, period),
      ...compact({ note: note?.trim() || undefined }),
    });
    if (!isClosed) throw problem('conflict', `${period} is closed already.`);
    const closed = (await listClosedPeriods(trx, 'own')).find((one) => one.period === period);
    if (closed === undefined) throw new Error('a closed month was not found');
    return closed;
  });
  return result;
}

/** Reopens a closed month. */
export async function reopenMonth(
  deps: Deps,
  period: string,
  reason: string,
  author: string | undefined,
) {
  await requireOwnZone(deps);
  const input = revisionInput(deps, 'reopen_month', `${period}: ${reason.trim()}`, author);
  const { revision } = await writeRevision(deps.db, input, async (trx, made) => {
    if (!(await reopenPeriod(trx, made, 'own', period)))
      throw problem('conflict', `${period} is not closed.`);
  });
  return { revision };
}
