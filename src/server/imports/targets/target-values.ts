import { isCounted } from '#domain/values/counted-units.ts';
import { type Decimal, scaleByTen } from '#domain/values/decimal.ts';
import { unitLabel } from '#domain/values/format.ts';
import { languages } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { unitCurrency } from '#domain/values/reading/unit.ts';
import { findUnitFault, type UnitFault } from '#domain/targets/value-doubts.ts';
import { compact } from '#domain/values/compact.ts';
import type { Comparator, Indicator, TargetPeriod } from '#domain/zone/indicator.ts';
import { readPeriodKey } from '#domain/zone/period-key.ts';
import type { Phase } from '#domain/zone/zone.ts';
import type { Cell } from '#server/imports/read/table.ts';
import { parseDate } from '#server/imports/values/date.ts';
import { formatDecimal, normaliseNumberText, parseNumber } from '#server/imports/values/number.ts';
import { isPlainUnit, parseUnit } from '#server/imports/values/unit.ts';
import { normaliseWord } from '#server/imports/vocabulary/words.ts';

export type ValueFault = 'not_a_number' | 'unsure_number' | 'no_unit' | 'other_unit' | UnitFault;
type Read<T, F> = { readonly value: T } | { readonly fault: F };

const comparatorWords: readonly (readonly [Comparator, RegExp])[] = [
  ['>=', /^(?:>=|≥|不少于|不低于|至少|以上|at least|no less than|min(?:imum)?)$/iu],
  ['<=', /^(?:<=|≤|不超过|不高于|至多|以下|以内|at most|no more than|max(?:imum)?)$/iu],
  ['>', /^(?:>|超过|大于|超|more than|over|above)$/iu],
  ['<', /^(?:<|少于|低于|小于|未満|less than|under|below)$/iu],
  ['=', /^(?:=|等于|exactly|equal(?: to)?|ちょうど)$/iu],
];
/** Reads the comparator of a word or sign. @returns undefined for all other words */
export const readComparator = (cell: Cell): Comparator | undefined =>
  comparatorWords.find(([, words]) => words.test(String(cell).normalize('NFKC').trim()))?.[0];

