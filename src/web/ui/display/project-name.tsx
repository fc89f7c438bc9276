import { projectNameLanguage } from '#domain/labels/projects/name-language.ts';
import { projectName } from '#domain/labels/index.ts';
import type { NamedProject } from '#domain/projects/project.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { LongName } from './long-name.tsx';

interface ProjectNameProps {
  readonly project: NamedProject;
  /** Whether a long name stands in full, as on the page of the project. */
  readonly isWhole?: boolean;
}

/**
 * The name of a project; a long one is cut to three lines in a list. An original name in another
 * language is marked with it, where the data show it.
 */
export function ProjectName({ project, isWhole = false }: ProjectNameProps) {
  const language = useLanguage();
  const lang = projectNameLanguage(project, language);
  const name = projectName(project, language);
  if (!isWhole) return <LongName name={name} lang={lang} />;
  return lang === undefined ? name : <span lang={lang}>{name}</span>;
}
