import { compact } from '#domain/values/compact.ts';
import {
  dataStatuses,
  type DataStatus,
  type MissingReason,
  missingReasons,
} from '#domain/values/data-status.ts';
import { currencyNamed } from '#domain/values/currency/currency-names.ts';
import { isCurrency, qualifiers } from '#domain/values/money.ts';
import {
  agreementTypes,
  measures,
  type AgreementType,
  type Amount,
  type Measure,
} from '#domain/projects/project.ts';
import { reasonCodes, type ReasonCode } from '#domain/projects/reason.ts';
import { parseUnit, unitCurrency } from '#domain/values/reading/unit.ts';
import { isThousandOrMillion } from '#server/imports/values/unit.ts';
import {
  agreementTerms,
  dataStatusTerms,
  idOfWord,
  missingTerms,
  qualifierTerms,
  reasonTerms,
  type Terms,
} from '#domain/labels/index.ts';
import type { AmountColumn } from '#server/imports/values/amount.ts';
import { cleanText, cutText } from '#server/imports/read/cell-text.ts';
import { agreementWords, findWordKey } from '#server/imports/vocabulary/words.ts';
import type { Column } from './column.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import { limits } from '#server/imports/read/limits.ts';
import { fields, type Field } from '#server/imports/vocabulary/synonyms.ts';

/**
 * The columns that describe an amount: its currency and its unit, and in our own CSV its qualifier
 * or the reason why it is missing.
 */
export interface Companion {
  readonly currency: number | undefined;
  readonly status: number | undefined;
  readonly unit: number | undefined;
  /** True for our own CSV, whose amounts are in major units. */
  readonly isOwn: boolean;
}
const companionsByColumns = new WeakMap<readonly Column[], ReadonlyMap<Measure, Companion>>();

/** Finds the columns that describe each amount. */
export function findCompanions(columns: readonly Column[]): ReadonlyMap<Measure, Companion> {
  const before = companionsByColumns.get(columns);
  if (before !== undefined) return before;
  const index = (field: string): number | undefined =>
    columns.find((c) => c.field === field)?.index;
  const ownColumns = new Map(
    measures.flatMap((measure) => {
      const [own, status] = [index(`${measure}_currency`), index(`${measure}_status`)];
      const isOwn = own !== undefined || status !== undefined;
      const currency = own ?? index('currency');
      const unit = index('amount_unit');
      return currency === undefined && status === undefined && unit === undefined
        ? []
        : [[measure, { currency, status, unit, isOwn }] as const];
    }),
  );
  companionsByColumns.set(columns, ownColumns);
  return ownColumns;
}
const cellAt = (row: Row, index: number | undefined): string =>
  index === undefined ? '' : cleanText(row.cells[index] ?? '');

/**
 * Makes the amount column for one row, with the currency in its currency column, which may be a
 * code or a word. Our own files hold exact major units, although the formats of our workbook
 * display larger units.
 */
export function applyCompanion(
  column: AmountColumn,
  companion: Companion | undefined,
  row: Row,
): AmountColumn {
  const text = cellAt(row, companion?.currency);
  if (companion?.isOwn === true) {
    const currency = isCurrency(text) ? text : currencyNamed(text);
    return currency === undefined
      ? column
      : { ...column, currency, power: column.formatPower ?? 0 };
  }
  return applyCurrency(applyUnit(column, cellAt(row, companion?.unit)), text);
}
/** Applies the unit of the unit column; an unknown word leaves the unit open. */
function applyUnit(column: AmountColumn, text: string): AmountColumn {
  if (text === '') return column;
  const unit = parseUnit(text);
  const { power: _, stated: __, ...open } = column;
  if (unit === undefined || unit === 'ambiguous') return open;
  const currency = unitCurrency(unit, column.currency);
  return {
    ...dropCurrency(open),
    unitText: text,
    ...compact({ currency, power: isThousandOrMillion(text) ? undefined : unit.power }),
  };
}
function applyCurrency(column: AmountColumn, text: string): AmountColumn {
  if (text === '') return column;
  const unit = parseUnit(text);
  // 万美元 in the currency column also names the unit; an unknown word leaves the amount open
  if (unit === undefined || unit === 'ambiguous') return dropCurrency(column);
  const currency = unit.shared === undefined ? unit.currency : unitCurrency(unit, column.currency);
  if (currency === undefined) return dropCurrency(column);
  if (unit.power === 0) return { ...column, currency };
  const { stated: _, ...rest } = column;
  return { ...rest, currency, power: unit.power };
}
const dropCurrency = ({ currency: _, ...column }: AmountColumn): AmountColumn => column;

/** Finds the id of a word in a file of ours. CSV has ids, and workbooks have their words. */
const idOf = (table: Terms, word: string): string => idOfWord(table, word) ?? word;

/**
 * Parses the reason for a missing value from its id or word.
 * @returns undefined for an unknown word
 */
export const parseMissingReason = (word: string): MissingReason | undefined =>
  missingReasons.find((reason) => reason === idOf(missingTerms, word));

/** Adds the value of its status column to an amount. @returns undefined if both are empty */
export function applyCompanionStatus(
  amount: Amount,
  companion: Companion,
  row: Row,
): Amount | undefined {
  const status = cellAt(row, companion.status);
  if (amount.money === undefined) {
    const missing = parseMissingReason(status);
    return missing === undefined
      ? amount.text === undefined
        ? undefined
        : amount
      : { ...amount, missing };
  }
  const qualifier = qualifiers.find((one) => one === idOf(qualifierTerms, status));
  return qualifier === undefined ? amount : { ...amount, qualifier };
}

/** Whether a field only describes another column of our own exports. */
export const isOwnField = (field: Field): boolean => !fields.includes(field);

/**
 * Parses the data status of a record from its id or word. An example stays an example in every
 * import.
 * @returns undefined for an unknown word
 */
export function parseDataStatus(word: string): DataStatus | undefined {
  const id = idOfWord(dataStatusTerms, word) ?? word;
  return dataStatuses.find((status) => status === id);
}
/** Reads a reason by its id or its word in any language; empty where there is none. */
export function parseReasonCode(word: string): { readonly status_reason_code?: ReasonCode } {
  const code = reasonCodes.find((one) => one === idOf(reasonTerms, word));
  return code === undefined ? {} : { status_reason_code: code };
}
/**
 * Reads a type of agreement by its id, its word in any language or a word of registers.
 * @returns undefined for an unknown word
 */
export function parseAgreement(word: string): AgreementType | undefined {
  const id = idOfWord(agreementTerms, word) ?? findWordKey(agreementWords, word) ?? word;
  return agreementTypes.find((type) => type === id);
}

/**
 * Parses values without a field in the form of our own export.
 * @returns an empty record for any other text
 */
export function parseOtherColumns(cell: Cell): Readonly<Record<string, string>> {
  try {
    const content: unknown = JSON.parse(String(cell));
    if (typeof content !== 'object' || content === null || Array.isArray(content)) return {};
    return Object.fromEntries(
      Object.entries(content)
        .filter((e): e is [string, string] => typeof e[1] === 'string')
        .slice(0, 200)
        .map(([header, text]) => [
          cutText(cleanText(header), 200),
          cutText(cleanText(text), limits.textCharacters),
        ]),
    );
  } catch {
    return {};
  }
}
