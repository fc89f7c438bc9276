import { compact } from '#domain/values/compact.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { unitLabel } from '#domain/values/format.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import {
  drawnTable,
  figureWidth,
  type FrameCell,
  type OfficeChart,
  type OfficeFrame,
  type OfficeSeries,
  wordWidth,
  writeMark,
} from '#charts/kit/office/office-chart.ts';
import { officeLabels } from '#charts/kit/office/labels/index.ts';
import type { BulletRow, TargetsSeries } from './data/rows.ts';
import { targetsSeries } from './data/series.ts';
import { targetsChartLabels } from './labels/index.ts';

/** Characters for the marks of verdicts. */
const signs: Readonly<Record<BulletRow['verdict']['mark'], string>> = {
  up: '↑',
  bars: '＝',
  down: '↓',
  'down-strong': '⬇',
  check: '✓',
  cross: '✕',
  ring: '○',
};
/** The end of the axis, as in the drawing, and the width of a mark of the plan. */
const end = 1.25;
const tick = 0.008;

/** The parts of a bar of a target and of the band below it. */
interface BulletParts {
  readonly now: number | null;
  readonly gap: number | null;
  readonly plan: number | null;
  readonly rest: number | null;
}
function cutBar({ targetBullet: bullet }: BulletRow): BulletParts {
  if (bullet === undefined) return { now: null, gap: null, plan: null, rest: null };
  const { share, plan } = bullet;
  if (plan === undefined) return { now: share, gap: null, plan: null, rest: null };
  return plan >= share
    ? { now: share, gap: Math.min(plan, end) - share, plan: tick, rest: null }
    : { now: Math.max(0, plan - tick), gap: null, plan: tick, rest: share - plan };
}
const text = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : writeMark(Math.max(0, value));

/**
 * Makes two bars for each target: its value with the plan to date, and below it the band of the
 * forecast.
 */
function makeSeries({ rows, heads }: TargetsSeries, gapName: string): readonly OfficeSeries[] {
  const hasHatching = rows.some((row) => row.hatched);
  const bars = rows.map(cutBar);
  const upper = (read: (bar: BulletParts) => number | null) =>
    bars.flatMap((bar) => [text(read(bar)), null]);
  const lower = (
    read: (band: NonNullable<BulletRow['targetBullet']>['forecast']) => number | undefined,
  ) => rows.flatMap(({ targetBullet }) => [null, text(read(targetBullet?.forecast))]);
  return [
    {
      name: heads.ofTarget,
      colour: 'accent',
      hatched: hasHatching,
      values: upper(({ now }) => now),
    },
    // the outline of the part missing to the plan
    { name: gapName, colour: 'accent', hollow: true, values: upper(({ gap }) => gap) },
    { name: '·', colour: 'surface', hidden: true, values: lower((band) => band?.low) },
    { name: heads.plan, colour: 'target', edgeless: true, values: upper(({ plan }) => plan) },
    {
      name: `${heads.ofTarget} (2)`,
      colour: 'accent',
      hatched: hasHatching,
      values: upper(({ rest }) => rest),
    },
    {
      name: heads.forecast,
      colour: 'cone-50',
      pale: true,
      values: lower((band) => band && band.middle - band.low - tick / 2),
    },
    {
      name: heads.forecastWord,
      colour: 'accent',
      edgeless: true,
      values: lower((band) => band && tick),
    },
    {
      name: `${heads.forecast} (2)`,
      colour: 'cone-50',
      pale: true,
      values: lower((band) => band && band.high - band.middle - tick / 2),
    },
  ];
}

/** The width of the values in points: amounts in a currency with a long name need more room. */
const nowWidth = { least: 116, most: 186 } as const;

/** Drops the name of a currency that has no room: the target below the name of the row has it. */
function dropLongCurrency(value: string, currencies: readonly string[]): string {
  const word = currencies.find((one) => value.endsWith(one));
  const hasRoom = figureWidth([value], nowWidth.least) <= nowWidth.most;
  return word === undefined || hasRoom ? value : value.slice(0, -word.length);
}

/** @param currencies - their names as they stand after amounts */
function makeCells(row: BulletRow, currencies: readonly string[]): readonly FrameCell[] {
  const { now, absent = '', targetBullet: bullet, verdict, planBullet } = row;
  const text = now === undefined ? absent : `${now.prefix}${now.number}${now.suffix}`;
  const value = dropLongCurrency(text, currencies);
  const under = [now?.dates[1] ?? '', planBullet?.plan ?? ''].filter((part) => part !== '');
  return [
    { text: row.name, under: row.target, bold: true },
    { text: value, bold: now !== undefined, under: under.join('\n') },
    { text: bullet?.label ?? '—', under: planBullet?.label ?? '' },
    {
      text: bullet?.forecast?.short ?? '—',
      under: bullet?.forecast?.range ?? bullet?.refusedShort ?? '',
    },
    {
      text: `${signs[verdict.mark]} ${verdict.words}`,
      under: verdict.outcome?.short ?? '',
      bold: true,
      ...compact({ colour: verdict.short ? 'behind' : undefined }),
    },
  ];
}

function makeFrame(
  { rows, heads }: TargetsSeries,
  words: { readonly now: string },
  currencies: readonly string[],
): OfficeFrame {
  const cells = rows.map((row) => makeCells(row, currencies));
  const values = cells.map(([, value]) => value?.text ?? '');
  const width = figureWidth(values, nowWidth.least);
  const shares = `${heads.ofTarget} / ${heads.ofPlan}`;
  return {
    before: [
      { head: heads.target, width: 150 },
      { head: words.now, width: Math.min(nowWidth.most, width), right: true },
    ],
    after: [
      { head: shares, width: wordWidth([shares], 100, 150), right: true },
      { head: heads.forecast, width: 100, right: true },
      { head: heads.verdict, width: 165 },
    ],
    rows: cells.map((row) => ({ cells: row })),
    marks: [
      { at: 1, text: heads.target100 },
      ...[0, 0.5, 1].map((at) => ({ at, text: `${at * 100}%`, quiet: true })),
    ],
  };
}

/**
 * Makes a bar for each target as a share of it, with the plan to date, a band of the forecast and
 * the line of 100 %, in the table of their figures.
 * @returns undefined if no target has a share
 */
export function targetsOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  const series = targetsSeries(overview, language);
  if (!overview.targets.some((row) => row.completion !== undefined)) return undefined;
  return {
    kind: 'bar',
    stacked: true,
    across: 'row',
    gap: 30,
    unit: 'share',
    axis: { min: 0, max: end, step: 0.25, strong: 1, bare: true },
    frame: makeFrame(
      series,
      officeLabels[language],
      overview.targets.flatMap(({ unit }) => (isCurrency(unit) ? unitLabel(unit, language) : [])),
    ),
    table: drawnTable(
      series.heads.target,
      series.rows.flatMap(({ name }) => [name, `${name}: ${series.heads.forecastWord}`]),
    ),
    series: makeSeries(series, targetsChartLabels[language].columns.gap),
  };
}
