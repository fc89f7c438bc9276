import type { Overview } from '#domain/overview/overview.ts';
import type { ChartContext, ChartDefinition, ChartWords } from './definition.ts';
import { frameWords } from './labels/index.ts';

/**
 * Writes the words around a chart: with the title that a person gave it in place of its own, and
 * with the filters that leave projects out.
 */
export function writeWords(
  chart: ChartDefinition<unknown>,
  overview: Overview,
  context: ChartContext,
): ChartWords {
  const own = chart.words(overview, context);
  const { title, filters } = context.options;
  const { separator, filtered } = frameWords[context.language];
  const words =
    filters === undefined || filters === ''
      ? own
      : { ...own, notes: [filtered(filters), ...own.notes] };
  if (title === undefined || title.trim() === '') return words;
  return { ...words, title, alt: `${title}${separator}${words.alt}` };
}
