import type { ChartWords } from '#charts/kit/definition.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import type { Language } from '#domain/values/language.ts';

/** Joins the sentences of a subtitle, and keeps them for a comparison of two charts. */
export const makeSubtitle = (
  sentences: readonly string[],
  language: Language,
): Required<Pick<ChartWords, 'subtitle' | 'sentences'>> => ({
  subtitle: sentences.join(kitLabels[language].sentenceStop),
  sentences,
});

/** The sentences of a subtitle: itself, unless it was made of several. */
export const listSentences = ({
  subtitle,
  sentences = subtitle === '' ? [] : [subtitle],
}: Pick<ChartWords, 'subtitle' | 'sentences'>): readonly string[] => sentences;
