import { formatValue } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import type { PublishedFact } from '#domain/zone.ts';
import { overviewText } from '#web/i18n/overview/text.ts';
import { textOf } from '#web/i18n/text.ts';
import { publishedTerms } from '#web/i18n/zone/published.ts';

/** A published figure in words: what it counts, its value with its qualifier and unit. */
export function published(fact: PublishedFact, language: Language): string {
  const value = formatValue(fact.value, fact.unit, language, fact.qualifier === undefined ? {} : { qualifier: fact.qualifier }).text;
  const label =
    fact.name === undefined
      ? publishedTerms[fact.id]?.[language]
      : textOf(overviewText, language)('class_projects', { name: fact.name[language] });
  return label === undefined ? value : language === 'en' ? `${label}: ${value}` : `${label}：${value}`;
}
