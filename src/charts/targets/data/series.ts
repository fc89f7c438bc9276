import { targetKey } from '#domain/zone/indicator.ts';
import { addComparator, formatAttainment } from '#domain/targets/format-target.ts';
import { compact } from '#domain/values/compact.ts';
import { absentValue } from '#domain/labels/targets/absent-value.ts';
import { earlierText } from '#domain/labels/targets/earlier-target.ts';
import { formatDate, formatShare } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow, Verdict } from '#domain/targets/target-row.ts';
import { completion, thresholdsOf } from '#domain/targets/verdict.ts';
import { basisTerms, verdictTerms } from '#domain/labels/index.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { secondaryText } from '#domain/overview/secondary-currency.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import {
  computedDigits,
  type MeasureUnit,
  type DisplayGap,
  displayGap,
  valueParts,
  valueText,
} from '#charts/kit/text/units.ts';
import { outcomeText, rowPoints, verdictText } from './outcome.ts';
import type { Mark, BulletRow, TargetsSeries, ValueParts } from './rows.ts';
import { rowUnit, tableValueText } from './row-unit.ts';
import { underText } from './under-text.ts';
import { targetsChartLabels } from '#charts/targets/labels/index.ts';

const marks: Readonly<Record<Verdict, Mark>> = {
  met: 'check',
  ahead: 'up',
  on_plan: 'bars',
  slightly_behind: 'down',
  behind: 'down-strong',
  not_yet_exceeded: 'ring',
  missed: 'cross',
  no_value: 'ring',
  no_value_at_deadline: 'ring',
  no_verdict: 'ring',
};
const shortOf: readonly Verdict[] = ['slightly_behind', 'behind', 'missed'];

/**
 * Whether a row shows its verdict: with its value or, for a checklist, once its deadline has
 * passed.
 */
export const isJudged = ({ now, verdict }: Pick<BulletRow, 'now' | 'verdict'>): boolean =>
  now !== undefined || verdict.id === 'met' || verdict.id === 'missed';

function nowParts(
  row: TargetRow,
  unit: MeasureUnit,
  gap: DisplayGap | undefined,
  language: Language,
): ValueParts | undefined {
  if (row.now === undefined) return undefined;
  const { prefix, number, suffix } = valueParts(
    row.now.value,
    unit,
    gap?.nowDigits ?? computedDigits(row.now.value, unit),
  );
  return {
    prefix,
    number,
    suffix: unit.isSelfNamed ? '' : suffix,
    dates: [
      formatDate(row.now.date, language, 'long'),
      formatDate(row.now.date, language, 'short'),
    ],
  };
}

/** Reasons without a note: the verdict states the result of the target. */
const reasonsWithoutNote: readonly string[] = ['qualitative', 'met', 'deadline_passed'];

/** A share of the target beyond every scale, for a value of 0 where less is better. */
const pastEveryScale = 100;

/** Writes a share of the target as percent; one far above it is written in words. */
const shareText = (share: number, language: Language, digits = 1): string =>
  share > 9.995
    ? targetsChartLabels[language].overTenTimes
    : formatShare(share, [100], language, digits);

function makeTargetBullet(
  row: TargetRow,
  unit: MeasureUnit,
  language: Language,
): BulletRow['targetBullet'] {
  const target = Number(row.target ?? 0);
  if (row.now === undefined || row.completion === undefined || !(target > 0)) return undefined;
  const words = targetsChartLabels[language];
  // less is better: the share is target ÷ value, and a value of 0 is beyond the end of every scale
  const computeShare = (value: number): number =>
    completion(row.comparator, value, target) ?? pastEveryScale;
  const start = row.baseline === undefined ? 0 : computeShare(Number(row.baseline.value));
  const base = {
    share: row.completion,
    label: shareText(row.completion, language),
    ...compact({
      plan: row.plan === undefined ? undefined : computeShare(row.plan.value),
      start: start > 0 ? start : undefined,
    }),
  };
  const { forecast } = row;
  const alt = (...more: readonly string[]): string =>
    [base.label, ...more].filter((part) => part !== '').join(kitLabels[language].list);
  if (forecast.kind === 'refused')
    return {
      ...base,
      alt: alt(words.refused[forecast.reason]),
      refused: words.refused[forecast.reason],
      refusedShort: reasonsWithoutNote.includes(forecast.reason) ? '' : words.refusedShort,
    };
  const round = (value: number): string => valueText(value, unit);
  const ends = [computeShare(forecast.p10), computeShare(forecast.p90)];
  const [low = 0, high = 0] = ends.sort((a, b) => a - b);
  const range = kitLabels[language].brackets(`${round(forecast.p10)}–${round(forecast.p90)}`);
  const [middle, short] = [computeShare(forecast.p50), round(forecast.p50)];
  const share = shareText(middle, language, 0);
  const label = `${short}${range}`;
  return {
    ...base,
    alt: alt(`${words.forecastWord} ${label}`, words.shareOfTarget(share)),
    forecast: {
      low,
      middle,
      high,
      label,
      short,
      range: range.trim(),
      shareText: share,
      ofTarget: words.shareOfTarget(share),
    },
  };
}

function absentText(row: TargetRow, language: Language): string {
  const words = targetsChartLabels[language];
  if (row.checklist !== undefined) return words.checklist(row.checklist.done, row.checklist.total);
  if (row.kind === 'qualitative') return words.noChecklist;
  return sentenceStart(absentValue(row, language));
}

/** The longest name that a picture writes in full, in code points. */
const longestName = 300;
/**
 * Cuts a name for a picture: a name of thousands of characters would fill the picture and take
 * minutes. The table has the whole name.
 */
