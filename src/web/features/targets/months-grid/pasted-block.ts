import { missingReason } from '#domain/values/reading/number.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import { isDecimal, scaleByTen } from '#domain/values/decimal.ts';
import {
  formatTypedValue,
  isLeftBlank,
  findObservation,
  typedPower,
} from '#domain/targets/entry/value-entry.ts';
import { readTypedValue, type TypedValue } from '#domain/targets/entry/typed-value.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import type { Month } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { missingTerms } from '#domain/labels/index.ts';
import { type Doubt, findDoubt } from '#domain/targets/value-doubts.ts';

/** Unsaved texts by cell. */
export type Drafts = Readonly<Record<string, string>>;
/**
 * Power of ten of the unit chosen for each column of money. A column without one uses the unit of
 * the page's language.
 */
export type Units = Readonly<Record<string, number>>;
/** Makes the id of the cell of an indicator and a month. */
export const cellId = (indicator: string, period: Month): string => `${indicator} ${period}`;
/**
 * Finds the power of ten in which values of an indicator are typed.
 * @returns the choice of the page, else the usual power of the language
 */
export const findPower = (indicator: Indicator, units: Units, language: Language): number =>
  units[indicator.id] ?? typedPower(indicator.unit, language);

/**
 * Splits a block that was copied from a spreadsheet into rows of cells. Quotes may enclose tabs and
 * line breaks.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < plain.length; i += 1) {
    const c = plain[i];
    if (isQuoted && c === '"' && plain[i + 1] === '"') {
      cell += c;
      i += 1;
    } else if (c === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (isQuoted || (c !== '\t' && c !== '\n')) cell += c;
    else {
      endCell();
      if (c === '\n') rows.push([]);
    }
  }
  endCell();
  return rows;
}

/** The content of a cell: a value, the reason for a missing one, nothing, or an error. */
export type ReadCell = TypedValue | { readonly kind: 'missing'; readonly reason: MissingReason };
/** Reads a typed cell: a value, the reason of a missing one, nothing, or a fault. */
export function readCell(text: string, indicator: Indicator, power: number): ReadCell {
  if (text.trim() === '') return { kind: 'empty' };
  const own = Object.entries(missingTerms).find(([, words]) =>
    Object.values(words).includes(text.trim()),
  );
  const reason = (own?.[0] as MissingReason | undefined) ?? missingReason(text);
  return reason === undefined
    ? readTypedValue(text, indicator, power)
    : { kind: 'missing', reason };
}

/** Writes a stored value as its cell shows it, in units of 10^`power`. */
export function cellText(
  observation: Pick<Observation, 'value' | 'missing'> | undefined,
  language: Language,
  power: number,
  unit: string,
): string {
  if (observation?.value === undefined)
    return observation?.missing === undefined ? '' : missingTerms[observation.missing][language];
  return isCurrency(unit)
    ? scaleByTen(observation.value, -power)
    : formatTypedValue(observation.value, unit, language);
}

/** Converts the drafts of a column to another unit: the amounts stay, the digits change. */
export function inUnit(drafts: Drafts, indicator: string, from: number, to: number): Drafts {
  return Object.fromEntries(
    Object.entries(drafts).map(([id, text]) => {
      const number = text.normalize('NFKC').replaceAll(',', '').trim();
      return [
        id,
        id.startsWith(`${indicator} `) && isDecimal(number) ? scaleByTen(number, from - to) : text,
      ];
    }),
  );
}

/** One cell that differs from the stored value. */
export interface ChangedCell {
  readonly id: string;
  readonly indicator: Indicator;
  readonly period: Month;
  readonly read: ReadCell;
  readonly observation: Observation | undefined;
  readonly doubt: Doubt | undefined;
}
export interface Column {
  readonly indicator: Indicator;
  readonly values: readonly Observation[];
}

/**
 * Returns the cells that differ from the stored values. Doubts consider the stored values and the
 * other drafts.
 */
export function changedCells(
  columns: readonly Column[],
  drafts: Drafts,
  units: Units,
  language: Language,
): ChangedCell[] {
  return columns.flatMap(({ indicator, values }) => {
    const power = findPower(indicator, units, language);
    const cells = Object.entries(drafts).flatMap(([id, text]) => {
      const [of, period = ''] = id.split(' ');
      if (of !== indicator.id || isLeftBlank(indicator, period)) return [];
      const read = readCell(text, indicator, power);
      const observation = findObservation(values, period);
      const same =
        read.kind === 'empty' ||
        // Typing an example value again makes it the zone's own.
        (observation?.origin === 'own' &&
          ((read.kind === 'value' && observation.value === read.value) ||
            (read.kind === 'missing' && observation.missing === read.reason)));
      return same ? [] : [{ id, indicator, period, read, observation }];
    });
    return cells.map((cell) => ({
      ...cell,
      doubt: cell.read.kind === 'value' ? doubtIn(cell, cell.read.value, values, cells) : undefined,
    }));
  });
}

function doubtIn(
  { indicator, period }: Pick<ChangedCell, 'indicator' | 'period'>,
  value: string,
  values: readonly Observation[],
  cells: readonly Pick<ChangedCell, 'period' | 'read'>[],
): Doubt | undefined {
  const others = cells.filter((cell) => cell.period !== period);
  const observations = [
    ...values.filter((o) => !others.some((cell) => cell.period === o.period)),
    ...others.flatMap(({ read, period: at }): Observation[] =>
      read.kind === 'value'
        ? [
            {
              indicator: indicator.id,
              period: at,
              value: read.value,
              data_status: 'reported',
              origin: 'own',
              revision: 0,
            },
          ]
        : [],
    ),
  ].toSorted((a, b) => (a.period < b.period ? -1 : 1));
  return findDoubt(indicator, period, value, observations);
}
