import { hasReached } from '#domain/projects/stage.ts';
import { createExtendedFinder } from '#domain/projects/extension.ts';
import type { DoubtInput, DoubtProject, DoubtRow } from './doubt.ts';
import { groupByKey, moneyFact, findMoney, projectSubject } from './subject.ts';
import { normaliseName } from './near-names.ts';

/** Finds projects that are signed or further, although their agreement is no contract. */
export const findSignedWithoutContract = ({ projects }: DoubtInput): DoubtRow[] =>
  projects
    .filter(
      ({ stage, agreement_type: agreement }) =>
        hasReached(stage, 'signed') && agreement !== undefined && agreement !== 'contract',
    )
    .map((project) => ({ subjects: [projectSubject(project)], facts: [] }));

const later =
  /(?:第?[二三四五2-5](?:期|阶段|階段)|扩建|扩产|增资|增設|増設|増資|拡張|expansion|extension|phase(?:[2-5]|i{2,3}|iv))/gu;
const first = /(?:第?[一1](?:期|阶段|階段)|phase[1i])$/u;

interface ProjectPhase {
  readonly project: DoubtProject;
  /** The name without the words for a phase or an expansion. */
  readonly root: string;
  readonly isLater: boolean;
}
function toPhase(project: DoubtProject): ProjectPhase {
  const name = normaliseName(project.name);
  const root = name.replace(later, '');
  return { project, root: root.replace(first, ''), isLater: root !== name };
}

type ExtensionPair = readonly [base: DoubtProject, later: DoubtProject];

/** Pairs the projects that name no other project with the one that their names show. */
function pairByName(projects: readonly DoubtProject[]): ExtensionPair[] {
  const groups = groupByKey(projects.map(toPhase), ({ root }) => (root === '' ? undefined : root));
  return [...groups.values()].flatMap((group) => {
    const [base] = group.filter(({ isLater }) => !isLater);
    return base === undefined
      ? []
      : group.flatMap(({ project, isLater }): ExtensionPair[] =>
          isLater && project.extended_project === undefined ? [[base.project, project]] : [],
        );
  });
}

/** Pairs projects with the one that they name as extended. */
function pairByField(projects: readonly DoubtProject[]): ExtensionPair[] {
  const find = createExtendedFinder(projects);
  return projects.flatMap((project): ExtensionPair[] => {
    const { extended_project: text } = project;
    const base = text === undefined ? undefined : find(text);
    return base === undefined || base === project ? [] : [[base, project]];
  });
}

/**
 * Finds expansions and later phases whose planned investment is not below that of the project they
 * extend, in one currency. Such an amount often includes that of the project. The project names the
 * extended one, or else the names show it.
 */
export const findExpansionNotBelow = ({ projects }: DoubtInput): DoubtRow[] =>
  [...pairByField(projects), ...pairByName(projects)].flatMap(([base, later]) => {
    const planned = findMoney(base, 'total_investment');
    const addition = findMoney(later, 'total_investment');
    if (planned === undefined || addition?.currency !== planned.currency) return [];
    if (BigInt(addition.minor) < BigInt(planned.minor)) return [];
    return [
      {
        subjects: [projectSubject(base), projectSubject(later)],
        facts: [moneyFact('planned', planned), moneyFact('planned_later', addition)],
      },
    ];
  });
