import { parseAmount } from '#domain/values/reading/amount.ts';
import { parseNumber } from '#domain/values/reading/number.ts';
import { formatMoney, unitLabel } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { followsNumber } from '#domain/values/unit-labels.ts';
import { fromWire, toMajor, toWire } from '#domain/values/money.ts';
import { scaleByTen } from '#domain/values/decimal.ts';
import type { Amount, ProjectFacts } from '#domain/projects/project.ts';
import {
  readField,
  longFields,
  numberFields,
  sameValue,
  type FactChanges,
  type FactField,
  type FieldValue,
} from '#domain/projects/fields.ts';
import { isInChina } from '#domain/zone/zone.ts';
import { missingTerms, qualifierTerms } from '#domain/labels/index.ts';

/** How facts are written and read: the page's language and the zone's currency. */
export interface Writing {
  readonly language: Language;
  readonly currency: string;
}
type Wrong = 'amount' | 'number' | 'whole' | 'range' | 'empty' | 'future' | 'characters';
export type Entry =
  | { readonly kind: 'value'; readonly value: FieldValue | null; readonly readAs?: string }
  | { readonly kind: 'wrong'; readonly why: `wrong_${Wrong}` };
/** Typed texts by field. Untouched fields are omitted. */
export type Texts = Readonly<Partial<Record<FactField, string>>>;

/** Money is written in 亿 or bn of the zone's currency, unless the text names another unit. */
const findPower = (language: Language): number => (language === 'en' ? 9 : 8);
/** Returns the unit in which a person types amounts, such as 万元. */
export const typedUnit = ({ language, currency }: Writing): string =>
  unitLabel(currency, language, scaleByTen('1', findPower(language)));
/** Whether the zone is outside China. */
export const isAbroad = ({ currency }: Pick<Writing, 'currency'>): boolean =>
  !isInChina({ base_currency: currency });
/** Whether a field holds an amount of money. */
export const isAmount = (field: FactField): boolean => field.startsWith('amounts.');
/** Whether a field holds a date. */
export const isDate = (field: FactField): boolean =>
  field.startsWith('milestones.') || field === 'last_update';
/** Whether a field holds a number. */
export const isNumber = (field: FactField): boolean => numberFields.some((f) => f === field);
/** Whether a field holds a text of several lines. */
export const isLong = (field: FactField): boolean => longFields.some((f) => f === field);

function amountText(amount: Amount, { language, currency }: Writing): string {
  if (amount.money === undefined)
    return amount.missing === undefined ? '' : missingTerms[amount.missing][language];
  const major = toMajor(fromWire(amount.money));
  const own = amount.money.currency === currency;
  const number = own
    ? scaleByTen(major, -findPower(language))
    : `${major} ${amount.money.currency}`;
  if (amount.qualifier === undefined) return number;
  const word = qualifierTerms[amount.qualifier][language];
  return followsNumber(amount.qualifier, language) ? `${number}${word}` : `${word} ${number}`;
}
/** Writes a stored value as a user would type it, exactly. */
export function asText(value: FieldValue | undefined, writing: Writing): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? amountText(value, writing) : String(value);
}

const most: Readonly<Partial<Record<FactField, number>>> = {
  foreign_percent: 100,
  land_mu: 1e7,
  floor_area_m2: 1e9,
  jobs_plan: 1e8,
  jobs_actual: 1e8,
};
function readNumber(field: FactField, text: string): Entry {
  const decimal = parseNumber(text);
  if (decimal === 'not_a_number' || decimal === 'ambiguous_separator' || decimal === 'too_large')
    return { kind: 'wrong', why: 'wrong_number' };
  const value = Number(decimal);
  if (field.startsWith('jobs') && !Number.isInteger(value))
    return { kind: 'wrong', why: 'wrong_whole' };
  return value < 0 || value > (most[field] ?? 0)
    ? { kind: 'wrong', why: 'wrong_range' }
    : { kind: 'value', value };
}
function readMoney(text: string, { language, currency }: Writing): Entry {
  const missing = (Object.keys(missingTerms) as (keyof typeof missingTerms)[]).find(
    (reason) => missingTerms[reason][language].toLowerCase() === text.toLowerCase(),
  );
  if (missing !== undefined) return { kind: 'value', value: { missing } };
  const read = parseAmount(text, {
    unit: `${scaleByTen('1', findPower(language))}${currency}`,
    currency,
  });
  if (read.kind === 'missing') return { kind: 'value', value: { missing: read.reason } };
  if (read.kind !== 'money' || read.money.minor < 0n) return { kind: 'wrong', why: 'wrong_amount' };
  const money = toWire(read.money);
  const words = read.qualifier === undefined ? {} : { qualifier: read.qualifier };
  return {
    kind: 'value',
    value: { money, ...words },
    readAs: formatMoney(money, language, words).text,
  };
}

/** Control characters and halves of characters, which the server refuses. */
const hiddenCharacters = /(?!\s)[\p{Cc}\p{Cs}]/u;

/** Reads the text of a field. An empty text removes the value. */
export function readText(field: FactField, text: string, writing: Writing, today: string): Entry {
  const plain = text.trim();
  if (plain === '')
    return field === 'name'
      ? { kind: 'wrong', why: 'wrong_empty' }
      : { kind: 'value', value: null };
  if (isAmount(field)) return readMoney(plain, writing);
  if (isNumber(field)) return readNumber(field, plain);
  if ((field.endsWith('.actual') || field === 'last_update') && plain > today)
    return { kind: 'wrong', why: 'wrong_future' };
  return hiddenCharacters.test(plain)
    ? { kind: 'wrong', why: 'wrong_characters' }
    : { kind: 'value', value: plain };
}

export interface Reading {
  readonly changes: FactChanges;
  readonly wrong: Readonly<Partial<Record<FactField, `wrong_${Wrong}`>>>;
}
/** Reads the texts and returns those values that differ from the facts. */
export function readTexts(
  texts: Texts,
  facts: ProjectFacts,
  writing: Writing,
  today: string,
): Reading {
  const changes: Partial<Record<FactField, FieldValue | null>> = {};
  const wrong: Partial<Record<FactField, `wrong_${Wrong}`>> = {};
  for (const [name, text] of Object.entries(texts)) {
    const field = name as FactField;
    const storedValue = readField(facts, field);
    if (text === asText(storedValue, writing)) continue;
    const entry = readText(field, text, writing, today);
    if (entry.kind === 'wrong') wrong[field] = entry.why;
    else if (!sameValue(entry.value ?? undefined, storedValue)) changes[field] = entry.value;
  }
  return { changes: changes as FactChanges, wrong };
}

/** Returns the fields that two editors changed to different values since `base`. */
export const findConflicts = (
  changes: FactChanges,
  base: ProjectFacts,
  theirs: ProjectFacts,
): FactField[] =>
  (Object.keys(changes) as FactField[]).filter((field) => {
    const now = readField(theirs, field);
    return !sameValue(now, readField(base, field)) && !sameValue(now, changes[field] ?? undefined);
  });
