import { daysOfMonths } from '#domain/analysis/events/incidence.ts';
import type { Cohort, CohortEnd, CohortFunnel } from '#domain/analysis/events/cohort-funnel.ts';
import { periodName } from '#domain/analysis/events/period-name.ts';
import { stageTerms } from '#domain/labels/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import { toMonth, type Month } from '#domain/values/date.ts';
import { divideDecimal, fromNumber, toNumber } from '#domain/values/decimal.ts';
import { formatCount, formatPercent, formatValue } from '#domain/values/format.ts';
import type { Text } from '#domain/values/language.ts';
import type { Terms } from '#domain/values/term.ts';
import { analysisTerms } from './labels/index.ts';
import type { DayExplanation, LeftOut } from '#domain/measures/explanation.ts';
import type { CohortRowsInput } from '#domain/measures/rows-input.ts';
import { absences, countText, inAll, leftOut } from '#domain/measures/explain/texts.ts';

const endTerms: Terms<CohortEnd> = analysisTerms.cohort_ends;

/** The cohorts and the requested one. */
export interface CohortSubject {
  readonly funnel: CohortFunnel;
  readonly first_month?: Month | undefined;
  readonly end?: CohortEnd | undefined;
  readonly data_status: DataStatus;
  readonly sources: NonNullable<DayExplanation['sources']>;
}

function listLeftOut({ funnel: { left_out } }: CohortSubject): LeftOut[] {
  return [
    ...leftOut(analysisTerms.no_cohort.undated, left_out.undated),
    ...leftOut(analysisTerms.no_cohort.before, left_out.before),
    ...leftOut(analysisTerms.no_cohort.passed, left_out.passed),
    ...leftOut(analysisTerms.no_cohort.stage_unset, left_out.stage_unset),
  ];
}

const stepsText = ({ funnel: { from, to } }: CohortSubject): Text =>
  inAll((language) => `${stageTerms[from][language]} → ${stageTerms[to][language]}`);

function subjectText(subject: CohortSubject, cohort: Cohort | undefined): Text {
  const { end } = subject;
  return inAll((language) =>
    [
      stepsText(subject)[language],
      ...(cohort === undefined ? [] : [periodName(cohort, language)]),
      ...(end === undefined ? [] : [endTerms[end][language]]),
    ].join(' · '),
  );
}

function rowsOf(
  { funnel, end }: CohortSubject,
  more: Pick<CohortRowsInput, 'months' | 'followed'>,
): DayExplanation['rows'] {
  const { first_known_day, from, to } = funnel;
  if (first_known_day === undefined) return { kind: 'none' };
  return { kind: 'cohort', first_known_day, from, to, ...compact({ end }), ...more };
}

/** Explains how many projects of a cohort came to an end, or their share. */
export function explainCohort(subject: CohortSubject, as: 'count' | 'share'): DayExplanation {
  const { funnel, first_month, end, sources, data_status } = subject;
  const cohort = funnel.cohorts.find((one) => one.first_month === first_month);
  const counts = first_month === undefined ? funnel.all : cohort;
  const isUnknown =
    counts === undefined ||
    (cohort?.state === 'unknown' && cohort.n === 0) ||
    (first_month === undefined && counts.n === 0 && funnel.left_out.undated > 0);
  const base = {
    subject: subjectText(subject, cohort),
    sources,
    data_status,
    left_out: listLeftOut(subject),
    rows: rowsOf(
      subject,
      cohort === undefined
        ? {}
        : { months: { first: cohort.first_month, last: toMonth(cohort.end) } },
    ),
  };
  if (isUnknown) return { ...base, absent: absences.unknown };
  const count = end === undefined ? counts.n : counts[end];
  if (as === 'count')
    return {
      ...base,
      text: countText(count),
      exact: [{ value: String(count), unit: 'projects' }],
    };
  if (counts.n < 5) return { ...base, absent: absences.too_few };
  const value = divideDecimal(String(count), String(counts.n), 6);
  const text = inAll((language) => formatPercent(toNumber(value), language, 1));
  return {
    ...base,
    text,
    exact: [{ value, unit: 'ratio' }],
    filled: inAll(
      (language) =>
        `${formatCount(count, language)} ÷ ${formatCount(counts.n, language)} = ${text[language]}`,
    ),
  };
}

/**
 * Explains the cumulative incidence after some months, or how many cases were followed that long.
 */
export function explainIncidence(
  subject: CohortSubject,
  months: number,
  as: 'share' | 'followed',
): DayExplanation {
  const { funnel, end, sources, data_status } = subject;
  const point = funnel.incidence?.points.find((one) => one.months === months);
  const after = inAll(
    (language) => formatValue(String(months), 'months', language, { digits: 0 }).text,
  );
  const base = {
    subject: inAll(
      (language) => `${subjectText(subject, undefined)[language]} · ${after[language]}`,
    ),
    sources,
    data_status,
    left_out: listLeftOut(subject),
  };
  if (point === undefined)
    return { ...base, absent: absences.too_few, rows: rowsOf({ ...subject, end: undefined }, {}) };
  const { moved, left, followed } = point;
  const parts = [
    {
      name: analysisTerms.parts.all_cohorts,
      text: countText(funnel.incidence?.n ?? 0),
    },
    {
      name: analysisTerms.parts.followed,
      text: countText(followed),
    },
  ];
  if (as === 'followed')
    return {
      ...base,
      text: countText(followed),
      exact: [{ value: String(followed), unit: 'projects' }],
      parts,
      rows: rowsOf({ ...subject, end: undefined }, { followed: daysOfMonths(months) }),
    };
  const share = end === 'moved' ? moved : end === 'left' ? left : Math.max(0, 1 - moved - left);
  const value = fromNumber(Number(share.toFixed(6)));
  const isEnd = end === 'moved' || end === 'left';
  return {
    ...base,
    text: inAll((language) => formatPercent(share, language, 1)),
    exact: [{ value, unit: 'ratio' }],
    parts,
    rows: rowsOf(isEnd ? subject : { ...subject, end: undefined }, {}),
  };
}
