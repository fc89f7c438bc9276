import type { AcceptedDrafts, Drafts } from '#contract/targets/month-schemas.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import { findValueFault } from '#domain/targets/value-doubts.ts';
import type { DraftValue } from '#contract/targets/month-schemas.ts';
import type { Month } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { problem } from '#server/core/problem.ts';
import { withReason, writeRevision } from '#server/db/revision-log.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { getNewestMonth } from '#server/targets/entry-reason.ts';
import { ensureOwnZone } from '#server/zone/own-zone-service.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import type { Trx } from '#server/db/db.ts';
import { findIndicator } from './check-block.ts';
import { endDraft, listDrafts, putDraft } from './draft-store.ts';
import { revisionInput, storeBlock } from './service.ts';
import { noZoneYet } from '#server/zone/displayed-zone-service.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;

const requireZone = async (trx: Trx, revision: number): Promise<ZoneProfile> => {
  const profile = await ensureOwnZone(trx, revision);
  if (profile === undefined) throw noZoneYet();
  return profile;
};

/** Rejects drafts with a fault. A doubtful draft needs a confirmation only when it is accepted. */
function rejectFaults(
  profile: ZoneProfile,
  period: Month,
  { values }: Drafts,
  newest: Month,
): void {
  const errors = values.flatMap(({ indicator: id, value }, at) => {
    const indicator = findIndicator(profile, id);
    const message =
      indicator === undefined
        ? `there is no indicator ${id}`
        : period > newest
          ? `${period} has not begun`
          : value === null
            ? undefined
            : findValueFault(indicator, value);
    return message === undefined ? [] : [{ path: `values.${at}`, value: value ?? id, message }];
  });
  if (errors.length > 0)
    throw problem(
      'bad_request',
      'Nothing was stored. Correct the listed values and send all again.',
      {
        status: 422,
        errors,
      },
    );
}

/** Rejects drafts if another person has written one of them since the sender saw them. */
function rejectUnseen({ values }: Drafts, storedValues: readonly DraftValue[]): void {
  const changed = values.flatMap(({ indicator, seen: base }, at) => {
    const now = storedValues.find((one) => one.indicator === indicator);
    return base === undefined || base === (now?.revision ?? 0) ? [] : [{ at, now }];
  });
  if (changed.length === 0) return;
  throw problem(
    'conflict',
    'Another person changed these drafts meanwhile: nothing was stored. Compare yours with theirs and send again.',
    {
      errors: changed.map(({ at }) => ({ path: `values.${at}`, message: 'was changed meanwhile' })),
      current: changed.flatMap(({ now }) => now ?? []),
    },
  );
}

/**
 * Writes drafts of a month as one revision. No figure uses them.
 * @throws HttpProblem without a zone, or 422 with each invalid value; nothing is stored then
 */
export async function saveDrafts(deps: Deps, period: Month, drafts: Drafts, author: string) {
  await readZoneSnapshot(deps);
  const input = revisionInput(deps, 'draft', period, author);
  const { revision, result } = await writeRevision(deps.db, input, async (trx, newRevision) => {
    const profile = await requireZone(trx, newRevision);
    rejectFaults(profile, period, drafts, getNewestMonth(profile, deps.clock()));
    rejectUnseen(drafts, await listDrafts(trx, 'own', period));
    let changed = 0;
    for (const { indicator, value, missing, source } of drafts.values) {
      if (value === null && missing === undefined) {
        if (await endDraft(trx, newRevision, 'own', period, indicator)) changed += 1;
        continue;
      }
      changed += 1;
      await putDraft(
        trx,
        newRevision,
        { origin: 'own', period },
        {
          indicator,
          ...compact({
            missing: value === null ? (missing as MissingReason) : undefined,
            value: value ?? undefined,
            source: source?.trim() || undefined,
          }),
          author,
          recorded_at: input.recorded_at,
        },
      );
    }
    return changed;
  });
  return { revision, changed: result };
}

/**
 * Accepts drafts of a month: stores their values and ends the drafts, as one revision.
 * @throws HttpProblem in the same cases as for entered values
 */
export async function acceptDrafts(
  deps: Deps,
  period: Month,
  { indicators, confirm = [], reason }: AcceptedDrafts,
  author: string,
) {
  const input = revisionInput(deps, 'observation', withReason(period, reason), author);
  const { revision, result } = await writeRevision(deps.db, input, async (trx, newRevision) => {
    const profile = await requireZone(trx, newRevision);
    const drafts = await listDrafts(trx, 'own', period);
    const missingIds = indicators.filter((id) => !drafts.some(({ indicator }) => indicator === id));
    if (missingIds.length > 0)
      throw problem('conflict', 'Some of these drafts are no longer there: nothing was stored.', {
        errors: missingIds.map((value) => ({ path: 'indicators', value, message: 'has no draft' })),
      });
    const acceptedDrafts = drafts.filter(({ indicator }) => indicators.includes(indicator));
    const values = acceptedDrafts.map(({ indicator, value = null, missing, source = '' }) => ({
      indicator,
      period,
      value,
      source,
      ...compact({ missing, confirm: confirm.includes(indicator) ? true : undefined }),
    }));
    const block = { values, ...compact({ reason }) };
    return storeBlock(trx, newRevision, profile, block, getNewestMonth(profile, deps.clock()));
  });
  return { revision, changed: result };
}
