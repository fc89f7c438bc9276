import { investorName, projectFieldTerms, projectName } from '#domain/labels/index.ts';
import type { Project } from '#domain/projects/project.ts';
import { languages, type Language, type Names } from '#domain/values/language.ts';

/** A name that the page does not show: its label and its words. */
export type OtherName = readonly [label: string, name: string];

interface NamesOfField {
  readonly field: 'names' | 'investor_names';
  readonly names: Names | undefined;
  readonly original: string | undefined;
  readonly visibleName: string | undefined;
}

const listOthers = (
  { field, names = {}, original, visibleName }: NamesOfField,
  originalLabel: string,
  language: Language,
): OtherName[] => [
  ...(original === undefined || original === visibleName || visibleName === undefined
    ? []
    : ([[originalLabel, original]] as const)),
  ...languages.flatMap((other): OtherName[] => {
    const name = names[other];
    return name === undefined || other === language || name === original
      ? []
      : [[projectFieldTerms[`${field}.${other}`]?.[language] ?? other, name]];
  }),
];

/** The names of a project and of its investor besides those that the page shows. */
export function listOtherNames(
  project: Project,
  words: { readonly name: string; readonly investor: string },
  language: Language,
): readonly OtherName[] {
  const { code, name, names, investor, investor_names } = project;
  const isNamed = name !== code;
  return [
    ...listOthers(
      {
        field: 'names',
        names,
        original: isNamed ? name : undefined,
        visibleName: projectName(project, language),
      },
      words.name,
      language,
    ),
    ...listOthers(
      {
        field: 'investor_names',
        names: investor_names,
        original: investor,
        visibleName: investorName(project, language),
      },
      words.investor,
      language,
    ),
  ];
}
