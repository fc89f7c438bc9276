import { type IdColumn, makeIds } from '#charts/kit/table.ts';
import type { Heading } from '#domain/analysis/headings.ts';

const levelOf = (group: Heading, total: Heading): string => {
  if (group === total) return 'total';
  if (group.folded !== undefined) return 'rest';
  return group.key === '' ? 'not_stated' : 'group';
};

/**
 * The ids of groups: the kind of each row (a group, the rest, the projects that do not state
 * theirs, or the total), and the id of its group. A program adds the rows of one unit without the
 * total.
 */
export const groupIds = (groups: readonly Heading[], total: Heading): readonly IdColumn[] => [
  makeIds('level', groups, (group) => levelOf(group, total)),
  makeIds('group', groups, (group) => (levelOf(group, total) === 'group' ? group.key : undefined)),
];
