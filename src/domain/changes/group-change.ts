import { compact } from '#domain/values/compact.ts';
import type { Bridge, BridgeGroup } from './bridge.ts';

/** The projects of a group on two days. A number is omitted where it is unknown. */
export interface GroupChange {
  readonly before?: number;
  readonly now?: number;
}
/** Both groups on two days. */
export interface GroupChanges {
  readonly established: GroupChange;
  readonly pipeline: GroupChange;
}

/** Whether a group is known to have the same number of projects on both days. */
export const isSame = ({ before, now }: GroupChange): boolean =>
  before !== undefined && before === now;
/** Whether no number of projects is known of either group. */
export const isNothingKnown = ({ established, pipeline }: GroupChanges): boolean =>
  [established.before, established.now, pipeline.before, pipeline.now].every(
    (count) => count === undefined,
  );

/** Counts the projects of both groups at the opening and at the closing of a bridge. */
export function countBridgeGroups({ groups }: Bridge): GroupChanges {
  const count = (name: BridgeGroup['group'], kind: 'opening' | 'closing'): number | undefined => {
    const step = groups.find(({ group }) => group === name)?.steps.find((one) => one.kind === kind);
    return step?.is_unknown === true ? undefined : (step?.count ?? 0);
  };
  const both = (name: BridgeGroup['group']): GroupChange =>
    compact({ before: count(name, 'opening'), now: count(name, 'closing') });
  return { established: both('established'), pipeline: both('pipeline') };
}
