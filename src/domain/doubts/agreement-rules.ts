import { hasReached } from '#domain/projects/stage.ts';
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

/**
 * Finds expansions and later phases whose planned investment is not below that of the project they
 * extend, in one currency. Such an amount often includes that of the project. The names show which
 * project is extended.
 */
export function findExpansionNotBelow({ projects }: DoubtInput): DoubtRow[] {
  const groups = groupByKey(projects.map(toPhase), ({ root }) => (root === '' ? undefined : root));
  return [...groups.values()].flatMap((group) => {
    const [base] = group.filter(({ isLater }) => !isLater);
    const planned = base && findMoney(base.project, 'total_investment');
    if (base === undefined || planned === undefined) return [];
    return group.flatMap(({ project, isLater }) => {
      const added = isLater ? findMoney(project, 'total_investment') : undefined;
      if (added === undefined || added.currency !== planned.currency) return [];
      if (BigInt(added.minor) < BigInt(planned.minor)) return [];
      return [
        {
          subjects: [projectSubject(base.project), projectSubject(project)],
          facts: [moneyFact('planned', planned), moneyFact('planned_later', added)],
        },
      ];
    });
  });
}
