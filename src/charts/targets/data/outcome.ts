import { isWhole, roundHalfUp, scaleByTen } from '#domain/values/decimal.ts';
import { differenceUnit, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { verdictTerms } from '#domain/labels/index.ts';
import { findPaceOutcome } from '#domain/targets/pace-outcome.ts';
import { type MeasureUnit, valueText } from '#charts/kit/text/units.ts';
import { rowUnit } from './row-unit.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { pointsAhead } from '#domain/targets/points-ahead.ts';
import { pointsText } from '#domain/labels/targets/points.ts';
import { targetsChartLabels } from '#charts/targets/labels/index.ts';

/** The decimals with which an amount above 0 is not written as 0. */
const visibleDigits = (amount: string, unit: MeasureUnit): number =>
  [0, 1, 2, 3, 4]
    .map((more) => unit.digits + more)
    .find((digits) => Number(roundHalfUp(scaleByTen(amount, -unit.scale), digits)) > 0) ??
  unit.digits;

/**
 * The words after a verdict: the result at the present pace by the deadline. Empty without a
 * forecast.
 */
export interface OutcomeText {
  /** As in "at this pace 17 short of the target". */
  readonly long: string;
  /** For a column of a picture. */
  readonly short: string;
}

/**
 * Writes the second half of a verdict, for screen, picture, report, link and file alike.
 * @returns undefined if nothing can be said of the result
 */
export function outcomeText(row: TargetRow, language: Language): OutcomeText | undefined {
  const unit = rowUnit(row, language);
  const outcome = findPaceOutcome(row);
  const words = targetsChartLabels[language].outcome;
  if (outcome === undefined) return undefined;
  if (outcome.kind === 'met') return words.met('');
  const digits = isWhole(outcome.by) && unit.scale === 0 ? 0 : visibleDigits(outcome.by, unit);
  const amount = unit.isSelfNamed
    ? valueText(outcome.by, unit, digits)
    : formatValue(outcome.by, differenceUnit(row.unit), language, { like: unit.like, digits }).text;
  return words[outcome.away ? (outcome.kind === 'short' ? 'shortAway' : 'overAway') : outcome.kind](
    amount,
  );
}

/**
 * Writes how many points a row is from its plan, as "12.92 points behind".
 * @returns undefined without a plan to date
 */
export function rowPoints(row: TargetRow, language: Language): string | undefined {
  const points = pointsAhead(row);
  return points === undefined ? undefined : pointsText(points, language);
}

/**
 * Writes a verdict with its basis and its second half: "Slightly behind (12.92 points behind); at
 * this pace 17 short of the target".
 */
export function verdictText(row: TargetRow, language: Language): string {
  const outcome = outcomeText(row, language);
  const points = rowPoints(row, language);
  const verdict =
    verdictTerms[row.verdict][language] +
    (points === undefined ? '' : kitLabels[language].brackets(points));
  return outcome === undefined
    ? verdict
    : `${verdict}${targetsChartLabels[language].clause}${outcome.long}`;
}
