import { keepResults } from '#charts/kit/keep-results.ts';
import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import type { AxisUnit } from '#charts/kit/annotation-axis.ts';
import type { FigureOf, TableFigure } from '#charts/kit/table.ts';
import { writeLowEnd } from '#charts/kit/text/amount-range.ts';
import { measureUnit, valueParts } from '#charts/kit/text/units.ts';
import {
  binEdges,
  type Distribution,
  edgeOfBin,
  type SizeLine,
  type SizeRow,
} from '#domain/analysis/distribution.ts';
import { listDisplayUnits } from '#domain/analysis/display-units.ts';
import { projectName, stageWord } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import {
  type Decimal,
  fromNumber,
  roundHalfUp,
  scaleByTen,
  toNumber,
} from '#domain/values/decimal.ts';
import { isCurrency, minorDigits } from '#domain/values/money.ts';
import { formatCount, formatPercent, unitLabel } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { distributionLabels } from './labels/index.ts';

/** Projects of a bin; places are powers of ten. */
export interface DrawnBin {
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly strong: boolean;
  readonly range: string;
  readonly count: string;
  readonly shareText: string;
  readonly figure: TableFigure;
}
export interface DrawnDot {
  readonly code: string;
  readonly name: string;
  readonly at: number;
  readonly strong: boolean;
  readonly text: string;
}
export interface DrawnSizes {
  readonly name: string;
  /** The median. */
  readonly figure: TableFigure;
  /** The number of projects that state a value, where not all do. */
  readonly knownCount: string;
  /** The texts of the columns: projects, median and 8 in 10. */
  readonly columns: readonly [string, string, string];
  readonly narrow: string;
  readonly median?: number;
  readonly bins: readonly DrawnBin[];
  readonly dots: readonly DrawnDot[];
}
export interface SizeBlock {
  readonly unit: string;
  /** Its unit: a currency, or that of one of several blocks. */
  readonly heading: string;
  /** The ends of the axis and the largest share of a bin. */
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly axis: AxisUnit;
  readonly rows: readonly DrawnSizes[];
  /** The rows of the other side of a comparison: both have the same columns. */
  readonly beside?: readonly DrawnSizes[];
}
export interface SizeSeries {
  readonly heads: readonly [string, string, string];
  readonly words: { readonly value: string; readonly share: string };
  readonly blocks: readonly SizeBlock[];
  readonly small: number;
  readonly empty: string;
}

const none = '—';

/** A size in its own multiple: 1.59亿, and the name of its currency after it in some languages. */
function writeSize(
  value: Decimal,
  unit: string,
  language: Language,
): { readonly amount: string; readonly currency: string } {
  const threeDigits = fromNumber(Number(toNumber(value).toPrecision(3)));
  const own = measureUnit(unit, language, threeDigits);
  const figure = toNumber(threeDigits) / 10 ** own.scale;
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(1, Math.abs(figure)))));
  const most = Number(figure.toFixed(digits));
  const { number, suffix } = valueParts(
    threeDigits,
    own,
    (String(most).split('.')[1] ?? '').length,
  );
  const name = isCurrency(unit) ? unitLabel(unit, language) : '';
  const currency = name !== '' && suffix.endsWith(name) ? name : '';
  return { amount: `${number}${suffix.slice(0, suffix.length - currency.length)}`, currency };
}

/** The most characters of a currency beside a size: the subtitle and the head have its name too. */
const longestName = 8;

/**
 * Writes a size in its own multiple with three digits: 159mn, 1.59亿元, and 1.59亿 of a currency with
 * a long name.
 * @throws RangeError for NaN and the infinities
 */
export function sizeText(value: Decimal, unit: string, language: Language): string {
  const { amount, currency } = writeSize(value, unit, language);
  return currency.length > longestName ? amount : `${amount}${currency}`;
}

const placeOf = (value: Decimal): number => Math.log10(toNumber(value));

/** A size in the smallest part of its unit, as the store holds it. */
export const sizeInParts = (size: Decimal, unit: string): Decimal =>
  roundHalfUp(scaleByTen(size, isCurrency(unit) ? minorDigits(unit) : 6), 0);

function makeBins(line: SizeLine, of: FigureOf, language: Language): readonly DrawnBin[] {
  const { bins, count, unit, p10, p90 } = line;
  const text = distributionLabels[language];
  return bins.map(({ bin, count: own }): DrawnBin => {
    const [low, high] = [edgeOfBin(bin), edgeOfBin(bin + 1)];
    const [from, to] = [placeOf(low), placeOf(high)];
    const middle = (from + to) / 2;
    return {
      from,
      to,
      share: own / count,
      strong:
        p10 === undefined ||
        p90 === undefined ||
        (middle >= placeOf(p10) && middle <= placeOf(p90)),
      range: text.columns.below(sizeText(low, unit, language), sizeText(high, unit, language)),
      count: formatCount(own, language),
      shareText: formatPercent(own / count, language, 1),
      figure: {
        measure: 'size_projects',
        of: { ...of, size: `${sizeInParts(low, unit)}-${sizeInParts(high, unit)}` },
      },
    };
  });
}

