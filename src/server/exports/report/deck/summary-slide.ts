import { compact } from '#domain/values/compact.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import type { FrameCell } from '#charts/kit/office/office-chart.ts';
import { writeCounts } from '#charts/pipeline/definition.ts';
import { pipelineSeries } from '#charts/pipeline/series.ts';
import { targetRow } from '#charts/targets/data/series.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import type { Slide, SlideFigure, SlidePart } from '#server/exports/formats/pptx/slide.ts';
import {
  type DeckInput,
  type DeckSlide,
  findSection,
  listSentences,
  makeFrame,
} from './deck-input.ts';
import { deckLabels } from './labels/index.ts';

/** The most targets in the summary, which shows those furthest from plan. */
const mostTargets = 4;

/**
 * Makes the figures of the summary: the number of projects, and the investment in established
 * projects in the zone's currency.
 */
function makeFigures({ report, subjects }: DeckInput): readonly SlideFigure[] {
  const { language } = report;
  const { overview } = subjects;
  const { groups, unit } = pipelineSeries(overview, language);
  const countGroups = groups.filter(({ group, count }) => group !== 'unknown' || count !== '0');
  const [first] = countGroups;
  const isOneCurrency =
    new Set(overview.strip.groups.flatMap(({ amounts }) => amounts.map(({ currency }) => currency)))
      .size <= 1;
  const sum =
    first?.group === 'established' && isOneCurrency && /\d/.test(first.sum) ? first.sum : undefined;
  const figures = countGroups.slice(0, 3).map(({ label, count }) => ({ value: count, label }));
  if (sum === undefined) return figures;
  const [, before = '', value = sum, after = ''] = /^([^\d]*)([\d.,]+)(.*)$/.exec(sum) ?? [];
  const money = {
    ...compact({ before: before.trim() === '' ? undefined : before.trim() }),
    value,
    after: `${after} ${unit}`.trim(),
    label: deckLabels[language].plannedInvestment,
  };
  return [...figures.slice(0, 1), money, ...figures.slice(1, 2)];
}

const signs = {
  up: '↑',
  bars: '＝',
  down: '↓',
  'down-strong': '⬇',
  check: '✓',
  cross: '✕',
  ring: '○',
} as const;

/** A line of the summary: a sign, a statement, its figures, and the number of its slide. */
type Line = readonly FrameCell[];

/** Whether a slide has the row of a target in the table around its chart. */
const hasTarget = ({ topic, slide }: DeckSlide, name: string): boolean =>
  topic === 'targets' &&
  slide.parts.some(
    (part) =>
      part.kind === 'chart' &&
      part.chart.native.frame?.rows.some(({ cells: [cell] }) => cell?.text === name) === true,
  );

/** @param placeOf - writes the number of the slide of a target */
function targetLines(
  { report, subjects }: DeckInput,
  placeOf: (name: string) => string,
): readonly Line[] {
  const { language } = report;
  const { overview } = subjects;
  return overview.targets
    .toSorted((a, b) => (a.attainment ?? 9) - (b.attainment ?? 9))
    .slice(0, mostTargets)
    .map((row) => {
      const { name, now, absent = '', verdict, planBullet } = targetRow(row, language, overview);
      const value = now === undefined ? absent : `${now.prefix}${now.number}${now.suffix}`;
      const plan = planBullet === undefined ? '' : ` · ${planBullet.plan}`;
      return [
        { text: signs[verdict.mark], bold: true },
        {
          text: `${name}: ${verdict.words}`,
          bold: true,
          ...compact({ colour: verdict.short ? 'behind' : undefined }),
        },
        { text: `${value}${plan}` },
        { text: placeOf(name), colour: 'ink-2' as const },
      ];
    });
}

/** Returns the title of a topic on a slide; undefined if the slide does not include the topic. */
const titleOf = (
  { topic: own, slide, sparse }: DeckSlide,
  topic: DeckSlide['topic'],
): string | undefined =>
  own === topic ? slide.title : sparse?.topic === topic ? sparse.title : undefined;

/** Makes the line with the statement of a chart and the number of its slide. */
function claimLine(claim: string | undefined, place: string): readonly Line[] {
  if (claim === undefined) return [];
  return [
    [{ text: '' }, { text: claim, bold: true }, { text: '' }, { text: place, colour: 'ink-2' }],
  ];
}

/** Writes the subject of the report, its day, and its issuer unless that is the zone. */
function writeSubtitle({ report, subjects }: DeckInput): string {
  const zone = subjects.overview.zone.name[report.language];
  const { by } = report.issued;
  return [
    // the head of the slide has the zone
    sentenceStart(report.title.replace(report.title_start, '').replace(/^[:：\s]+/u, '')),
    report.subtitle,
    ...(by === zone ? [] : [by]),
  ].join(' · ');
}

/**
 * Writes the statement about the register. If no project is known on the day, writes that about the
 * targets.
 */
function writeTitle(
  { report: { language }, subjects }: DeckInput,
  targets: string | undefined,
): string {
  const { as_of, first_known_day } = subjects.overview;
  if (!areProjectsKnown(as_of, first_known_day) && targets !== undefined) return targets;
  return writeCounts(subjects.overview, language);
}

/**
 * Makes the first slide: the main figures, and the statements of the other slides with their
 * numbers.
 */
export function summarySlide(input: DeckInput, slides: readonly DeckSlide[]): Slide {
  const { report, subjects } = input;
  const { language } = report;
  const words = deckLabels[language];
  const write = (index: number): string => (index < 0 ? '' : words.slide(String(index + 2)));
  const at = (topic: DeckSlide['topic']): string =>
    write(slides.findIndex((slide) => titleOf(slide, topic) !== undefined));
  const atTarget = (name: string): string => {
    const index = slides.findIndex((slide) => hasTarget(slide, name));
    return index < 0 ? at('targets') : write(index);
  };
  const find = (topic: DeckSlide['topic']): string | undefined =>
    slides.flatMap((slide) => titleOf(slide, topic) ?? [])[0];
  const lines = [
    ...targetLines(input, atTarget),
    ...claimLine(find('outlook'), at('outlook')),
    ...(subjects.overview.targets.length > 2 ? [] : claimLine(find('changes'), at('changes'))),
    ...(subjects.overview.targets.length > 2 ? [] : claimLine(find('problems'), at('problems'))),
  ];
  const [sentence] = listSentences(findSection(report, 'statement'));
  const parts: readonly SlidePart[] = [
    { kind: 'figures', figures: makeFigures(input) },
    ...(lines.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: {
              headless: true as const,
              columns: [
                { label: '', share: 0.35 },
                { label: '', share: 6.4 },
                { label: '', share: 2.8 },
                { label: '', share: 1, right: true },
              ],
              rows: lines,
            },
          },
        ]),
    ...(sentence === undefined || lines.length > 4
      ? []
      : [{ kind: 'lines' as const, lines: [sentence], colour: 'ink-2' as const }]),
  ];
  return {
    ...makeFrame(input),
    title: writeTitle(input, find('targets')),
    subtitle: writeSubtitle(input),
    parts: parts.filter((part) => part.kind !== 'figures' || part.figures.length > 0),
    ...compact({ address: input.stamp?.link }),
  };
}