const signPattern =
  /^(>=|<=|>|<|=|≥|≤|不少于|不低于|至少|不超过|不高于|至多|超过|大于|少于|低于|小于|at least|at most|more than|less than|over|under)?\s*(-?[\d.,' ]*\d)\s*(.*?)\s*(以上|以下|以内|超|未満)?$/iu;

/** Splits a cell into a comparator, a number and a unit. */
export function splitValue(cell: Cell): {
  readonly number: Cell;
  readonly comparator?: Comparator;
  readonly unit?: string;
} {
  if (typeof cell === 'number') return { number: cell };
  const [, before, number, unit = '', after] = signPattern.exec(normaliseNumberText(cell)) ?? [];
  if (number === undefined) return { number: cell };
  const comparator = readComparator(before ?? after ?? '');
  return {
    number: unit === '%' ? `${number}%` : number,
    ...compact({ comparator, unit: unit === '' || unit === '%' ? undefined : unit }),
  };
}

/** Powers of ten before a unit of counts: 万人. */
const countPowers: readonly (readonly [RegExp, number])[] = [
  [/^百万/, 6],
  [/^[亿億]/, 8],
  [/^万/, 4],
  [/^千/, 3],
  [/^(?:million|mn)\s*/i, 6],
  [/^(?:thousand|k)\s*/i, 3],
];

/**
 * Finds the power of ten of a written unit of an indicator.
 * @returns undefined for any other unit
 */
function findPower(text: string, { unit }: Pick<Indicator, 'unit'>): number | undefined {
  if (isCurrency(unit)) {
    const fileUnit = parseUnit(text);
    return fileUnit !== undefined && unitCurrency(fileUnit, unit) === unit
      ? fileUnit.power
      : undefined;
  }
  const plain = text.normalize('NFKC').trim();
  const power = countPowers.find(([words]) => words.test(plain));
  const rest = power === undefined ? plain : plain.replace(power[0], '').trim();
  const names = [unit, ...languages.map((language) => unitLabel(unit, language))];
  const isNamed =
    rest === '' ||
    names.some((name) => normaliseWord(name) === normaliseWord(rest)) ||
    ((isCounted(unit) || unit === 'percent') && isPlainUnit(rest));
  return isNamed ? (power?.[1] ?? 0) : undefined;
}

/** Whether a unit names what it counts or its currency: 家, but not 万. */
const isWholeUnit = (text: string): boolean =>
  isPlainUnit(text) || parseUnit(text)?.currency !== undefined;

/**
 * Lists the possible units of a cell with its row or heading: 2万 in a column of 人 is 万人, and 9亿元 in
 * a column of 亿元 is 亿元. Each includes the unit in the cell.
 */
function listUnits(
  own: string | undefined,
  around: string | undefined,
  indicator: Pick<Indicator, 'unit'>,
): readonly string[] {
  if (own === undefined || around === undefined) return [own ?? around ?? ''];
  if (own === around) return [own];
  // 9.8万 in a column of 万元 is ambiguous, and nothing is guessed
  const joinedTexts =
    findPower(around, indicator) === 0 ? [`${own}${around}`, `${own} ${around}`] : [];
  return [...joinedTexts, ...(isWholeUnit(own) ? [own] : [])];
}

/** Reads a number in the unit of its cell, row or heading. */
export function readValue(
  cell: Cell,
  around: string | undefined,
  indicator: Pick<Indicator, 'unit'>,
): Read<Decimal, ValueFault> {
  const { number: numberText, unit: own } = splitValue(cell);
  const number = parseNumber(numberText);
  if (number.kind !== 'value' || (number.percent && indicator.unit !== 'percent'))
    return { fault: 'not_a_number' };
  if (number.unsure) return { fault: 'unsure_number' };
  if (own === undefined && around === undefined && isCurrency(indicator.unit))
    return { fault: 'no_unit' };
  const power = listUnits(own, around, indicator)
    .map((unit) => (unit === '' ? 0 : findPower(unit, indicator)))
    .find((value) => value !== undefined);
  if (power === undefined) return { fault: 'other_unit' };
  const value = scaleByTen(formatDecimal(number.value), power);
  const fault = findUnitFault(indicator, value);
  return fault === undefined ? { value } : { fault };
}

const finalWords =
  /^(?:final(?: target)?|end|overall|total|期末|期末目标|总目标|最终|最终目标|最終|最終目標|総目標)$/iu;
const quarterWords: readonly RegExp[] = [
  /^(\d{4})\s*年?\s*第?\s*([一二三四1-4])\s*(?:季度|四半期)$/u,
  /^(\d{4})\s*[-/ ]?\s*Q([1-4])$/iu,
];
const lastYearFirst = /^Q([1-4])\s*[-/ ]?\s*(\d{4})$/iu;
const quarterNumber = (text: string): string => {
  const at = '一二三四'.indexOf(text);
  return at < 0 ? text : String(at + 1);
};

/**
 * Reads the time of a target: a year, a quarter, a phase by its name, or the final target.
 * @returns undefined for any other text
 */
export function readPeriod(
  cell: Cell,
  phases: readonly Phase[],
): { readonly period: TargetPeriod | undefined } | undefined {
  const text = String(cell).normalize('NFKC').trim();
  if (finalWords.test(text)) return { period: undefined };
  const phase = phases.find(({ id, name }) =>
    [id, ...Object.values(name)].some((word) => normaliseWord(word) === normaliseWord(text)),
  );
  if (phase !== undefined) return { period: { kind: 'phase', phase: phase.id } };
  const [, year] = /^(?:FY\s*)?(\d{4})\s*(?:年度?)?$/iu.exec(text) ?? [];
  const [, first, quarter] = quarterWords.map((form) => form.exec(text)).find(Boolean) ?? [];
  const [, turned, last] = lastYearFirst.exec(text) ?? [];
  const key =
    year ??
    (first !== undefined
      ? `${first}Q${quarterNumber(quarter ?? '')}`
      : last !== undefined
        ? `${last}Q${turned}`
        : undefined);
  const period = key === undefined ? undefined : readPeriodKey(key, []);
  return period === undefined || (period.kind !== 'phase' && !isKnownYear(period.year))
    ? undefined
    : { period };
}
const isKnownYear = (year: number): boolean => year >= 1900 && year <= 2200;

/** Reads a day. A month or a year means its last day. */
export function readDay(cell: Cell): Read<string, 'wrong_day'> {
  const read = parseDate(cell);
  return read.kind === 'date' ? { value: read.date } : { fault: 'wrong_day' };
}
