/** How groups of a list add up. A list has each key once, in the order of `compare`. */
export interface GroupRule<Group> {
  readonly compare: (a: Group, b: Group) => number;
  readonly add: (a: Group, b: Group, sign: 1 | -1) => Group;
  readonly isEmpty: (group: Group) => boolean;
}

/** Finds the first place at which a group is not before another one. */
function findPlace<Group>(
  groups: readonly Group[],
  group: Group,
  { compare }: GroupRule<Group>,
): number {
  let [low, high] = [0, groups.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = groups[middle];
    if (other !== undefined && compare(other, group) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Adds few groups to many, or subtracts them. A group that is empty afterwards is removed.
 *
 * @returns a new list in the same order
 */
export function changeGroups<Group>(
  groups: readonly Group[],
  changes: readonly Group[],
  sign: 1 | -1,
  rule: GroupRule<Group>,
): readonly Group[] {
  if (changes.length === 0) return groups;
  const next = [...groups];
  for (const change of changes) {
    const place = findPlace(next, change, rule);
    const same = next[place];
    if (same === undefined || rule.compare(same, change) !== 0) next.splice(place, 0, change);
    else {
      const sum = rule.add(same, change, sign);
      if (rule.isEmpty(sum)) next.splice(place, 1);
      else next[place] = sum;
    }
  }
  return next;
}
