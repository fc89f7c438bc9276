import { compact } from '#domain/values/compact.ts';
import type { AgainstPlan } from '#domain/labels/targets/against-plan.ts';
import { isSumUnknown } from '#domain/targets/derived/unknown-sum.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { getDirection } from '#domain/targets/verdict.ts';
import { isCountedRow } from '#domain/targets/counted-row.ts';
import { differenceUnit, formatDate, formatValue } from '#domain/values/format.ts';
import type { Language, Text } from '#domain/values/language.ts';
import { absentValue } from '#domain/labels/targets/absent-value.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { explainTerms } from './labels/index.ts';
import type { VerdictThresholds } from '#domain/zone/zone.ts';
import type {
  DayExplanation,
  ExplainedPart,
  ExplainedValue,
} from '#domain/measures/explanation.ts';
import { absences, inAll, leftOut, reasons } from './texts.ts';
import { sourceOfValue } from './own-source.ts';

/** A row of the targets table with the other facts that its explanation needs. */
export interface TargetSubject {
  readonly row: TargetRow;
  /** Writes value, plan and gap of a row as all pages do. */
  readonly againstPlan: (row: TargetRow, language: Language) => AgainstPlan;
  readonly thresholds: VerdictThresholds;
  readonly sourceTitle: (id: string) => Text;
}

/** The months behind the value of a row, newest first, without those whose sum is unknown. */
const listValues = ({ row, sourceTitle }: TargetSubject): ExplainedValue[] =>
  row.series
    .filter(({ value, in_month }) => value !== undefined || in_month === undefined)
    .map(({ period, value, missing, data_status, source }) => ({
      period,
      unit: row.unit,
      data_status,
      ...compact({
        value,
        missing,
        source: source === undefined ? undefined : sourceTitle(source),
      }),
    }))
    .toReversed();

/** The parts that every explanation of a target has. */
export function common(
  subject: TargetSubject,
): Omit<DayExplanation, 'text'> & { readonly subject: Text } {
  const { row, sourceTitle } = subject;
  const last = row.series.findLast(({ value }) => value !== undefined);
  const titleOf = (source: string | undefined) =>
    source === undefined ? undefined : sourceTitle(source);
  return {
    subject: row.name,
    left_out: leftOut(
      reasons.not_reported,
      row.series.filter(({ value, in_month }) => value === undefined && in_month === undefined)
        .length,
    ),
    sources: [
      ...(last === undefined
        ? []
        : [sourceOfValue(titleOf(last.source), last.data_status, last.date)]),
      { title: row.target_source, date: row.target_source_date },
    ],
    data_status: row.verdict_status,
    rows: { kind: 'values', items: listValues(subject) },
  };
}

/** An explanation without a figure. It names why a sum is unknown. */
export const explainAbsence = (subject: TargetSubject, absent: Text): DayExplanation => ({
  ...common(subject),
  absent:
    absent === absences.no_value && isSumUnknown(subject.row)
      ? inAll((language) => sentenceStart(absentValue(subject.row, language)))
      : absent,
});

/** How the values of a row are written: all in the multiple of the target. */
export const findTargetNumber =
  (row: TargetRow, language: Language) =>
  (value: string | number, digits?: number): string => {
    const { unit, target, now } = row;
    const like = target ?? now?.value ?? value;
    const places =
      digits ?? (isCountedRow(row) && !Number.isInteger(Number(value)) ? 1 : undefined);
    return formatValue(value, unit, language, { like, ...compact({ digits: places }) }).text;
  };

/** Writes the difference of two values of a target: points for percentages. */
export const findTargetDifference =
  (row: TargetRow, language: Language) =>
  (value: string | number): string =>
    row.unit === 'percent'
      ? formatValue(value, differenceUnit(row.unit), language).text
      : findTargetNumber(row, language)(value);

/** Orders dividend and divisor; reversed where less is better. */
export const inOrder = <T>(row: TargetRow, now: T, other: T): readonly [T, T] =>
  getDirection(row.comparator) === 1 ? [now, other] : [other, now];

/** The day of a value, as a part of an explanation. */
export const dayPart = (date: string): ExplainedPart => ({
  name: explainTerms.parts.day,
  text: inAll((language) => formatDate(date, language, 'long')),
});
