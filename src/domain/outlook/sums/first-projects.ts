import type { OutlookProject } from '#domain/outlook/outlook-project.ts';

type Compare = (a: OutlookProject, b: OutlookProject) => number;

/** The first projects of an order. */
export interface FirstProjects {
  readonly projects: readonly OutlookProject[];
  /** Whether the order has no further project. */
  readonly isWhole: boolean;
}

/** An order of projects. */
export interface ProjectOrder {
  readonly compare: Compare;
  /** The number of projects that must be known, unless the order has fewer. */
  readonly least: number;
  /** The number of projects that are kept, so that `least` remain after some changes. */
  readonly most: number;
}

/**
 * Finds the first projects of an order after a change of some of its projects.
 * @param after - the first of those that the changed projects are now
 * @returns undefined if too few are known
 */
export function changeFirst(
  { projects, isWhole }: FirstProjects,
  after: FirstProjects,
  codes: ReadonlySet<string>,
  { compare, least, most }: ProjectOrder,
): FirstProjects | undefined {
  // what comes after the last project of a part of an order is not known
  const ends = [isWhole ? [] : projects.slice(-1), after.isWhole ? [] : after.projects.slice(-1)];
  const allProjects = [...projects.filter(({ code }) => !codes.has(code)), ...after.projects]
    .filter((project) => ends.flat().every((end) => compare(project, end) <= 0))
    .toSorted(compare);
  const isAll = isWhole && after.isWhole;
  if (!isAll && allProjects.length < least) return undefined;
  return { projects: allProjects.slice(0, most), isWhole: isAll && allProjects.length <= most };
}

/** Collects the first projects of an order, and holds few more than that number. */
export function collectFirst({ compare, most }: ProjectOrder): {
  readonly add: (project: OutlookProject) => void;
  readonly finish: () => FirstProjects;
} {
  let projects: OutlookProject[] = [];
  let isWhole = true;
  const cut = (): void => {
    projects.sort(compare);
    if (projects.length <= most) return;
    isWhole = false;
    projects = projects.slice(0, most);
  };
  return {
    add: (project) => {
      projects.push(project);
      if (projects.length >= 8 * most) cut();
    },
    finish: () => {
      cut();
      return { projects, isWhole };
    },
  };
}
