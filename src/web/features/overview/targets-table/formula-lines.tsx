import { computedDigits, paceText, displayGap, valueText } from '#charts/kit/text/units.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import { earlierText } from '#domain/labels/targets/earlier-target.ts';
import { pointsText } from '#domain/labels/targets/points.ts';
import { declaredStatusTerms } from '#domain/labels/general/declared-status-terms.ts';
import { declaredStatusSentence } from '#domain/labels/projects/declared-status.ts';
import { endOfPlan } from '#domain/labels/targets/against-plan.ts';
import { planPoints, pointsAhead } from '#domain/targets/points-ahead.ts';
import { addDecimal, subtractDecimal } from '#domain/values/decimal.ts';
import {
  formatDate,
  formatNumber,
  formatPercent,
  formatShare,
  formatValue,
} from '#domain/values/format.ts';
import { formatAttainment } from '#domain/targets/format-target.ts';
import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { monthsBetween } from '#domain/values/date.ts';
import { getDirection, thresholdsOf } from '#domain/targets/verdict.ts';
import type { VerdictThresholds } from '#domain/zone/zone.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import type { en } from '#web/features/overview/labels/details/en.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { type Translate, useLanguage, useLabels } from '#web/i18n/text.ts';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { sourceWithDate } from '#web/figures/figure-source.ts';
import * as listsStyles from '#web/features/overview/lists.module.css';
import { forecastLines } from './forecast-lines.ts';

/** Orders dividend and divisor; reversed where less is better. */
const inOrder = (
  now: string,
  other: string | number,
  { comparator }: TargetRow,
): readonly [string | number, string | number] =>
  getDirection(comparator) === 1 ? [now, other] : [other, now];

type T = Translate<typeof en>;

/** The formats of the values in the formulas of a row. */
interface RowFormat {
  readonly unit: ReturnType<typeof rowUnit>;
  /** The gap to plan as the row shows it. Omitted without a value or a plan. */
  readonly against: ReturnType<typeof displayGap> | undefined;
  readonly number: (value: string | number) => string;
  /**
   * Writes a value in a formula. A plan of counted things keeps a decimal, so that a reader can
   * check it.
   */
  readonly inFormula: (value: string | number) => string;
  readonly writePace: (value: number) => string;
}

function rowFormat(row: TargetRow, language: Language): RowFormat {
  const { now, plan } = row;
  const unit = rowUnit(row, language);
  const against =
    now === undefined || plan === undefined ? undefined : displayGap(now.value, plan.value, unit);
  const number = (value: string | number) =>
    value === now?.value && against !== undefined
      ? valueText(value, unit, against.nowDigits)
      : value === plan?.value && against !== undefined
        ? against.plan
        : valueText(value, unit, computedDigits(value, unit));
  const inFormula = (value: string | number): string =>
    value === plan?.value && unit.isCounted && !Number.isInteger(value)
      ? formatNumber(value, language, Math.max(1, against?.digits ?? 0))
      : number(value);
  return {
    unit,
    against,
    number,
    inFormula,
    writePace: (value: number) => paceText(value, unit),
  };
}

type Line = readonly [term: string, formula: string];

/** Writes the formulas of the value itself and of its plan to date. */
function valueLines(
  row: TargetRow,
  { against, number, inFormula }: RowFormat,
  t: T,
  language: Language,
) {
  const { now, plan, target } = row;
  const lines: Line[] = [];
  if (now?.parts !== undefined) {
    const [ytd, year, before] = now.parts;
    lines.push([
      t('how_months'),
      t('how_months_are', {
        ytd: number(ytd),
        year: number(year),
        before: number(before),
        result: number(now.value),
      }),
    ]);
  }
  if (plan !== undefined && target !== undefined)
    lines.push([
      t('how_plan'),
      t('how_plan_is', {
        start: number(row.baseline?.value ?? '0'),
        from:
          row.baseline === undefined
            ? ''
            : t(`baseline_${row.baseline.kind}`, { date: formatDate(row.baseline.date, language) }),
        target: number(target),
        share: formatPercent(plan.share, language, 2),
        plan: against === undefined ? inFormula(plan.value) : endOfPlan(against),
      }),
    ]);
  return lines;
}

