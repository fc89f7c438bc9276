import type { ReportSectionId } from '#domain/zone/report/report-template.ts';
import type { Slide } from '#server/exports/formats/pptx/slide.ts';
import { chartSlides, savedSlides } from './chart-slides.ts';
import { type DeckInput, type DeckSlide, sectionsOf } from './deck-input.ts';
import { joinSparse } from './join-sparse.ts';
import { summarySlide } from './summary-slide.ts';
import {
  changeSlides,
  declaredSlides,
  problemSlides,
  projectSlides,
  revisedSlides,
  sourceSlides,
} from './text-slides.ts';

/** The most slides of a deck, including summary and sources. */
const mostSlides = 14;

/**
 * Makes the report as slides: a summary with the numbers of the other slides, targets, outlook,
 * charts, changes, problems and next steps, key projects, and sources. It leaves out slides without
 * content. If the zone chose sections, the slides follow their order, and the summary belongs to
 * the first section.
 * @throws Error if a block names a chart that does not exist
 */
export async function reportSlides(input: DeckInput): Promise<readonly Slide[]> {
  const [charts, saved] = await Promise.all([chartSlides(input), savedSlides(input)]);
  const sources = sourceSlides(input);
  const usual: readonly DeckSlide[] = [
    ...charts.filter(isOfTargets),
    ...declaredSlides(input),
    ...charts.filter((slide) => !isOfTargets(slide)),
    ...changeSlides(input),
    ...problemSlides(input),
    ...projectSlides(input),
    ...revisedSlides(input),
    ...saved,
  ];
  const { order } = input;
  const slides = orderSlides(
    [
      ...joinSparse(chooseSlides(usual, order)).slice(0, mostSlides - 1 - sources.length),
      ...sources,
    ],
    order,
  );
  const hasSummary = order === undefined || order.includes('statement');
  return [
    ...(hasSummary ? [summarySlide(input, slides)] : []),
    ...slides.map(({ slide }) => slide),
  ];
}

const isOfTargets = ({ topic }: DeckSlide): boolean => topic === 'targets';

/**
 * Finds the place of a slide's first chosen section.
 * @returns -1 if none of its sections is chosen
 */
const placeOf = ({ topic }: DeckSlide, order: readonly ReportSectionId[]): number =>
  order.findIndex((id) => sectionsOf[topic].includes(id));
/** Removes the slides of sections that the zone did not choose. */
const chooseSlides = (
  slides: readonly DeckSlide[],
  order: DeckInput['order'],
): readonly DeckSlide[] =>
  order === undefined ? slides : slides.filter((slide) => placeOf(slide, order) >= 0);
/** Sorts slides by the zone's sections. The order within a section stays. */
const orderSlides = (
  slides: readonly DeckSlide[],
  order: DeckInput['order'],
): readonly DeckSlide[] =>
  order === undefined ? slides : slides.toSorted((a, b) => placeOf(a, order) - placeOf(b, order));
