import { isNonBinding } from '#domain/projects/project.ts';
import { hasReached } from '#domain/projects/stage.ts';
import { createExtendedFinder } from '#domain/projects/extension.ts';
import { makeComparison, type Comparison } from './comparison.ts';
import type { DoubtProject, DoubtRow } from './doubt.ts';
import { HashGroups, hashTwice } from './hash-groups.ts';
import { normaliseName } from './normalise-name.ts';
import { findMoney, moneyFact, projectSubject, toNamedProject } from './subject.ts';

/** Finds projects that are signed or further, although their agreement is no contract. */
export const findSignedWithoutContract = (projects: readonly DoubtProject[]): DoubtRow[] =>
  projects
    .filter(
      ({ stage, agreement_type: agreement }) =>
        hasReached(stage, 'signed') && isNonBinding(agreement),
    )
    .map((project) => ({ subjects: [projectSubject(project)], facts: [] }));

const later =
  /(?:第?[二三四五2-5](?:期|阶段|階段)|扩建|扩产|增资|增設|増設|増資|拡張|expansion|extension|phase(?:[2-5]|i{2,3}|iv))/gu;
const first = /(?:第?[一1](?:期|阶段|階段)|phase[1i])$/u;

/** A project as its name shows it: without the words for a phase or an expansion. */
interface ProjectPhase {
  readonly root: string;
  readonly isLater: boolean;
}
function readPhase({ name: original }: Pick<DoubtProject, 'name'>): ProjectPhase {
  const name = normaliseName(original);
  const root = name.replace(later, '');
  return { root: root.replace(first, ''), isLater: root !== name };
}

const toPlanned = (project: DoubtProject) => ({
  ...toNamedProject(project),
  planned: findMoney(project, 'total_investment'),
});
type PlannedProject = ReturnType<typeof toPlanned>;

/** Makes the row of two projects if the planned investment of the later one is not below. */
function comparePlans(base: PlannedProject, later: PlannedProject): DoubtRow[] {
  const { planned } = base;
  const addition = later.planned;
  if (planned === undefined || addition?.currency !== planned.currency) return [];
  if (BigInt(addition.minor) < BigInt(planned.minor)) return [];
  return [
    {
      subjects: [projectSubject(base), projectSubject(later)],
      facts: [moneyFact('planned', planned), moneyFact('planned_later', addition)],
    },
  ];
}

/**
 * Finds later phases whose planned investment is not below that of the project which their names
 * show as the one they extend, in one currency. Such an amount often includes that of the project.
 */
export function findLaterPhasesNotBelow(): Comparison {
  const groups = new HashGroups();
  const laterPositions = new Set<number>();
  return makeComparison({
    rule: 'expansion_not_below',
    add(project, position) {
      const { root, isLater } = readPhase(project);
      if (root === '') return;
      groups.add(position, hashTwice(root));
      if (isLater) laterPositions.add(position);
    },
    *list() {
      for (const group of groups.list()) {
        const count = group.filter((position) => laterPositions.has(position)).length;
        if (count > 0 && count < group.length) yield group;
      }
    },
    toMember: (project) => ({ ...toPlanned(project), ...readPhase(project) }),
    toRows: (members) =>
      [...Map.groupBy(members, ({ root }) => root).values()].flatMap((group) => {
        const base = group.find(({ isLater }) => !isLater);
        return base === undefined
          ? []
          : group.flatMap((project) =>
              project.isLater && project.extended_project === undefined
                ? comparePlans(base, project)
                : [],
            );
      }),
  });
}

/** Finds the same for projects that name the one they extend. */
export function findExtensionsNotBelow(): Comparison {
  const names = new HashGroups();
  const texts = new Map<number, string>();
  return makeComparison({
    rule: 'expansion_not_below',
    add({ code, name, extended_project }, position) {
      for (const text of new Set([code, name])) names.add(position, hashTwice(text));
      if (extended_project !== undefined) texts.set(position, extended_project);
    },
    *list() {
      const named = names.find([...texts.values()].map(hashTwice));
      yield [...new Set([...texts.keys(), ...named])];
    },
    toMember: toPlanned,
    toRows(members) {
      const find = createExtendedFinder(members);
      return members.flatMap((project) => {
        const { extended_project: text } = project;
        const base = text === undefined ? undefined : find(text);
        return base === undefined || base === project ? [] : comparePlans(base, project);
      });
    },
  });
}
