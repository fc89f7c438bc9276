import {
  type EventRow,
  type EventSeries,
  type EventSum,
  findKnownSum,
} from '#domain/analysis/events/event-series.ts';
import { findPeriod } from '#domain/analysis/events/calendar-periods.ts';
import type { IndicatorSeries } from '#domain/analysis/events/indicator-series.ts';
import { periodName } from '#domain/analysis/events/period-name.ts';
import type { ProjectEvent } from '#domain/analysis/events/project-events.ts';
import { measureTerms } from '#domain/labels/projects/field.ts';
import { compact } from '#domain/values/compact.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import { addMonths, monthEnd, toMonth, type Month } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Text } from '#domain/values/language.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import type { Terms } from '#domain/values/term.ts';
import { explainTerms } from '#domain/measures/explain/labels/index.ts';
import { analysisTerms } from './labels/index.ts';
import type {
  DayExplanation,
  ExplainedPart,
  ExplainedValue,
} from '#domain/measures/explanation.ts';
import type { EventRowsInput } from '#domain/measures/rows-input.ts';
import {
  stateValue,
  absences,
  countText,
  inAll,
  leftOut,
  moneyList,
  reasons,
} from '#domain/measures/explain/texts.ts';

export const eventTerms: Terms<ProjectEvent> = analysisTerms.events;

/** A series of events and the requested period. */
export interface EventSubject {
  readonly events: EventSeries;
  readonly event: ProjectEvent;
  /** The first month of the period; omitted for events before the records. */
  readonly first_month?: Month | undefined;
  readonly currency?: string | undefined;
  readonly data_status: DataStatus;
  readonly sources: NonNullable<DayExplanation['sources']>;
}
export type EventFigure = 'sum' | 'total' | 'unknown';

const rowOf = ({ events, event }: EventSubject): EventRow | undefined =>
  events.rows.find((row) => row.event === event);

/**
 * Finds the figure of a period. For a period a year before the series, the figure is in the period
 * a year later.
 */
function findSum(subject: EventSubject, figure: EventFigure): EventSum | undefined {
  const row = rowOf(subject);
  const { first_month } = subject;
  if (row === undefined) return undefined;
  if (first_month === undefined) return row.opening;
  const period = row.periods.find((one) => one.first_month === first_month);
  if (figure === 'total') return period?.total;
  if (period?.sum !== undefined) return figure === 'sum' ? findKnownSum(period) : period.sum;
  return row.periods.find((one) => one.first_month === addMonths(first_month, 12))?.before;
}

function rowsOf(subject: EventSubject, figure: EventFigure): DayExplanation['rows'] {
  const { events, event, first_month, currency } = subject;
  const { first_known_day: first, measure, size } = events;
  const start = rowOf(subject)?.periods[0]?.first_month;
  if (first === undefined || start === undefined) return { kind: 'none' };
  const to =
    first_month === undefined ? addMonths(start, -1) : toMonth(findPeriod(first_month, size).end);
  const isUpTo = figure === 'total' || first_month === undefined;
  const rows: EventRowsInput = {
    kind: 'event',
    event,
    measure,
    first_known_day: first,
    to,
    ...compact({
      from: isUpTo ? undefined : first_month,
      currency: figure === 'unknown' ? undefined : currency,
      known: figure === 'unknown' ? false : undefined,
    }),
  };
  return rows;
}

/** The figure of a period in its unit: a count, or a sum in one currency. */
function findValue(
  { events: { measure }, currency }: EventSubject,
  figure: EventFigure,
  sum: EventSum | undefined,
): string | undefined {
  if (sum === undefined) return undefined;
  if (figure === 'unknown') return String(sum.undisclosed);
  if (measure === 'projects') return String(sum.count);
  const money = sum.amounts.find((one) => one.currency === currency);
  if (money !== undefined) return toMajor(fromWire(money));
  return sum.count === 0 || sum.count > sum.undisclosed ? '0' : undefined;
}

function listParts({ events }: EventSubject, sum: EventSum | undefined): ExplainedPart[] {
  const { first_known_day: first, measure } = events;
  if (first === undefined) return [];
  return [
    {
      name: analysisTerms.parts.first_known_day,
      text: inAll((language) => formatDate(first, language, 'long')),
    },
    ...(sum === undefined || sum.by === 0
      ? []
      : [
          {
            name: analysisTerms.parts.by_edition,
            text: countText(sum.by),
          },
        ]),
    ...(sum === undefined || measure === 'projects' || sum.amounts.length < 2
      ? []
      : [{ name: measureTerms[measure], text: moneyList(sum.amounts) }]),
  ];
}

function subjectText({ events, event, first_month }: EventSubject): Text {
  const { measure, size } = events;
  const when: Text =
    first_month === undefined
      ? analysisTerms.records_start
      : inAll((language) => periodName(findPeriod(first_month, size), language));
  return inAll((language) =>
    [
      eventTerms[event][language],
      ...(measure === 'projects' ? [] : [measureTerms[measure][language]]),
      when[language],
    ].join(' · '),
  );
}

/** Explains events of a period, their amounts, or all up to its end. */
export function explainEvents(subject: EventSubject, figure: EventFigure): DayExplanation {
  const { events, currency, sources, data_status } = subject;
  const sum = findSum(subject, figure);
  const value = findValue(subject, figure, sum);
  const isCount = events.measure === 'projects' || figure === 'unknown';
  const unit = isCount ? 'projects' : (currency ?? '');
  return {
    subject: subjectText(subject),
    ...stateValue(value, unit, absences.unknown),
    parts: listParts(subject, isCount ? undefined : sum),
    left_out: figure === 'unknown' ? [] : leftOut(reasons.no_amount, sum?.undisclosed),
    sources,
    data_status,
    rows: rowsOf(subject, figure),
  };
}

interface PeriodSubject {
  readonly series: IndicatorSeries;
  readonly first_month: Month | undefined;
  readonly values: readonly ExplainedValue[];
  readonly sources: NonNullable<DayExplanation['sources']>;
}

/** Explains the value of an indicator of a period, with the months that it is made of. */
export function explainPeriodValue({
  series,
  first_month,
  values,
  sources,
}: PeriodSubject): DayExplanation {
  const { indicator, periods, size, means, data_status } = series;
  const period = periods.find((one) => one.first_month === first_month);
  const after =
    first_month === undefined
      ? undefined
      : periods.find((one) => one.first_month === addMonths(first_month, 12));
  const value = period?.value ?? after?.before;
  const eventPeriod = first_month === undefined ? undefined : findPeriod(first_month, size);
  const { unit, name } = indicator;
  return {
    subject: inAll((language) =>
      [
        name[language],
        ...(eventPeriod === undefined ? [] : [periodName(eventPeriod, language)]),
      ].join(' · '),
    ),
    ...stateValue(value, unit, absences.no_value),
    parts: [
      {
        name: explainTerms.parts.covers,
        text: means === 'added' ? analysisTerms.covers.added : analysisTerms.covers.end,
      },
    ],
    sources,
    data_status,
    rows: {
      kind: 'values',
      items: values.filter(
        ({ period: month }) =>
          eventPeriod === undefined ||
          (month >= addMonths(eventPeriod.first_month, -1) && monthEnd(month) <= eventPeriod.end),
      ),
    },
  };
}
