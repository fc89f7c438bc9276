import { compact } from '#domain/values/compact.ts';
import { absenceTerms } from '#domain/labels/general/missing-figure.ts';
import { monthEnd } from '#domain/values/date.ts';
import { differenceUnit, formatDate } from '#domain/values/format.ts';
import type { IndicatorChange, ValueOn } from '#domain/changes/indicator-changes.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';
import { changedValueText, changeText } from '#domain/labels/targets/indicator-change.ts';
import type { Text } from '#domain/values/language.ts';
import type { Indicator, MeasuredObservation } from '#domain/zone/indicator.ts';
import { explainTerms } from './labels/index.ts';
import type { DayExplanation } from '#domain/measures/explanation.ts';
import { stateValue, absences, inAll } from './texts.ts';
import { sourceOfValue } from './own-source.ts';

interface MonthSubject {
  readonly indicator: Pick<Indicator, 'id' | 'name' | 'unit'>;
  readonly observations: readonly MeasuredObservation[];
  /** Omitted for the newest month with a value. */
  readonly month: Month | undefined;
  readonly sourceTitle: (id: string) => Text;
}

/** Explains the value of a month as it was reported. */
export function explainMonth({
  indicator: { id, name, unit },
  observations,
  month,
  sourceTitle,
}: MonthSubject): DayExplanation {
  const own = observations.filter(({ indicator }) => indicator === id);
  const row =
    month === undefined
      ? own.findLast(({ value }) => value !== undefined)
      : own.find(({ period }) => period === month);
  const items = own.toReversed().map(({ period, value, missing, data_status, source }) => ({
    period,
    unit,
    data_status,
    ...compact({ value, missing, source: source === undefined ? undefined : sourceTitle(source) }),
  }));
  const value = row?.value;
  return {
    subject: name,
    ...stateValue(
      value,
      unit,
      row?.missing === undefined ? absences.no_value : absenceTerms[row.missing],
    ),
    ...compact({
      sources:
        row === undefined
          ? undefined
          : [
              sourceOfValue(
                row.source === undefined ? undefined : sourceTitle(row.source),
                row.data_status,
                monthEnd(row.period),
              ),
            ],
    }),
    data_status: row?.data_status ?? 'reported',
    rows: { kind: 'values', items },
  };
}

const sideText = (change: IndicatorChange, on: ValueOn | undefined): Text =>
  on === undefined
    ? absences.no_value
    : inAll(
        (language) =>
          `${changedValueText(change, on.value, language)} (${formatDate(on.date, language)})`,
      );

/** Explains the difference of an indicator between two days. */
export function explainIndicatorChange(
  change: IndicatorChange,
  { since, data_status }: { readonly since: IsoDate; readonly data_status: DataStatus },
): DayExplanation {
  const { name, unit, from, to, difference } = change;
  const text =
    difference === undefined ? undefined : inAll((language) => changeText(change, language));
  return {
    subject: name,
    ...compact({
      absent: difference === undefined ? absences.not_comparable : undefined,
      text,
      exact:
        difference === undefined ? undefined : [{ value: difference, unit: differenceUnit(unit) }],
      filled:
        text === undefined || from === undefined || to === undefined
          ? undefined
          : inAll(
              (language) =>
                `${changedValueText(change, to.value, language)} − ${changedValueText(change, from.value, language)} = ${text[language]}`,
            ),
    }),
    parts: [
      { name: explainTerms.parts.first_day, text: sideText(change, from) },
      { name: explainTerms.parts.second_day, text: sideText(change, to) },
    ],
    data_status: to?.data_status ?? data_status,
    since,
    rows: { kind: 'none' },
  };
}
