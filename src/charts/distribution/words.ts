import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import { leftOutNotes } from '#charts/breakdown/data/notes.ts';
import type { ChartContext, ChartWords } from '#charts/kit/definition.ts';
import { type FiguredNote, splitNotes } from '#charts/kit/text/figured-notes.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { makeSubtitle } from '#charts/kit/text/subtitle.ts';
import { claimTitle } from '#charts/kit/text/claim.ts';
import { fullText, measureUnit } from '#charts/kit/text/units.ts';
import type { Distribution } from '#domain/analysis/distribution.ts';
import { registerSource, stageWord } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { toNumber } from '#domain/values/decimal.ts';
import { formatCount, formatNumber } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { distributionLabels } from './labels/index.ts';
import { type SizeSeries, sizeSeries } from './series.ts';

/** A title does not name a stage with fewer projects. */
const fewest = 5;
/** From this ratio of medians on, a title says that two stages differ. */
const leastRatio = 1.5;

const countKnown = ({ rows }: Distribution): number =>
  rows.reduce((sum, { lines }) => sum + lines.reduce((all, { count }) => all + count, 0), 0);

/** Compares the stage with the largest median project with that with the smallest, in one unit. */
function compareMedians(overview: Overview, own: Distribution, language: Language) {
  const text = distributionLabels[language];
  const [unit, second] = own.units;
  if (unit === undefined || second !== undefined) return undefined;
  const medians = own.rows.flatMap(({ stage, lines }) =>
    lines.flatMap(({ count, median }) =>
      median === undefined || count < fewest || stage === 'unknown'
        ? []
        : [{ stage, median: toNumber(median) }],
    ),
  );
  const [smallest, next, ...more] = medians.toSorted((a, b) => a.median - b.median);
  const largest = more.at(-1) ?? next;
  if (smallest === undefined || largest === undefined) return undefined;
  const ratio = largest.median / smallest.median;
  if (ratio < leastRatio) return text.alike;
  const digits = ratio < 10 && Math.abs(ratio - Math.round(ratio)) >= 0.1 ? 1 : 0;
  const name = ({ stage }: typeof smallest): string =>
    stageWord(overview.zone.stage_words, stage, language);
  return text.times(name(largest), formatNumber(ratio, language, digits), name(smallest));
}

function writeTitle(overview: Overview, language: Language): string {
  const text = distributionLabels[language];
  const { distribution: own } = overview;
  const measure = breakdownLabels[language].measures[own?.measure ?? 'total_investment'];
  if (own === undefined || own.rows.length === 0) return text.titleNone(measure);
  const knownCount = countKnown(own);
  if (knownCount === 0) return text.titleUndisclosed(measure);
  const all = own.rows.reduce((sum, { count }) => sum + count, 0);
  const [only] = own.rows.flatMap(({ lines }) =>
    lines.flatMap(({ unit, projects = [] }) => projects.map(({ value }) => ({ unit, value }))),
  );
  if (all === 1 && only !== undefined)
    return text.titleOne(
      measure,
      fullText(only.value, measureUnit(only.unit, language, only.value)),
    );
  return claimTitle(
    compareMedians(overview, own, language) ?? text.title(measure),
    overview,
    language,
  );
}

function listSentences(
  own: Distribution,
  series: SizeSeries,
  language: Language,
): readonly string[] {
  const text = distributionLabels[language];
  const { list } = kitLabels[language];
  const units = series.blocks.map(({ unit }) => unit).join(list);
  const rows = series.blocks.flatMap((block) => block.rows);
  const hasBins = rows.some(({ bins }) => bins.length > 0);
  const hasDots = rows.some(({ dots }) => dots.length > 0);
  const marks = hasBins ? (hasDots ? text.dotsAndBars : text.bars) : hasDots ? text.dots : '';
  const first = text.subtitle(breakdownLabels[language].measures[own.measure], units);
  return marks === '' ? [first] : [first, marks];
}

function writeNotes(own: Distribution, language: Language): readonly FiguredNote[] {
  const text = distributionLabels[language];
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
  const undisclosed = sum(own.rows.map((row) => row.undisclosed));
  const not_positive = sum(own.rows.flatMap(({ lines }) => lines.map((line) => line.not_positive)));
  const count = (value: number): string => formatCount(value, language);
  return [
    { text: text.counted(count(countKnown(own))) },
    ...(undisclosed === 0 ? [] : [{ text: text.undisclosed(count(undisclosed)) }]),
    ...(not_positive === 0 ? [] : [{ text: text.notPositive(count(not_positive)) }]),
    ...(own.units.length > 1 ? [{ text: breakdownLabels[language].currencies }] : []),
    ...leftOutNotes(own.left_out, { counted: own.measure, by: 'stage' }, language),
  ];
}

/** Writes the words around the chart of sizes. */
export function sizeWords(overview: Overview, { language }: ChartContext): ChartWords {
  const { distribution: own, strip } = overview;
  const { separator, colon, list } = kitLabels[language];
  const title = writeTitle(overview, language);
  const series = sizeSeries(overview, language);
  const rows = series.blocks.flatMap((block) =>
    block.rows.map(({ name, narrow }) => `${name}${colon}${narrow}`),
  );
  const isEmpty = own === undefined || own.rows.length === 0;
  return {
    title,
    ...makeSubtitle(isEmpty ? [] : listSentences(own, series, language), language),
    unit: series.blocks.map(({ unit }) => unit).join(list),
    ...compact({ exact_unit: own?.units.length === 1 ? own.units[0] : undefined }),
    source: registerSource(strip.data_status)[language],
    alt: [title, ...rows].join(separator),
    ...splitNotes(isEmpty ? [] : writeNotes(own, language)),
    data_status: strip.data_status,
    as_of: overview.as_of,
    key: [],
  };
}