function makeDots(
  { projects = [], unit, p10, p90 }: SizeLine,
  language: Language,
): readonly DrawnDot[] {
  const [low, high] = [p10, p90].map((value) =>
    value === undefined ? undefined : toNumber(value),
  );
  return projects.map((project) => ({
    code: project.code,
    name: projectName(project, language),
    at: placeOf(project.value),
    strong:
      low === undefined ||
      high === undefined ||
      (toNumber(project.value) >= low && toNumber(project.value) <= high),
    text: sizeText(project.value, unit, language),
  }));
}

function drawRow(
  row: SizeRow,
  unit: string,
  { zone, distribution }: Overview,
  { language, isFirst }: { readonly language: Language; readonly isFirst: boolean },
): DrawnSizes {
  const text = distributionLabels[language];
  const line = row.lines.find((one) => one.unit === unit);
  const { median, p10, p90 } = line ?? {};
  const writeSizes = (say: (value: Decimal) => string): readonly [string, string] => [
    median === undefined ? none : say(median),
    p10 === undefined || p90 === undefined
      ? none
      : text.from(writeLowEnd(say(p10), say(p90), unit, language), say(p90)),
  ];
  // the head of the block names the currency
  const columns = writeSizes((value) => writeSize(value, unit, language).amount);
  const own = isCurrency(unit) ? columns : writeSizes((value) => sizeText(value, unit, language));
  const count = formatCount(line?.count ?? 0, language);
  // shown once, since it counts for all units
  const isHidden = isFirst && row.undisclosed > 0;
  const knownCount = formatCount(row.count - row.undisclosed, language);
  const of = {
    counted: distribution?.measure ?? 'total_investment',
    by: 'stage',
    stack: 'none',
    in: unit,
    key: row.stage,
  };
  return {
    name: stageWord(zone.stage_words, row.stage, language),
    figure: { measure: 'size_point', of: { ...of, point: 'median' } },
    knownCount: isHidden ? text.known(knownCount, formatCount(row.count, language)) : '',
    columns: [count, ...columns],
    narrow: text.narrow(count, ...own),
    ...compact({ median: median === undefined ? undefined : placeOf(median) }),
    bins: line === undefined || line.projects !== undefined ? [] : makeBins(line, of, language),
    dots: line === undefined ? [] : makeDots(line, language),
  };
}

/** Finds the powers of ten at the ends of the axis of a unit. */
function findEnds(bins: readonly number[]): readonly [number, number] {
  if (bins.length === 0) return [0, 1];
  const [least, most] = [Math.min(...bins), Math.max(...bins)];
  const low = Math.floor(least / binEdges.length);
  return [low, Math.max(low + 1, Math.ceil((most + 1) / binEdges.length))];
}

/** The powers of ten on an axis, as sizes. */
export const makeTicks = (from: number, to: number, unit: string, language: Language) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({
    at: from + at,
    text: writeSize(edgeOfBin((from + at) * binEdges.length), unit, language).amount,
  }));

/** A distribution beside another one. Both have the stages that one of them has in a unit. */
export type PairedDistribution = Distribution & {
  readonly knownStages?: Readonly<Record<string, readonly string[]>>;
};

/** Lists the stages that have sizes in a unit. */
export const listKnownStages = ({ rows }: Distribution, unit: string): readonly string[] =>
  rows.flatMap(({ stage, lines }) => (lines.some((line) => line.unit === unit) ? [stage] : []));

function makeBlock(
  distribution: PairedDistribution,
  unit: string,
  overview: Overview,
  language: Language,
  { isFirst, isOnly }: { readonly isFirst: boolean; readonly isOnly: boolean },
): SizeBlock {
  const { rows, knownStages } = distribution;
  const stages = knownStages?.[unit] ?? listKnownStages(distribution, unit);
  const lines = rows.flatMap((row) => row.lines.filter((one) => one.unit === unit));
  const [from, to] = findEnds(lines.flatMap(({ bins }) => bins.map(({ bin }) => bin)));
  const own = rows.filter(({ stage }) => isFirst || stages.includes(stage));
  const drawnRows = own.map((row) => drawRow(row, unit, overview, { language, isFirst }));
  const shares = drawnRows.flatMap(({ bins }) => bins.map(({ share }) => share));
  const { word } = measureUnit(unit, language, 1);
  return {
    heading: isOnly && !isCurrency(unit) ? '' : word,
    unit: word,
    from,
    to,
    top: Math.max(0.01, ...shares),
    rows: drawnRows,
    ticks: makeTicks(from, to, unit, language),
    axis: { unit, scale: 0, word },
  };
}

/** The sizes of the projects of each stage, unit by unit, with their texts. */
export const sizeSeries = keepResults((overview: Overview, language: Language): SizeSeries => {
  const text = distributionLabels[language];
  const { distribution } = overview;
  const { projects, median, middle } = text.heads;
  const common = {
    heads: [projects, median, middle] as const,
    words: { value: text.value, share: text.share },
    small: language === 'en' ? 11 : 12,
  };
  if (distribution === undefined || distribution.rows.length === 0) {
    const measure = breakdownLabels[language].measures[distribution?.measure ?? 'total_investment'];
    return { ...common, blocks: [], empty: text.titleNone(measure) };
  }
  const units = listDisplayUnits(distribution, overview.zone.base_currency);
  return {
    ...common,
    blocks: units.map((unit, at) =>
      makeBlock(distribution, unit, overview, language, {
        isFirst: at === 0,
        isOnly: units.length === 1,
      }),
    ),
    empty: '',
  };
});
