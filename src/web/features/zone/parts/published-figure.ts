import { formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { PublishedFact } from '#domain/zone/zone.ts';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { makeTranslate } from '#web/i18n/text.ts';
import { publishedTerms } from '#web/features/zone/labels/published-figures.ts';

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
      ? publishedTerms[fact.id]?.[language]
      : fact.unit === 'projects'
        ? makeTranslate(overviewLabels, language)('class_projects', { name: fact.name[language] })
        : fact.name[language];
  return label === undefined
    ? value
    : language === 'en'
      ? `${label}: ${value}`
      : `${label}：${value}`;
}
