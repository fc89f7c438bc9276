import { compact } from '#domain/values/compact.ts';
import { bandTerm, refusalTerms } from '#domain/labels/targets/forecast.ts';
import { findNeededPace } from '#domain/outlook/needed-pace.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { getDirection } from '#domain/targets/verdict.ts';
import { isCountedRow } from '#domain/targets/counted-row.ts';
import { monthsBetween } from '#domain/values/date.ts';
import { addDecimal, fromNumber } from '#domain/values/decimal.ts';
import { visibleDigits } from '#domain/values/digit-places.ts';
import { differenceUnit, formatNumber, formatPercent, formatValue } from '#domain/values/format.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { Language } from '#domain/values/language.ts';
import type { DayExplanation } from '#domain/measures/explanation.ts';
import { explainTerms } from './labels/index.ts';
import {
  common,
  explainAbsence,
  findTargetDifference,
  findTargetNumber,
  type TargetSubject,
} from './target-subject.ts';
import { absences, inAll } from './texts.ts';

/** Explains what remains to the target. */
export function explainRemaining(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const { now, remaining } = row;
  if (now === undefined || remaining === undefined)
    return explainAbsence(subject, now === undefined ? absences.no_value : absences.not_comparable);
  const goal = addDecimal(now.value, remaining);
  return {
    ...common(subject),
    text: inAll((language) => findTargetDifference(row, language)(remaining)),
    exact: [{ value: remaining, unit: row.unit }],
    ...compact({
      filled:
        remaining === '0' || getDirection(row.comparator) !== 1
          ? undefined
          : inAll((language) => {
              const number = findTargetNumber(row, language);
              const difference = findTargetDifference(row, language)(remaining);
              return `${number(goal)} − ${number(now.value)} = ${difference}`;
            }),
    }),
  };
}

/** The most decimals of a pace that is not 0. */
const mostPaceDigits = 6;
const paceText = (row: TargetRow, value: number, language: Language): string => {
  const isSmall = Math.abs(value) < 10;
  const digits = isCountedRow(row)
    ? isSmall
      ? 2
      : 1
    : isCurrency(row.unit) || !isSmall
      ? undefined
      : visibleDigits(fromNumber(value), 2, mostPaceDigits);
  return formatValue(value, differenceUnit(row.unit), language, compact({ digits })).text;
};

/** Explains the pace that is needed from now on. */
export function explainNeeded(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const { now } = row;
  const neededPace = findNeededPace(row)?.neededPerMonth;
  if (now === undefined || neededPace === undefined)
    return explainAbsence(subject, now === undefined ? absences.no_value : absences.no_pace);
  const months = monthsBetween(now.date, row.deadline);
  return {
    ...common(subject),
    text: inAll((language) => paceText(row, neededPace, language)),
    exact: [{ value: String(neededPace), unit: differenceUnit(row.unit) }],
    filled: inAll((language) => {
      const remainingMonths = formatNumber(months, language, Number.isInteger(months) ? 0 : 1);
      return `${findTargetDifference(row, language)(neededPace * months)} ÷ ${remainingMonths} = ${paceText(row, neededPace, language)}`;
    }),
  };
}

/** Explains the actual pace. */
export function explainPace(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const current = findNeededPace(row)?.actual;
  if (current === undefined) return explainAbsence(subject, absences.no_pace);
  return {
    ...common(subject),
    text: inAll((language) => paceText(row, current, language)),
    exact: [{ value: String(current), unit: differenceUnit(row.unit) }],
  };
}

/** Explains actual pace ÷ pace needed. */
export function explainPaceRatio(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const { neededPerMonth, actual } = findNeededPace(row) ?? {};
  const isTowards = (actual ?? 0) * getDirection(row.comparator) > 0;
  if (neededPerMonth === undefined || actual === undefined || !isTowards)
    return explainAbsence(subject, actual === undefined ? absences.no_pace : absences.no_growth);
  if (neededPerMonth === 0) return explainAbsence(subject, absences.none_needed);
  const ratio = actual / neededPerMonth;
  const text = inAll((language) => formatPercent(ratio, language));
  return {
    ...common(subject),
    text,
    exact: [{ value: String(ratio), unit: 'ratio' }],
    filled: inAll(
      (language) =>
        `${paceText(row, actual, language)} ÷ ${paceText(row, neededPerMonth, language)} = ${text[language]}`,
    ),
    parts: [
      {
        name: explainTerms.parts.pace_ratio,
        text: inAll((language) => `×${formatNumber(1 / ratio, language, 2)}`),
      },
    ],
  };
}

/** Explains a forecast, or why there is none. */
export function explainForecast(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const { forecast } = row;
  if (forecast.kind === 'refused') return explainAbsence(subject, refusalTerms[forecast.reason]);
  const { from, pace, months, year, p10, p50, p90 } = forecast;
  const straight = p50 <= from + pace * months;
  return {
    ...common(subject),
    text: inAll((language) => findTargetNumber(row, language)(p50)),
    exact: [{ value: String(p50), unit: row.unit }],
    ...compact({
      filled:
        year === undefined && !straight
          ? undefined
          : inAll((language) => {
              const number = findTargetNumber(row, language);
              if (year === undefined)
                return `${number(from)} + ${paceText(row, pace, language)} × ${formatNumber(months, language, 0)} = ${number(p50)}`;
              const [toDate, same, last] = year;
              return `${number(toDate)} ÷ (${number(same)} ÷ ${number(last)}) = ${number(p50)}`;
            }),
    }),
    parts: [
      {
        name: bandTerm,
        text: inAll((language) => {
          const number = findTargetNumber(row, language);
          return `${number(p10)} – ${number(p90)}`;
        }),
      },
    ],
    data_status: 'forecast',
  };
}
