import type { Cell } from './table.ts';

/** Attributes of an OpenDocument element, by name without prefix. */
export type Attributes = Readonly<Record<string, string>>;

/** Removes the prefixes, which a file may choose. */
export function removePrefix(attributes: Attributes): Attributes {
  const out: Record<string, string> = {};
  for (const name in attributes) out[name.slice(name.indexOf(':') + 1)] = attributes[name] ?? '';
  return out;
}

/** Parses the number of repeats of an element. @returns 1 without a readable number */
export function countRepeats(count: string | undefined): number {
  const n = Number(count ?? 1);
  return Number.isSafeInteger(n) && n > 0 ? n : 1;
}

/** Rounds to the 15 digits that a spreadsheet shows. Later digits are binary noise. */
const roundToDisplayedDigits = (value: string): Cell => {
  const n = Number(value);
  return value.trim() === '' || !Number.isFinite(n) ? value.trim() : Number(n.toPrecision(15));
};

/**
 * Reads the value of a cell: numbers and amounts as numbers, days as ISO texts, percentages with
 * their sign, everything else as its displayed text.
 * @param attributes - the attributes of the cell, without prefixes
 * @param text - the displayed text
 */
export function readOdsValue(attributes: Attributes, text: string): Cell {
  const {
    'value-type': type,
    value = '',
    'date-value': date = '',
    'boolean-value': truth,
  } = attributes;
  if (type === 'float' || type === 'currency')
    return value === '' ? text : roundToDisplayedDigits(value);
  if (type === 'percentage') {
    const n = roundToDisplayedDigits(value);
    return typeof n === 'number' ? `${Number((n * 100).toPrecision(13))}%` : text;
  }
  if (type === 'date') return date === '' ? text : date.slice(0, 10);
  if (type === 'boolean') return truth === 'true' ? 'TRUE' : 'FALSE';
  return text === '' ? (attributes['string-value'] ?? '') : text;
}
