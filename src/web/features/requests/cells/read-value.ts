import { findMilestoneField, type RequestField } from '#domain/requests/request.ts';
import {
  readTypedValue,
  type TypedValue,
  type TypingFault,
} from '#domain/targets/entry/typed-value.ts';

/** The content of a cell that decides which numbers it takes. */
interface ValueCell {
  readonly field?: RequestField;
  readonly unit?: string;
}
/** Why a text is no value of a cell. */
export type CellValueFault = TypingFault;

/**
 * Reads the text of a number cell as all fields of the product are read: 50億 and １２３ are numbers,
 * 1,2 is not. People and money of a project are never below 0.
 * @param power the power of ten of a text without words
 */
export function readCellValue(
  { field, unit = '' }: ValueCell,
  text: string,
  power: number,
): TypedValue {
  const read = readTypedValue(text, { unit }, power);
  const isNegative = read.kind === 'value' && read.value.startsWith('-');
  return isNegative && field !== undefined && findMilestoneField(field) === undefined
    ? { kind: 'wrong', why: 'negative' }
    : read;
}
