import { isBehindPlan } from '#domain/targets/target-note.ts';
import type { AnyChartId } from '#charts/all-charts.ts';
import { findAnyChart } from '#charts/all-charts.ts';
import { chartIds } from '#charts/registry.ts';
import type { ChartOptions } from '#charts/kit/definition.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { targetRow } from '#charts/targets/data/series.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { chartSlide } from '#server/exports/formats/pptx/chart-slide.ts';
import { spreadCurrencies } from '#server/exports/formats/pptx/slide-currencies.ts';
import { spreadRows } from '#server/exports/formats/pptx/slide-xml.ts';
import type { Slide, SlidePart, SlideTable } from '#server/exports/formats/pptx/slide.ts';
import { findSubject } from '#server/exports/report/figure-subject.ts';
import { type DeckInput, type DeckSlide, findSection } from './deck-input.ts';
import { isCurrency } from '#domain/values/money.ts';
import { keepMainCurrency, splitCurrencies } from './deck-currencies.ts';
import { deckLabels } from './labels/index.ts';

/** The most targets behind plan that have a slide of their own. */
const mostMeasures = 2;

/**
 * Makes the slide of a chart. Its foot has the source, the amounts outside the drawing, the filters
 * and the day. All other notes are speaker notes.
 */
async function drawWhole(
  { report, stamp }: DeckInput,
  chart: AnyChartId,
  overview: Overview,
  options: ChartOptions,
): Promise<Slide> {
  const slide = await chartSlide(chart, overview, { language: report.language, options }, stamp);
  const { address: _address, brief_foot: _brief, foot, left_out = [], parts, ...rest } = slide;
  const [source = '', ...others] = foot;
  const day = others.findLast((line) => line !== slide.notes.at(-1)) ?? '';
  const { filters = '' } = options;
  const filterText = filters === '' ? '' : kitLabels[report.language].filtered(filters);
  return {
    ...rest,
    parts: parts.map(dropUndisclosed),
    foot: [source, ...left_out, filterText, day].filter((line) => line !== ''),
  };
}

/**
 * Makes the slide of a chart. Of several currencies that one slide has no room for, it has the main
 * one, so that other topics have room in the deck.
 *
 * @returns undefined if the chart has nothing to draw
 */
async function drawChart(
  input: DeckInput,
  chart: AnyChartId,
  overview: Overview,
  options: ChartOptions = {},
): Promise<Slide | undefined> {
  if (!findAnyChart(chart).hasData(overview, options)) return undefined;
  const slide = await drawWhole(input, chart, overview, options);
  if (slide.parts.every(({ kind }) => kind !== 'chart')) return undefined;
  const split = splitCurrencies(slide);
  if (split === undefined) return spreadCurrencies(slide)[0];
  const own = await drawWhole(input, chart, overview, { ...options, currency: split.main });
  return keepMainCurrency(own, split, input.report.language);
}

/**
 * Drops the chart of projects without an amount beside those of currencies: the subtitle counts
 * them, and a deck has about ten slides.
 */
function dropUndisclosed(part: SlidePart): SlidePart {
  if (part.kind !== 'chart') return part;
  const { currencies, ...native } = part.chart.native;
  if (currencies === undefined) return part;
  const others = currencies.filter(({ unit }) => unit !== 'share' && isCurrency(unit.id));
  const chart = others.length === 0 ? native : { ...native, currencies: others };
  return { kind: 'chart', chart: { ...part.chart, native: chart } };
}

/**
 * Makes the slide of the bridge. Where its rows need a second slide, each kind of change is one row
 * instead of a row for each project.
 */
async function drawBridge(input: DeckInput, overview: Overview): Promise<Slide | undefined> {
  const slide = await drawChart(input, 'changes', overview);
  if (slide === undefined || spreadRows(slide).length === 1) return slide;
  const { bridge_moves: _moves, ...byKind } = overview;
  return drawChart(input, 'changes', byKind);
}

