import type { ReportSectionId } from '#domain/zone/report/report-template.ts';
import type { Slide } from '#server/exports/formats/pptx/slide.ts';
import { spreadCurrencies } from '#server/exports/formats/pptx/slide-currencies.ts';
import { chartSlides, savedSlides } from './chart-slides.ts';
import { type DeckInput, type DeckSlide, sectionsOf } from './deck-input.ts';
import { summarySlide } from './summary-slide.ts';
import {
  changeSlides,
  problemSlides,
  projectSlides,
  revisedSlides,
  sourceSlides,
} from './text-slides.ts';

/**
 * The most slides of a deck, the summary and the sources among them. A chart of several currencies
 * may take more.
 */
const mostSlides = 14;

/**
 * Makes the report as slides: a summary that leads to the others, the targets, the outlook, the
 * charts, what changed, problems and next steps, key projects, and what it rests on. A slide
 * without content is left out. Where the zone chose its sections, the slides follow them; the
 * summary is that of the first section.
 */
export async function reportSlides(input: DeckInput): Promise<readonly Slide[]> {
  const [charts, saved] = await Promise.all([chartSlides(input), savedSlides(input)]);
  const sources = sourceSlides(input);
  const usual: readonly DeckSlide[] = [
    ...charts,
    ...changeSlides(input),
    ...problemSlides(input),
    ...projectSlides(input),
    ...revisedSlides(input),
    ...saved,
  ];
  const { order } = input;
  const slides = orderSlides(
    [...chooseSlides(usual, order).slice(0, mostSlides - 1 - sources.length), ...sources],
    order,
  ).flatMap(spreadSlide);
  const hasSummary = order === undefined || order.includes('statement');
  return [
    ...(hasSummary ? [summarySlide(input, slides)] : []),
    ...slides.map(({ slide }) => slide),
  ];
}

/** The slides of a chart of several currencies: the summary numbers the slides that there are. */
const spreadSlide = ({ topic, slide }: DeckSlide): readonly DeckSlide[] =>
  spreadCurrencies(slide).map((own) => ({ topic, slide: own }));
/** Where the first of a slide's sections stands among the chosen ones; -1 where none is chosen. */
const placeOf = ({ topic }: DeckSlide, order: readonly ReportSectionId[]): number =>
  order.findIndex((id) => sectionsOf[topic].includes(id));
/** Leaves out the slides whose sections the zone leaves out. */
const chooseSlides = (
  slides: readonly DeckSlide[],
  order: DeckInput['order'],
): readonly DeckSlide[] =>
  order === undefined ? slides : slides.filter((slide) => placeOf(slide, order) >= 0);
/** Puts slides in the order of the zone's sections; those of one section stay as they are. */
const orderSlides = (
  slides: readonly DeckSlide[],
  order: DeckInput['order'],
): readonly DeckSlide[] =>
  order === undefined ? slides : slides.toSorted((a, b) => placeOf(a, order) - placeOf(b, order));
