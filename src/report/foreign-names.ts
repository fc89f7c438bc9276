import type { ForeignName } from '#domain/report/foreign-names.ts';
import type { ReportInput } from '#domain/report/report.ts';
import { projectName } from '#domain/labels/index.ts';
import { projectNameLanguage } from '#domain/labels/projects/name-language.ts';

/** Lists the names of projects that a report writes in a language other than its own, each once. */
export function listForeignNames({
  overview,
  changes,
  issues = [],
  language,
}: ReportInput): readonly ForeignName[] {
  const projects = [
    ...overview.established,
    ...(overview.actions?.items ?? []),
    ...(overview.undisclosed?.projects ?? []),
    ...(changes?.moves ?? []),
    ...issues,
  ];
  const names = new Map<string, string>();
  for (const project of projects) {
    const other = projectNameLanguage(project, language);
    if (other === undefined) continue;
    names.set(projectName(project, language), other);
  }
  return [...names].map(([text, other]) => ({ text, language: other }));
}
