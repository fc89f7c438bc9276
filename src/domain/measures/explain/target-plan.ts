import { compact } from '#domain/values/compact.ts';
import { baselineKindTerms, planPathTerms } from '#domain/labels/targets/plan.ts';
import { endOfPlan } from '#domain/labels/targets/against-plan.ts';
import { findPlanRoute, planShare, planValue, rowPlan } from '#domain/targets/plan.ts';
import type { Forecast } from '#domain/targets/target-row.ts';
import { refusalTerms } from '#domain/labels/targets/forecast.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { convertToSecondary } from '#domain/overview/secondary-currency.ts';
import { rateWords } from '#domain/changes/exchange-rate.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { roundNoise } from '#domain/values/decimal.ts';
import { formatDate, formatPercent, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { explainTerms } from './labels/index.ts';
import type { DayExplanation } from '#domain/measures/explanation.ts';
import { absences, inAll } from './texts.ts';
import {
  common,
  dayPart,
  explainAbsence,
  findTargetNumber,
  type TargetSubject,
} from './target-subject.ts';

/** Explains the value from which a plan starts. */
export function explainBaseline(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const { baseline } = row;
  if (baseline === undefined) return explainAbsence(subject, absences.not_comparable);
  return {
    ...common(subject),
    text: inAll((language) => findTargetNumber(row, language)(baseline.value)),
    exact: [{ value: baseline.value, unit: row.unit }],
    parts: [
      dayPart(baseline.date),
      { name: explainTerms.parts.baseline_origin, text: baselineKindTerms[baseline.kind] },
    ],
  };
}

/** Explains the plan of a target on a day. */
export function explainPlanAt(
  subject: TargetSubject,
  plan: Pick<Overview['plan'], 'path' | 'checkpoints'>,
  day: IsoDate,
): DayExplanation {
  const { row } = subject;
  const { target, baseline } = row;
  const way = findPlanRoute(row);
  if (way === undefined || target === undefined || baseline === undefined || day < way.start)
    return explainAbsence(subject, absences.not_comparable);
  const own = rowPlan(row, plan);
  const share = planShare(way, day, own.path, own.checkpoints);
  const value = planValue(Number(baseline.value), Number(target), share);
  const atDay = row.series.find(({ date }) => date === day)?.value;
  const write = (language: Language) =>
    subject.againstPlan(
      {
        ...row,
        ...compact({
          now:
            row.now === undefined || atDay === undefined ? undefined : { ...row.now, value: atDay },
        }),
        plan: { value, share, path: own.path, data_status: row.verdict_status },
      },
      language,
    );
  return {
    ...common(subject),
    text: inAll((language) => write(language).plan ?? ''),
    exact: [{ value: roundNoise(value), unit: row.unit }],
    filled: inAll((language) => {
      const number = findTargetNumber(row, language);
      const start = number(baseline.value);
      return `${start} + (${number(target)} − ${start}) × ${formatPercent(share, language, 2)} = ${endOfPlan(write(language))}`;
    }),
    parts: [dayPart(day), { name: explainTerms.parts.plan_path, text: planPathTerms[own.path] }],
  };
}

type Band = Extract<Forecast, { kind: 'range' }>;
/** Explains one point of the band of a forecast. */
export function explainBand(
  subject: TargetSubject,
  point: keyof Pick<Band, 'p10' | 'p25' | 'p75' | 'p90'>,
): DayExplanation {
  const { row } = subject;
  const { forecast } = row;
  if (forecast.kind === 'refused') return explainAbsence(subject, refusalTerms[forecast.reason]);
  const value = roundNoise(forecast[point]);
  return {
    ...common(subject),
    text: inAll((language) => findTargetNumber(row, language)(value)),
    exact: [{ value, unit: row.unit }],
    parts: [
      {
        name: explainTerms.parts.band_point,
        text: inAll(() => `${point.slice(1)}%`),
      },
      {
        name: explainTerms.parts.middle,
        text: inAll((language) => findTargetNumber(row, language)(forecast.p50)),
      },
      dayPart(forecast.at),
    ],
    data_status: 'forecast',
  };
}

/** Explains an amount in the second currency, with the rate of its day. */
export function explainConverted(
  { beside, strip }: Pick<Overview, 'beside' | 'strip'>,
  value: string,
  currency: string,
): DayExplanation {
  const conversion = beside === undefined ? undefined : convertToSecondary(beside, value, currency);
  if (beside === undefined || conversion === undefined)
    return {
      absent: explainTerms.absences.no_rate,
      data_status: strip.data_status,
      rows: { kind: 'none' },
    };
  const write = (amount: string, unit: string) =>
    inAll((language) => formatValue(amount, unit, language).text);
  const [from, to] = [write(value, currency), write(conversion, beside.currency)];
  return {
    text: to,
    exact: [{ value: conversion, unit: beside.currency }],
    filled: inAll((language) => `${from[language]} → ${to[language]}`),
    parts: beside.used.map((rate) => ({
      name: explainTerms.parts.exchange_rate,
      text: inAll((language) => `${rateWords(rate)} (${formatDate(rate.day, language, 'long')})`),
    })),
    sources: beside.used.map((rate) => ({
      title: inAll(() => rate.source),
      date: rate.day,
    })),
    data_status: strip.data_status,
    rows: { kind: 'none' },
  };
}
