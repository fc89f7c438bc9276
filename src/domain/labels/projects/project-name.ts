import type { Language } from '#domain/values/language.ts';
import type { ProjectFacts, NamedProject } from '#domain/projects/project.ts';

const neutral: Readonly<Record<Language, (code: string) => string>> = {
  'zh-CN': (code) => `项目${code}`,
  ja: (code) => `案件${code}`,
  en: (code) => `Project ${code}`,
};

/**
 * The display name of a project: its name in the language, else the original. A project without a
 * name, as in the sample, gets a neutral one (domain reference 5.2).
 */
export const projectName = ({ code, name, names }: NamedProject, language: Language): string =>
  names?.[language] ?? (name === code ? neutral[language](code) : name);

/**
 * The investor of a project: its name in the language, else the original.
 * @returns undefined if the project has no known investor
 */
export const investorName = (
  { investor, investor_names }: Pick<ProjectFacts, 'investor' | 'investor_names'>,
  language: Language,
): string | undefined => investor_names?.[language] ?? investor;

/** Whether a text is the neutral name, in any language, of a project without a name. */
export const isNeutralName = (text: string, code: string): boolean =>
  Object.values(neutral).some((name) => name(code) === text);
