import { formatValue } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import type { PublishedFact } from '#domain/zone.ts';
import { publishedTerms } from '#web/i18n/zone/published.ts';

/** A published figure in words: what it counts, its value with its qualifier and unit. */
export function published(fact: PublishedFact, language: Language): string {
  const value = formatValue(fact.value, fact.unit, language, fact.qualifier === undefined ? {} : { qualifier: fact.qualifier }).text;
  const label = publishedTerms[fact.id]?.[language];
  return label === undefined ? value : language === 'en' ? `${label}: ${value}` : `${label}：${value}`;
}
