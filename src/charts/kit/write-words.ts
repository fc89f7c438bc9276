import type { Overview } from '#domain/overview/overview.ts';
import type { ChartContext, ChartDefinition, ChartWords } from './definition.ts';
import { frameWords } from './labels/index.ts';

/** Writes the words around a chart, with the title that a person gave it in place of its own. */
export function writeWords(
  chart: ChartDefinition<unknown>,
  overview: Overview,
  context: ChartContext,
): ChartWords {
  const words = chart.words(overview, context);
  const { title } = context.options;
  if (title === undefined || title.trim() === '') return words;
  return { ...words, title, alt: `${title}${frameWords[context.language].separator}${words.alt}` };
}
