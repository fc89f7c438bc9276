import type { Day } from './days.ts';
import { type History, isTouched, stageOrder, type State, stateOn } from './register.ts';
import {
  addSums,
  type Group,
  groupOf,
  nothing,
  type StageMapping,
  type Sum,
  sumOfOne,
} from './sums.ts';

export type Step =
  | 'opening'
  | 'new'
  | 'established'
  | 'resumed'
  | 'stage_set'
  | 'lost'
  | 'withdrawn'
  | 'ended'
  | 'moved_back'
  | 'on_hold'
  | 'unlisted'
  | 'stage_unset'
  | 'revised_up'
  | 'revised_down'
  | 'revised'
  | 'closing';
/** The kinds of change, in the order by which a project is counted once. */
export const moveKinds = [
  'new',
  'gone',
  'status',
  'advanced',
  'moved_back',
  'returned',
  'revised',
] as const;
export type MoveKind = (typeof moveKinds)[number];
interface Pair {
  readonly history: History;
  readonly from: State | undefined;
  readonly to: State | undefined;
}

export const pairsOf = (histories: readonly History[], from: Day, to: Day): readonly Pair[] =>
  histories.map((history) => ({ history, from: stateOn(history, from), to: stateOn(history, to) }));

/** A revision is up or down where both amounts are known and of one currency. */
function revisionOf({ money: was }: State, { money: is }: State): Step {
  if (was === null || is === null || was.currency !== is.currency || was.minor === is.minor)
    return 'revised';
  return is.minor > was.minor ? 'revised_up' : 'revised_down';
}
const withoutProject = (sum: Sum): Sum => ({ ...sum, count: 0 });
/** How one project takes a group from its opening to its closing. */
function stepOf(
  group: Exclude<Group, 'neither'>,
  mapping: StageMapping,
  { from, to }: Pair,
): readonly (readonly [Step, Sum])[] {
  const was = from === undefined ? 'neither' : groupOf(mapping, from);
  const is = to === undefined ? 'neither' : groupOf(mapping, to);
  const isRevised = from !== undefined && to !== undefined && is === group && was !== 'neither';
  const revision: readonly (readonly [Step, Sum])[] = isRevised
    ? [[revisionOf(from, to), withoutProject(addSums(sumOfOne(to), sumOfOne(from), -1))]]
    : [];
  if (from !== undefined && was !== 'neither' && is !== 'neither' && was !== is)
    return [
      [
        is === 'established' ? 'established' : 'moved_back',
        addSums(nothing, sumOfOne(from), is === group ? 1 : -1),
      ],
      ...revision,
    ];
  if (to !== undefined && is === group && was === 'neither')
    return [
      [
        from === undefined ? 'new' : from.status === 'active' ? 'stage_set' : 'resumed',
        sumOfOne(to),
      ],
    ];
  if (from !== undefined && was === group && is === 'neither')
    return [[to === undefined ? 'unlisted' : exitOf(to), addSums(nothing, sumOfOne(from), -1)]];
  return revision;
}

function exitOf({ status }: State): Step {
  if (status === 'active') return 'stage_unset';
  if (status === 'rejected' || status === 'terminated' || status === 'closed') return 'ended';
  return status;
}

/** The bridge of one group: opening, what each kind of change adds, closing. It adds up. */
export function bridgeOf(
  group: Exclude<Group, 'neither'>,
  mapping: StageMapping,
  pairs: readonly Pair[],
): ReadonlyMap<Step, Sum> {
  const steps = new Map<Step, Sum>();
  const put = (step: Step, sum: Sum): void =>
    void steps.set(step, addSums(steps.get(step) ?? nothing, sum));
  for (const pair of pairs) {
    if (pair.from !== undefined && groupOf(mapping, pair.from) === group)
      put('opening', sumOfOne(pair.from));
    if (pair.to !== undefined && groupOf(mapping, pair.to) === group)
      put('closing', sumOfOne(pair.to));
    for (const [step, sum] of stepOf(group, mapping, pair)) put(step, sum);
  }
  return steps;
}

const sameMoney = (a: State, b: State): boolean =>
  a.money?.minor === b.money?.minor && a.money?.currency === b.money?.currency;
/**
 * What happened to one project between the two days, kind by kind; it is counted under the first.
 */
export function kindsOf(
  { history, from, to }: Pair,
  days: readonly [Day, Day],
): readonly MoveKind[] {
  if (from === undefined) return to === undefined ? [] : ['new'];
  if (to === undefined) return ['gone'];
  const hasLeft = from.status !== 'unlisted' && to.status === 'unlisted';
  const steps = stageOrder.indexOf(to.stage) - stageOrder.indexOf(from.stage);
  const same = steps === 0 && from.status === to.status;
  return [
    ...(hasLeft ? (['gone'] as const) : from.status === to.status ? [] : (['status'] as const)),
    ...(steps > 0 ? (['advanced'] as const) : steps < 0 ? (['moved_back'] as const) : []),
    ...(same && isTouched(history, ...days) ? (['returned'] as const) : []),
    ...(sameMoney(from, to) ? [] : (['revised'] as const)),
  ];
}