const boundName = (name: string): string =>
  name.length <= longestName ? name : `${[...name].slice(0, longestName - 1).join('')}…`;

type RowContext = Partial<Pick<Overview, 'beside' | 'thresholds'>>;

/** Value and target in the secondary currency. */
function rowSecondaryText(
  row: TargetRow,
  context: RowContext,
  language: Language,
): string | undefined {
  const [now = '', target = ''] = [row.now?.value, row.target].map((value) =>
    value === undefined ? '' : secondaryText(value, row.unit, context, language),
  );
  const targetText = `${targetsChartLabels[language].target.toLowerCase()} ${addComparator(row.comparator, target, language)}`;
  const parts = [now, target === '' ? '' : targetText].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(kitLabels[language].list);
}

function makePlanBullet(
  row: TargetRow,
  gap: ReturnType<typeof displayGap> | undefined,
  label: string,
  language: Language,
): BulletRow['planBullet'] {
  const words = targetsChartLabels[language];
  if (row.attainment === undefined || gap === undefined) return undefined;
  return {
    ratio: row.attainment,
    label,
    gap: gap.gap,
    line: words.gapOnPlan(gap.gap, gap.plan),
    plan: words.planValue(gap.plan),
    alt: [label, words.gapOnPlan(gap.gap, gap.plan)].join(kitLabels[language].list),
  };
}

/**
 * Writes a row as a sentence: its measure, its value and shares, its verdict, and its earlier
 * target.
 */
function altText(
  row: TargetRow,
  { name, target, now, planBullet, targetBullet: share }: Omit<BulletRow, 'alt'>,
  language: Language,
): string {
  const words = targetsChartLabels[language];
  const earlier = row.earlier?.[0];
  return [
    `${name}${target === '' ? '' : ` ${target}`}`,
    now === undefined ? absentText(row, language) : `${now.prefix}${now.number}${now.suffix}`,
    ...(planBullet === undefined ? [] : [`${words.ofPlan} ${planBullet.label}`]),
    ...(share === undefined ? [] : [`${words.ofTarget} ${share.label}`]),
    verdictText(row, language),
    ...(earlier === undefined ? [] : [earlierText(earlier, row, language)]),
  ].join(kitLabels[language].list);
}

/** Makes one row of the targets as drawn and read out. */
export function targetRow(row: TargetRow, language: Language, context: RowContext = {}): BulletRow {
  const unit = rowUnit(row, language);
  const gap =
    row.now !== undefined && row.plan !== undefined
      ? displayGap(row.now.value, row.plan.value, unit)
      : undefined;
  const now = nowParts(row, unit, gap, language);
  const example = row.verdict_status === 'illustrative';
  const ofPlan = formatAttainment(
    row.attainment ?? 0,
    context.thresholds === undefined ? {} : thresholdsOf(row, context.thresholds),
    language,
  );
  const rowTexts = {
    indicator: targetKey(row),
    name: boundName(row.name[language]),
    // in its own multiple, as in the headline: 1亿美元 beside a value of 710万美元
    target:
      row.target === undefined
        ? ''
        : addComparator(
            row.comparator,
            tableValueText(row.target, { ...unit, like: row.target }),
            language,
          ),
    under: underText(row, unit, language),
    ...compact({
      was: row.earlier?.[0] && earlierText(row.earlier[0], row, language),
      absent: now === undefined ? absentText(row, language) : undefined,
      now,
      basis:
        row.now === undefined || row.now.basis === 'level'
          ? undefined
          : basisTerms[row.now.basis][language],
      secondary: rowSecondaryText(row, context, language),
    }),
    hatched: row.now?.data_status === 'illustrative',
    ...compact({
      planBullet: makePlanBullet(row, gap, ofPlan, language),
      targetBullet: makeTargetBullet(row, unit, language),
    }),
    verdict: {
      id: row.verdict,
      mark: marks[row.verdict],
      words: verdictTerms[row.verdict][language],
      example,
      short: !example && shortOf.includes(row.verdict),
      ...compact({ points: rowPoints(row, language), outcome: outcomeText(row, language) }),
    },
  };
  return { ...rowTexts, alt: altText(row, rowTexts, language) };
}

/** The parts of the overview that the targets draw. */
export type TargetsData = Pick<
  Overview,
  'targets' | 'thresholds' | 'beside' | 'compare' | 'indicator_changes'
>;

/** Makes the targets on two common axes: plan to date at 100 % and target at 100 %. */
export function targetsSeries(overview: TargetsData, language: Language): TargetsSeries {
  const words = targetsChartLabels[language];
  const year = sharedTargetYear(overview);
  return {
    heads: {
      planBullet: words.planBulletHead,
      plan: words.plan100,
      targetBullet: words.targetBulletHead,
      target: words.target,
      target100: `${words.target} 100%`,
      forecast: words.forecastKey(year),
      forecastWord: words.forecastWord,
      ofPlan: words.ofPlan,
      ofTarget: words.ofTarget,
      verdict: words.verdictHead,
    },
    rows: overview.targets.map((row) => targetRow(row, language, overview)),
  };
}

/** The year in which all targets end; empty where they end in several years. */
export function sharedTargetYear({ targets }: Pick<Overview, 'targets'>): string {
  const years = new Set(targets.map(({ deadline }) => deadline.slice(0, 4)));
  return years.size === 1 ? [...years].join('') : '';
}
/** The year of the latest deadline. */
export const targetYear = (overview: Overview): string =>
  overview.targets
    .map((row) => row.deadline.slice(0, 4))
    .sort()
    .at(-1) ?? overview.as_of.slice(0, 4);
