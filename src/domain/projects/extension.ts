import type { NamedProject } from './project.ts';

/**
 * Makes a function that finds the project that a text names: by its code, else by its original name
 * if only one project has that name.
 * @returns a function that returns undefined for an unknown or ambiguous text
 */
export function createExtendedFinder<P extends Pick<NamedProject, 'code' | 'name'>>(
  projects: readonly P[],
): (text: string) => P | undefined {
  const byCode = new Map(projects.map((project) => [project.code, project]));
  const byName = Map.groupBy(projects, ({ name }) => name);
  return (text) => {
    const match = byCode.get(text);
    if (match !== undefined) return match;
    const namesakes = byName.get(text) ?? [];
    return namesakes.length === 1 ? namesakes[0] : undefined;
  };
}

/**
 * Leaves out the projects of a group that extend another project of it. An extension is a project
 * of its own and no second row of the project that it extends.
 */
export function withoutExtensions<
  P extends Pick<NamedProject, 'code' | 'name'> & { readonly extended_project?: string },
>(group: readonly P[]): readonly P[] {
  if (group.every(({ extended_project }) => extended_project === undefined)) return group;
  const find = createExtendedFinder(group);
  return group.filter((project) => {
    const { extended_project: text } = project;
    const original = text === undefined ? undefined : find(text);
    return original === undefined || original.code === project.code;
  });
}
