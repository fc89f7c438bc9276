import { projectNameLanguage } from '#domain/labels/projects/name-language.ts';
import { projectName } from '#domain/labels/index.ts';
import type { NamedProject } from '#domain/projects/project.ts';
import { useLanguage } from '#web/i18n/text.ts';

/**
 * The name of a project. An original name in another language is marked with it, where the data
 * show it.
 */
export function ProjectName({ project }: { readonly project: NamedProject }) {
  const language = useLanguage();
  const lang = projectNameLanguage(project, language);
  const name = projectName(project, language);
  return lang === undefined ? name : <span lang={lang}>{name}</span>;
}