/** Writes the formulas that compare the value with plan and target. */
function comparisonLines(
  row: TargetRow,
  { against, number, inFormula }: RowFormat,
  thresholds: VerdictThresholds,
  t: T,
  language: Language,
) {
  const { now, plan, target } = row;
  const lines: Line[] = [];
  if (now !== undefined && plan !== undefined && row.attainment !== undefined) {
    const [a, b] = inOrder(now.value, plan.value, row);
    lines.push([
      t('how_attainment'),
      t('how_quotient', {
        a: inFormula(a),
        b: inFormula(b),
        result: formatAttainment(row.attainment, thresholdsOf(row, thresholds), language),
      }),
    ]);
  }
  if (now !== undefined && plan !== undefined && against !== undefined && row.gap !== undefined)
    lines.push([
      t('how_gap'),
      t('how_difference', { a: number(now.value), b: number(plan.value), result: against.gap }),
    ]);
  const points = pointsAhead(row) === undefined ? undefined : planPoints(row);
  if (points !== undefined) {
    const [a, b] = inOrder(points.reached, points.planned, row).map(
      (percent) => formatValue(percent, 'percent', language, { digits: 2 }).text,
    );
    const result = pointsText(points.points, language);
    lines.push([t('how_points'), t('how_difference', { a: a ?? '', b: b ?? '', result })]);
  }
  if (now !== undefined && target !== undefined && row.completion !== undefined) {
    const [a, b] = inOrder(now.value, target, row);
    lines.push([
      t('how_completion'),
      t('how_quotient', {
        a: number(a),
        b: number(b),
        result: formatShare(row.completion, [100], language),
      }),
    ]);
  }
  return lines;
}

/** Writes what remains to the target, and the needed pace. */
function remainingLines(
  row: TargetRow,
  { number, writePace }: RowFormat,
  t: T,
  language: Language,
) {
  const { now } = row;
  const monthCount = now === undefined ? 0 : monthsBetween(now.date, row.deadline);
  const months = formatNumber(monthCount, language, Number.isInteger(monthCount) ? 0 : 1);
  const lines: Line[] = [];
  if (now !== undefined && row.remaining !== undefined && row.remaining !== '0') {
    const rising = getDirection(row.comparator) === 1;
    const [a, b] = rising
      ? [addDecimal(now.value, row.remaining), now.value]
      : [now.value, subtractDecimal(now.value, row.remaining)];
    lines.push([
      t('how_remaining'),
      t('how_difference', { a: number(a), b: number(b), result: number(row.remaining) }),
    ]);
    if (row.required_per_month !== undefined)
      lines.push([
        t('how_needed'),
        t('how_needed_is', {
          left: number(row.remaining),
          months,
          result: writePace(row.required_per_month),
        }),
      ]);
  }
  return lines;
}

/** Writes the rule of the verdict, the declared status, the source and wording of the target, and earlier targets. */
function targetLines(row: TargetRow, thresholds: VerdictThresholds, t: T, language: Language) {
  const lines: Line[] = [];
  const { ahead, on, slightly } = thresholdsOf(row, thresholds);
  if (row.plan !== undefined)
    lines.push([t('how_rule'), t('how_rule_is', { ahead, on, slightly })]);
  if (row.declared !== undefined)
    lines.push([
      declaredStatusTerms.declared_status[language],
      declaredStatusSentence(row.declared, language),
    ]);
  lines.push([
    t('how_source'),
    `${sentenceStart(row.wording[language])}${t('clause')}${sourceWithDate(row.target_source, row.target_source_date, language)}`,
  ]);
  if (row.wording_outdated === true) lines.push([t('how_wording'), t('how_wording_outdated')]);
  for (const earlier of row.earlier ?? [])
    lines.push([t('how_was'), earlierText(earlier, row, language)]);
  return lines;
}

/**
 * The formulas of one row of the targets table with its own numbers, its definition and its source.
 */
export function HowLines({
  row,
  thresholds,
}: {
  readonly row: TargetRow;
  readonly thresholds: VerdictThresholds;
}) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const format = rowFormat(row, language);
  const lines: readonly Line[] = [
    ...valueLines(row, format, t, language),
    ...comparisonLines(row, format, thresholds, t, language),
    ...remainingLines(row, format, t, language),
    ...(row.current_per_month === undefined
      ? []
      : [
          [
            t('how_pace'),
            t('how_pace_is', { current: format.writePace(row.current_per_month) }),
          ] as const,
        ]),
    ...forecastLines(row, language),
    ...targetLines(row, thresholds, t, language),
  ];
  return (
    <div className={listsStyles.explanation}>
      <p>
        <b>{row.name[language]}</b>{' '}
        {row.verdict_status === 'reported' ? null : <StatusChip status={row.verdict_status} />}
      </p>
      <p>{row.definition[language]}</p>
      <dl>
        {lines.map(([name, line]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{line}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
