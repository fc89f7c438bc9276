import { formatValue } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import { measureTerms, stageGroupTerms, stageTerms, type Terms } from '#domain/terms/index.ts';
import type { PublishedFact } from '#domain/zone.ts';

/** Words of a published figure by the start of its id, the longest that fits. */
const labels: Terms = {
  established_investment: measureTerms.total_investment,
  established: stageGroupTerms.established,
  pipeline: stageGroupTerms.pipeline,
  construction: stageTerms.construction,
  negotiation: stageTerms.negotiation,
};

/** A published figure in words: what it counts, its value with its qualifier and unit. */
export function published(fact: PublishedFact, language: Language): string {
  const label = Object.keys(labels).find((id) => fact.id.startsWith(id));
  const value = formatValue(fact.value, fact.unit, language, fact.qualifier === undefined ? {} : { qualifier: fact.qualifier }).text;
  const words = label === undefined ? undefined : labels[label]?.[language];
  return words === undefined ? value : language === 'en' ? `${words}: ${value}` : `${words}：${value}`;
}
