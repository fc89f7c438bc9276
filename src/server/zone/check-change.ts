import type { ZoneFault } from '#domain/zone/faults/fault.ts';
import { findRemovedIdFaults } from '#domain/zone/faults/removed-ids.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { findLastTargets, isSamePromise } from '#domain/zone/target-history.ts';
import { findNewZoneFaults, findSourceFaults } from '#domain/zone/zone-faults.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { problem } from '#server/core/problem.ts';
import type { Trx } from '#server/db/db.ts';
import { listMeasured } from './measured-store.ts';
import { listZoneVersions } from './store.ts';

const faultMessages: Readonly<Record<ZoneFault['rule'], string>> = {
  empty_text: 'must not be empty',
  id_twice: 'must occur only once: remove or rename the others',
  share_falls: 'must not be less than the previous share',
  share_out_of_range: 'must be from 0 to 1',
  outside_way: 'must lie after the baseline date and not after the deadline of the target',
  no_checkpoints: 'needs at least one checkpoint',
  thresholds_order: 'must decrease from ahead to slightly',
  deadline_before_start: 'must be after baseline_date',
  deadline_outside_period:
    'must be a day of the period of the target: change the deadline or the period',
  phase_ends_before_start: 'must not be before start',
  unknown_indicator:
    'needs an indicator that is not there: keep that indicator, or remove or change this too',
  no_value: 'must have a value',
  two_groups: 'must be in one group only',
  unknown_phase: 'names no phase of the zone',
  parts_above_whole: 'has parts whose sum is above the whole: raise the whole or reduce a part',
  ratio_of_itself: 'must name two other indicators',
  not_ascending: 'must be in the order of the months, the earliest first',
  id_of_removed: 'was the id of a removed entry of another meaning: give this one a new id',
  unit_of_values:
    'has values in another kind or unit: keep kind and unit, or add a new indicator with another id',
  source_unchanged:
    'must name the source of the new value, deadline or comparator, with its day, not the source of the previous target',
};
function rejectFaults(faults: readonly ZoneFault[]): void {
  const [first] = faults;
  if (first === undefined) return;
  throw problem('bad_request', `Correct ${first.path}: ${faultMessages[first.rule]}.`, {
    errors: faults.map(({ path, rule }) => ({ path, message: faultMessages[rule] })),
  });
}

/**
 * Rejects an invalid zone. A changed target needs a reason and its own source. The removal of
 * `complete_from` needs them, too.
 * @throws HttpProblem `bad_request`
 */
export async function rejectInvalidChange(
  trx: Trx,
  before: ZoneProfile,
  next: ZoneProfile,
  reason: string | undefined,
): Promise<void> {
  const versions = await listZoneVersions(trx, before.origin);
  const last = findLastTargets(versions);
  const back = findSourceFaults(
    last,
    next.targets.filter(
      (target) => !before.targets.some((one) => targetKey(one) === targetKey(target)),
    ),
  );
  const faults = findRemovedIdFaults({
    former: versions.map(({ profile }) => profile),
    before,
    next,
    measured: await listMeasured(trx, before.origin),
  });
  rejectFaults([...findNewZoneFaults(before, next), ...faults, ...back]);
  const changedTargets = before.targets.filter(
    (target) =>
      !isSamePromise(
        target,
        next.targets.find((one) => targetKey(one) === targetKey(target)),
      ),
  );
  if (
    reason === undefined &&
    before.complete_from !== undefined &&
    next.complete_from === undefined
  )
    throw problem('bad_request', 'Say in reason why the list is not complete from that day.', {
      errors: [{ path: 'reason', message: 'must say why complete_from is removed' }],
    });
  if (reason !== undefined || (changedTargets.length === 0 && back.length === 0)) return;
  throw problem('bad_request', 'Say in reason why the target changes.', {
    errors: changedTargets.map(({ indicator }) => ({
      path: 'reason',
      value: indicator,
      message: 'must say why the target changes',
    })),
  });
}
