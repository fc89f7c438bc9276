import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { endpoints } from '#contract/endpoints.ts';
import { type Doubt, findDoubt } from '#domain/targets/value-doubts.ts';
import { readTypedValue, type TypedValue } from '#domain/targets/entry/typed-value.ts';
import { findObservation } from '#domain/targets/entry/value-entry.ts';
import { findValueToDate, type ValueToDate } from '#domain/targets/setup/value-to-date.ts';
import { addMonths, lastWholeMonth, type Month } from '#domain/values/date.ts';
import { scaleByTen } from '#domain/values/decimal.ts';
import { findPower } from '#domain/values/unit-power.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { useManyObservations } from '#web/data/observations/use-many-observations.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { call, idempotencyKey } from '#web/data/transport.ts';
import { forgetStep, type ChangeDraft, type SetupDraft } from '#web/features/setup/draft.ts';
import type { SetupRow } from '#web/features/setup/targets/rows.ts';
import { useLanguage } from '#web/i18n/text.ts';

/** One value of the form: an indicator in a month. */
export interface MonthCell {
  readonly key: string;
  readonly indicator: Indicator;
  readonly period: Month;
  readonly text: string;
  readonly reading: TypedValue;
  readonly doubt: Doubt | undefined;
  readonly isChanged: boolean;
}
export interface MonthRow {
  readonly indicator: Indicator;
  readonly value: MonthCell;
  readonly lastYear: MonthCell;
  /** Omitted where the month has no value that can be read. */
  readonly toDate?: ValueToDate;
}

/** The indicators of the month: those of the rows above, and those of the zone with a target. */
function listIndicators(
  zone: ZoneProfile | undefined,
  rows: readonly SetupRow[],
): readonly Indicator[] {
  const above = rows.map(({ indicator }) => indicator);
  const others = (zone?.indicators ?? []).filter(
    ({ id, kind }) =>
      kind !== 'qualitative' &&
      !above.some((one) => one.id === id) &&
      zone?.targets.some(({ indicator }) => indicator === id),
  );
  return [...above, ...others];
}

/** Saves the changed values as one revision. */
function useSaveCells(changedCells: readonly MonthCell[], draft: SetupDraft, change: ChangeDraft) {
  const client = useQueryClient();
  const [failure, setFailure] = useState<ProblemError>();
  const [isSaving, setSaving] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const source = draft.source?.trim() ? { source: draft.source.trim() } : {};
  /** @returns whether all is stored; undefined when there is nothing to store */
  const save = async (): Promise<boolean | undefined> => {
    setChecked(true);
    const stops = changedCells.find(
      (cell) => cell.reading.kind === 'wrong' || cell.doubt !== undefined,
    );
    if (stops !== undefined) {
      document.getElementById(stops.key)?.focus();
      return false;
    }
    if (changedCells.length === 0) return undefined;
    setSaving(true);
    setFailure(undefined);
    try {
      const values = changedCells.flatMap(({ indicator, period, reading }) =>
        reading.kind === 'value'
          ? [{ indicator: indicator.id, period, value: reading.value, confirm: true, ...source }]
          : [],
      );
      await call(endpoints.addObservations, { body: { values }, headers: idempotencyKey() });
      await client.invalidateQueries();
      change((now) => forgetStep(now, 'month'));
      return true;
    } catch (error) {
      setFailure(toProblem(error));
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { save, failure, isSaving, isChecked };
}

/** The form of the first month, with the same month of the year before. */
export function useMonthForm(
  zone: ZoneProfile | undefined,
  rows: readonly SetupRow[],
  draft: SetupDraft,
  change: ChangeDraft,
) {
  const language = useLanguage();
  const today = serverDay();
  const month = draft.month ?? lastWholeMonth(today);
  const indicators = listIndicators(zone, rows);
  const storedIndicators = indicators.filter(({ id }) =>
    zone?.indicators.some((one) => one.id === id),
  );
  const queries = useManyObservations(storedIndicators.map(({ id }) => id));
  const findObservations = (id: string): readonly Observation[] =>
    queries[storedIndicators.findIndex((one) => one.id === id)]?.data?.items ?? [];
  const makeCell = (indicator: Indicator, period: Month): MonthCell => {
    const key = `${indicator.id} ${period}`;
    const power = findPower(indicator, language);
    const old = findObservation(findObservations(indicator.id), period)?.value;
    const text = draft.values[key] ?? (old === undefined ? '' : scaleByTen(old, -power));
    const reading = readTypedValue(text, indicator, power);
    const isChanged =
      reading.kind === 'wrong' || (reading.kind === 'value' && reading.value !== old);
    const doubt =
      isChanged && reading.kind === 'value' && draft.sure[key] !== text
        ? findDoubt(indicator, period, reading.value, findObservations(indicator.id))
        : undefined;
    return { key, indicator, period, text, reading, doubt, isChanged };
  };
  const cells = indicators.map((indicator): MonthRow => {
    const value = makeCell(indicator, month);
    const { reading } = value;
    const lastYear = makeCell(indicator, addMonths(month, -12));
    if (reading.kind !== 'value') return { indicator, value, lastYear };
    const observations = findObservations(indicator.id);
    const toDate = findValueToDate(indicator, observations, month, reading.value);
    return { indicator, value, lastYear, toDate };
  });
  const changedCells = cells.flatMap((row) => [row.lastYear, row.value]).filter((c) => c.isChanged);
  const saving = useSaveCells(changedCells, draft, change);
  return { month, today, cells, isTyped: changedCells.length > 0, ...saving };
}
export type MonthForm = ReturnType<typeof useMonthForm>;
