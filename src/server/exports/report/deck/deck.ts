import type { Slide } from '#server/exports/formats/pptx/slide.ts';
import { chartSlides, savedSlides } from './chart-slides.ts';
import type { DeckInput, DeckSlide } from './deck-input.ts';
import { summarySlide } from './summary-slide.ts';
import {
  changeSlides,
  problemSlides,
  projectSlides,
  revisedSlides,
  sourceSlides,
} from './text-slides.ts';

/** The most slides of a deck, the summary and the sources among them. */
const mostSlides = 14;

/**
 * Makes the report as slides: a summary that leads to the others, the targets, the outlook, the
 * charts, what changed, problems and next steps, key projects, and what it rests on. A slide without
 * content is left out.
 */
export async function reportSlides(input: DeckInput): Promise<readonly Slide[]> {
  const [charts, saved] = await Promise.all([chartSlides(input), savedSlides(input)]);
  const sources = sourceSlides(input);
  const slidesBetween: readonly DeckSlide[] = [
    ...charts,
    ...changeSlides(input),
    ...problemSlides(input),
    ...projectSlides(input),
    ...revisedSlides(input),
    ...saved,
  ].slice(0, mostSlides - 1 - sources.length);
  const slides = [...slidesBetween, ...sources];
  return [summarySlide(input, slides), ...slides.map(({ slide }) => slide)];
}
