import { formatValue } from '#domain/values/format.ts';
import { stageGroupTerms, type Terms } from '#domain/labels/index.ts';
import { colonMark, type Language } from '#domain/values/language.ts';
import type { PublishedFact } from '#domain/zone/zone.ts';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { makeTranslate } from '#web/i18n/text.ts';
import { publishedFigureLabels } from '#web/features/zone/labels/index.ts';

/** The published figures that a group of stages names. */
const groupTerms: Terms = {
  established_projects: stageGroupTerms.established,
  pipeline_projects: stageGroupTerms.pipeline,
};
/** Names a published figure by its id. @returns undefined for a figure with a name of its own */
export function namePublishedFigure(id: string, language: Language): string | undefined {
  const labels: Readonly<Record<string, string>> = publishedFigureLabels[language];
  return groupTerms[id]?.[language] ?? labels[id];
}

/** A published figure in words: what it counts, its value with its qualifier and unit. */
export function writePublishedFigure(fact: PublishedFact, language: Language): string {
  const value = formatValue(
    fact.value,
    fact.unit,
    language,
    fact.qualifier === undefined ? {} : { qualifier: fact.qualifier },
  ).text;
  const label =
    fact.name === undefined
      ? namePublishedFigure(fact.id, language)
      : fact.unit === 'projects'
        ? makeTranslate(overviewLabels, language)('class_projects', { name: fact.name[language] })
        : fact.name[language];
  return label === undefined ? value : `${label}${colonMark(language)}${value}`;
}
