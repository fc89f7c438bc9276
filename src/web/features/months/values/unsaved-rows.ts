import type { Decimal } from '#domain/values/decimal.ts';
import type { Month } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import { keepLastingDraft, readLastingDraft } from '#web/data/use-draft.ts';
import { isField, type Fields } from './month-draft.ts';
import type { Field, ReadRow } from './row-values.ts';
import { typeIn } from './value-unit.ts';

/** A typed row, with the stored value at the time of typing. */
export interface UnsavedField extends Field {
  /** The number as it was understood, in the unit of the store. Omitted where there was none. */
  readonly value?: Decimal;
  /** The stored value when typing began. Omitted where there was none. */
  readonly was?: Decimal;
}
/** Rows of a month that were typed in this browser and not saved. `at`: the last change, in ms. */
export interface UnsavedRows {
  readonly at: number;
  readonly fields: Readonly<Record<string, UnsavedField>>;
}

/** The time in ms for which unsaved rows are offered. */
const offerMs = 30 * 86_400_000;

export interface UnsavedKey {
  /** The author. Nobody else in this browser is offered the rows. */
  readonly person: string;
  readonly origin: string;
  readonly month: Month;
}
const makeKey = ({ person, origin, month }: UnsavedKey): string =>
  `month.${person}.${origin}.${month}`;

const isText = (x: unknown): boolean => x === undefined || typeof x === 'string';
const isUnsavedField = (x: unknown): x is UnsavedField =>
  isField(x) && isText((x as UnsavedField).value) && isText((x as UnsavedField).was);

/**
 * Reads the unsaved rows of a month. Unreadable rows and those of long ago count as none.
 * @returns undefined without any row
 */
export function readUnsavedRows(key: UnsavedKey, now = Date.now()): UnsavedRows | undefined {
  const draft = readLastingDraft(makeKey(key)) as Partial<UnsavedRows> | undefined;
  if (typeof draft?.at !== 'number' || typeof draft.fields !== 'object') return undefined;
  if (draft.fields === null || now - draft.at > offerMs) return undefined;
  const fields = Object.fromEntries(
    Object.entries(draft.fields)
      .filter((entry): entry is [string, UnsavedField] => isUnsavedField(entry[1]))
      .map(([id, field]) => [id, { ...field, sure: false }]),
  );
  return Object.keys(fields).length === 0 ? undefined : { at: draft.at, fields };
}
/** Stores the unsaved rows of a month; without rows there are none. */
export const keepUnsavedRows = (key: UnsavedKey, fields: UnsavedRows['fields']): void =>
  keepLastingDraft(
    makeKey(key),
    Object.keys(fields).length === 0
      ? undefined
      : ({ at: Date.now(), fields } satisfies UnsavedRows),
  );

/**
 * Adds to typed rows what is needed to compare them later. A row keeps the stored value from when its
 * typing began.
 *
 * @param reads - the rows with these fields
 */
export const toUnsavedFields = (
  fields: Fields,
  reads: readonly ReadRow[],
  before: UnsavedRows['fields'],
): UnsavedRows['fields'] =>
  Object.fromEntries(
    reads.flatMap(({ indicator: { id }, reading, stored }) => {
      const field = fields[id];
      if (field === undefined) return [];
      const earlier = before[id];
      const was = earlier?.seen === field.seen ? earlier.was : stored?.value;
      const value = reading.kind === 'value' ? reading.value : undefined;
      return [[id, { ...field, ...compact({ value, was }) }]];
    }),
  );

/** Turns unsaved rows to rows of the form, in the units of its language. */
export const toFields = ({ fields }: UnsavedRows, reads: readonly ReadRow[]): Fields =>
  Object.fromEntries(
    reads.flatMap(({ indicator: { id }, unit }) => {
      const draft = fields[id];
      if (draft === undefined) return [];
      const { value, was: _was, ...field } = draft;
      return [[id, { ...field, text: value === undefined ? field.text : typeIn(value, unit) }]];
    }),
  );

/** The unsaved rows that differ from the stored values. */
export const listDifferences = (
  { fields }: UnsavedRows,
  reads: readonly ReadRow[],
): readonly {
  readonly read: ReadRow;
  readonly unsaved: UnsavedField;
  readonly isChanged: boolean;
}[] =>
  reads.flatMap((read) => {
    const { stored } = read;
    const draft = fields[read.indicator.id];
    if (draft === undefined) return [];
    const isSame =
      draft.missing === ''
        ? draft.value !== undefined && draft.value === stored?.value
        : draft.missing === stored?.missing;
    const isSameSource = draft.source.trim() === (stored?.source ?? '');
    return isSame && isSameSource
      ? []
      : [{ read, unsaved: draft, isChanged: draft.seen !== (stored?.revision ?? 0) }];
  });
