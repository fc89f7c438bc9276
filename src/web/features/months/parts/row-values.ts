import { compact } from '#domain/values/compact.ts';
import type { CauseNote, Indicator, Observation, Target } from '#domain/zone/indicator.ts';
import type { Month } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import type { Asked } from '#web/loading/query-view.tsx';
import type { NewObservation } from '#contract/targets/schemas.ts';
import type { Field } from './month-draft.ts';
import {
  formatTypedValue,
  readTypedValue,
  findObservation,
  type TypedValue,
} from '#domain/targets/value-entry.ts';
import { type Doubt, findDoubt } from '#domain/targets/value-doubts.ts';

export interface Row {
  readonly indicator: Indicator;
  readonly target: Target | undefined;
  readonly query:
    | Asked<{ readonly items: readonly Observation[]; readonly notes: readonly CauseNote[] }>
    | undefined;
}
export const readValues = (row: Row): readonly Observation[] => row.query?.data?.items ?? [];
export const readNote = (row: Row, month: Month): string =>
  row.query?.data?.notes.find((n) => n.period === month)?.text ?? '';

/** Fills a row from the stored value, reason and note of the month. */
export function storedField(row: Row, month: Month, language: Language): Field {
  const stored = findObservation(readValues(row), month);
  return {
    text:
      stored?.value === undefined
        ? ''
        : formatTypedValue(stored.value, row.indicator.unit, language),
    missing: stored?.missing ?? '',
    note: readNote(row, month),
    sure: false,
  };
}

/** How a row reads. */
export interface ReadRow {
  readonly row: Row;
  readonly field: Field;
  readonly typed: TypedValue;
  readonly doubt: Doubt | undefined;
  /** Omitted when the row equals the stored one. */
  readonly send: NewObservation | undefined;
}
export function readRow(row: Row, field: Field, month: Month, language: Language): ReadRow {
  const typed =
    field.missing === ''
      ? readTypedValue(field.text, row.indicator, language)
      : ({ kind: 'empty' } as const);
  const stored = findObservation(readValues(row), month);
  const note = field.note.trim();
  const noteChanged = note !== readNote(row, month);
  const sameValue = typed.kind === 'value' && stored?.value === typed.value;
  const doubt =
    typed.kind === 'value' && !sameValue
      ? findDoubt(row.indicator, month, typed.value, readValues(row))
      : undefined;
  const withNote = noteChanged ? { note } : {};
  let send: NewObservation | undefined;
  if (typed.kind === 'value' && (!sameValue || noteChanged))
    send = {
      period: month,
      value: typed.value,
      ...withNote,
      ...compact({ confirm: field.sure ? true : undefined }),
    };
  else if (field.missing !== '' && (stored?.missing !== field.missing || noteChanged))
    send = { period: month, value: null, missing: field.missing, ...withNote };
  else if (typed.kind === 'empty' && field.missing === '' && noteChanged && stored !== undefined) {
    send = {
      period: month,
      value: stored.value ?? null,
      ...compact({ missing: stored.missing }),
      ...withNote,
    };
  } else if (typed.kind === 'empty' && field.missing === '' && noteChanged)
    send = { period: month, value: null, missing: 'not_reported', ...withNote };
  return { row, field, typed, doubt, send };
}
