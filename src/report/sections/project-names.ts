import { projectName } from '#domain/labels/index.ts';
import type { NamedProject } from '#domain/projects/project.ts';
import { formatCount } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { reportLabels } from '#report/labels/index.ts';

const mostNames = 6;
const mostCharacters = 180;

/**
 * Lists the names of the first projects for a sentence: at most six, and fewer if they are long. A
 * name is never cut.
 */
export function listProjectNames(
  projects: readonly NamedProject[],
  language: Language,
): readonly string[] {
  const names = projects.slice(0, mostNames).map((project) => projectName(project, language));
  let characters = 0;
  return names.filter((name, at) => {
    characters += name.length;
    return at === 0 || characters <= mostCharacters;
  });
}

/**
 * Writes the names of the first projects, and how many there are if not all are named.
 * @param most - the most names; the default is a usual number
 */
export function joinProjectNames(
  projects: readonly NamedProject[],
  all: number,
  language: Language,
  most?: number,
): string {
  const t = reportLabels[language];
  const names = listProjectNames(projects.slice(0, most), language);
  const rest = all - names.length;
  const more =
    rest > 0 ? t.andMoreProjects(formatCount(rest, language), formatCount(all, language)) : '';
  return names.join(t.list) + more;
}
