import type { BlockValue } from '#contract/targets/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import { addMonths, type Month } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import { readTypedValue, type TypedValue } from '#domain/targets/entry/typed-value.ts';
import { findObservation, isLeftBlank } from '#domain/targets/entry/value-entry.ts';
import { type Doubt, findDoubt } from '#domain/targets/value-doubts.ts';
import type { DraftValue } from '#contract/targets/month-schemas.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { chooseUnit, typeIn, type ValueUnit } from './value-unit.ts';

/** The typed texts of one row. `seen`: the revision of the stored value when typing began. */
export interface Field {
  readonly text: string;
  readonly missing: MissingReason | '';
  readonly source: string;
  readonly sure: boolean;
  readonly seen: number;
}

/** One indicator with all values of its month. */
export interface Row {
  readonly indicator: Indicator;
  readonly values: readonly Observation[];
  readonly draft: DraftValue | undefined;
  readonly target: TargetRow | undefined;
}
/** The parsed texts of a row. */
export interface ReadRow extends Row {
  readonly unit: ValueUnit;
  readonly field: Field;
  readonly stored: Observation | undefined;
  readonly yearBefore: Observation | undefined;
  readonly monthBefore: Observation | undefined;
  readonly reading: TypedValue;
  readonly doubt: Doubt | undefined;
  /** Another person changed the stored value since typing began. */
  readonly isBehind: boolean;
  /** Omitted when the row equals the stored values. */
  readonly send: BlockValue | undefined;
}

/** Fills a row from its draft, else from the stored value. */
function fillField({ draft, values }: Row, unit: ValueUnit, month: Month): Field {
  const observation = findObservation(values, month);
  const from = draft ?? observation;
  return {
    text: from?.value === undefined ? '' : typeIn(from.value, unit),
    missing: from?.missing ?? '',
    source: from?.source ?? '',
    sure: false,
    seen: observation?.revision ?? 0,
  };
}

/** Makes what the row stores; undefined where it equals the stored values. */
function toSend(
  { indicator }: Row,
  { reading, field, stored }: Pick<ReadRow, 'reading' | 'field' | 'stored'>,
  month: Month,
): BlockValue | undefined {
  const source = field.source.trim();
  const sameSource = source === (stored?.source ?? '');
  const base = { indicator: indicator.id, period: month, source, seen: field.seen };
  if (reading.kind === 'value')
    return stored?.value === reading.value && sameSource
      ? undefined
      : {
          ...base,
          value: reading.value,
          ...compact({ confirm: field.sure ? true : undefined }),
        };
  if (field.missing !== '')
    return stored?.missing === field.missing && sameSource
      ? undefined
      : { ...base, value: null, missing: field.missing };
  return undefined;
}

/** Reads the fields of an indicator in a month: its value, doubt and what to send. */
export function readRow(
  row: Row,
  typedField: Field | undefined,
  month: Month,
  language: Language,
): ReadRow {
  const { indicator, values } = row;
  const unit = chooseUnit(indicator, language);
  const field = typedField ?? fillField(row, unit, month);
  const reading: TypedValue =
    field.missing === '' && !isLeftBlank(indicator, month)
      ? readTypedValue(field.text, indicator, unit.power)
      : { kind: 'empty' };
  const observation = findObservation(values, month);
  const isSame = reading.kind === 'value' && observation?.value === reading.value;
  const doubt =
    reading.kind === 'value' && !isSame
      ? findDoubt(indicator, month, reading.value, values)
      : undefined;
  return {
    ...row,
    unit,
    field,
    stored: observation,
    yearBefore: findObservation(values, addMonths(month, -12)),
    monthBefore: findObservation(values, addMonths(month, -1)),
    reading,
    doubt,
    isBehind: typedField !== undefined && field.seen !== (observation?.revision ?? 0) && !isSame,
    send: toSend(row, { reading, field, stored: observation }, month),
  };
}

/** Whether a row needs its editor: for a wrong number, a doubt, or a value of another person. */
export const isAsking = ({ reading, doubt, field, isBehind }: ReadRow): boolean =>
  reading.kind === 'wrong' || (doubt !== undefined && !field.sure) || isBehind;