/** Makes the table of facts beside the curve of a target. */
function makeFacts({ report, subjects }: DeckInput, measure: string): SlideTable | undefined {
  const { language } = report;
  const { overview } = subjects;
  const row = overview.targets.find((one) => targetKey(one) === measure);
  if (row === undefined) return undefined;
  const { facts } = deckLabels[language];
  const { target, now, planBullet, targetBullet } = targetRow(row, language, overview);
  const lines: readonly (readonly [string, string | undefined])[] = [
    [facts.target, target],
    [facts.now, now === undefined ? undefined : `${now.prefix}${now.number}${now.suffix}`],
    [facts.share, targetBullet?.label],
    [facts.gap, planBullet?.gap],
    [facts.ofPlan, planBullet?.label],
    [facts.forecast, targetBullet?.forecast?.short],
    [facts.range, targetBullet?.forecast?.range.replaceAll(/[()（）]/g, '').trim()],
  ];
  return {
    headless: true,
    columns: [
      { label: '', share: 1 },
      { label: '', share: 1.15, right: true },
    ],
    rows: lines.flatMap(([label, value = '']) =>
      value === ''
        ? []
        : [
            [
              { text: label, colour: 'ink-2' as const },
              { text: value, bold: true },
            ],
          ],
    ),
  };
}

/**
 * Lists the measures that have a slide: the one furthest below its plan, or else the main measure,
 * and each further one whose verdict is behind plan.
 */
function listMeasures({ overview }: DeckInput['subjects']): readonly string[] {
  const [furthest, ...others] = overview.targets
    .filter(({ attainment }) => attainment !== undefined && attainment < 1)
    .toSorted((a, b) => (a.attainment ?? 1) - (b.attainment ?? 1));
  if (furthest === undefined) return [overview.main_measure];
  return [furthest, ...others.filter(isBehindPlan)].slice(0, mostMeasures).map(targetKey);
}

async function measureSlide(input: DeckInput, measure: string): Promise<Slide | undefined> {
  const slide = await drawChart(input, 'progress', input.subjects.overview, { measure });
  const facts = makeFacts(input, measure);
  if (slide === undefined || facts === undefined) return slide;
  const columns: Extract<SlidePart, { kind: 'columns' }>['columns'] = [
    { share: 2.3, parts: slide.parts },
    { share: 1, parts: [{ kind: 'table', table: facts }] },
  ];
  return { ...slide, parts: [{ kind: 'columns', columns }] };
}

/** Whether a breakdown has several groups. With one group it only repeats the total. */
const hasGroups = ({ breakdown }: Overview): boolean => (breakdown?.groups.length ?? 0) > 1;

/** Makes the slides of charts in their order. */
export async function chartSlides(input: DeckInput): Promise<readonly DeckSlide[]> {
  const { overview } = input.subjects;
  const { outlook, breakdown } = input.parts;
  const slides = await Promise.all([
    drawChart(input, 'targets', overview).then((slide) => ({ topic: 'targets' as const, slide })),
    outlook === undefined
      ? undefined
      : drawChart(input, 'outlook', { ...overview, ...outlook }).then((slide) => ({
          topic: 'outlook' as const,
          slide,
        })),
    ...listMeasures(input.subjects).map(async (measure) => ({
      topic: 'measure' as const,
      slide: await measureSlide(input, measure),
    })),
    drawChart(input, 'pipeline', overview).then((slide) => ({ topic: 'pipeline' as const, slide })),
    breakdown === undefined || !hasGroups(breakdown)
      ? undefined
      : drawChart(input, 'breakdown', breakdown).then((slide) => ({
          topic: 'breakdown' as const,
          slide,
        })),
    drawBridge(input, overview).then((slide) => ({ topic: 'changes' as const, slide })),
  ]);
  return slides.flatMap((one) =>
    one?.slide === undefined
      ? []
      : spreadRows(one.slide).map((slide) => ({ topic: one.topic, slide })),
  );
}

/** Makes the slides of other charts of the overview. */
async function otherSlides(input: DeckInput): Promise<readonly DeckSlide[]> {
  const others = chartIds.filter((id) => !standardCharts.some((one) => one === id));
  const slides = await Promise.all(
    others.map((id) => drawChart(input, id, input.subjects.overview)),
  );
  return slides.flatMap((slide) => (slide === undefined ? [] : [{ topic: 'saved', slide }]));
}
const standardCharts = ['targets', 'progress', 'pipeline', 'changes'] as const;

/**
 * Makes the slides of charts that a person saved for the report.
 * @throws Error if no chart has the id of a block
 */
export async function savedSlides(input: DeckInput): Promise<readonly DeckSlide[]> {
  const figures = findSection(input.report, 'figures').flatMap((block) =>
    block.kind === 'figure' && block.saved !== undefined ? [block] : [],
  );
  const slides = await Promise.all(
    figures.map((block) => {
      const { chart, overview, options } = findSubject(block, input.subjects);
      return drawChart(input, chart, overview, options);
    }),
  );
  const own = slides.flatMap((slide): readonly DeckSlide[] =>
    slide === undefined ? [] : [{ topic: 'saved', slide }],
  );
  return [...(await otherSlides(input)), ...own];
}
