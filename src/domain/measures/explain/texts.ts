import { formatCount, formatMoney, formatValue, unitLabel } from '#domain/values/format.ts';
import type {
  DayExplanation,
  ExactValue,
  ExplainedPart,
  LeftOut,
} from '#domain/measures/explanation.ts';
import {
  colonMark,
  listMark,
  type Language,
  languages,
  type Text,
} from '#domain/values/language.ts';
import { fromWire, toMajor, type WireMoney } from '#domain/values/money.ts';
import { explainTerms } from './labels/index.ts';

/** Writes a text in each language. */
export const inAll = (write: (language: Language) => string): Text => {
  const all = languages.map((language) => [language, write(language)] as const);
  return Object.fromEntries(all) as Record<Language, string>;
};

/** Writes sums of several currencies beside each other; they are never added. */
export const moneyList = (amounts: readonly WireMoney[]): Text =>
  inAll((language) =>
    amounts.map((money) => formatMoney(money, language).text).join(listMark(language)),
  );

/**
 * Sums of money as exact values in major units.
 * @throws RangeError if `minor` is no integer
 */
export const exactMoney = (amounts: readonly WireMoney[]): ExactValue[] =>
  amounts.map((money) => ({ value: toMajor(fromWire(money)), unit: money.currency }));

/** Writes a count with its unit in each language. */
export const countText = (count: number, unit = 'projects'): Text =>
  inAll((language) => formatCount(count, language, unit));

/** Writes a value in its unit in each language. */
export const valueIn = (value: string | number, unit: string): Text =>
  inAll((language) => formatValue(value, unit, language).text);

type FigureText = Pick<DayExplanation, 'text' | 'exact' | 'absent'>;

/** States a value in its unit, or the reason why there is none. */
export const stateValue = (value: string | undefined, unit: string, absent: Text): FigureText =>
  value === undefined ? { absent } : { text: valueIn(value, unit), exact: [{ value, unit }] };

/** States a number of projects, or of other things, or the reason why it is not known. */
export const stateCount = (
  count: number | undefined,
  absent: Text,
  unit = 'projects',
): FigureText =>
  count === undefined
    ? { absent }
    : { text: countText(count, unit), exact: [{ value: String(count), unit }] };

/** Writes a sum with the name of each of its parts: `Signed 3 + Lead 6 = 9`. */
export const sumText = (
  parts: readonly { readonly name: Text; readonly text: Text }[],
  result: Text,
): Text =>
  inAll(
    (language) =>
      `${parts.map(({ name, text }) => `${name[language]}${colonMark(language)}${text[language]}`).join(' + ')} = ${result[language]}`,
  );

/** Counts the rows that are left out; empty without any. */
export const leftOut = (reason: Text, count: number | undefined): LeftOut[] =>
  count === undefined || count === 0 ? [] : [{ reason, count }];

export const reasons = explainTerms.reasons;

/** The text for a value that a link does not show. */
export const withheldTerm = explainTerms.absences.withheld;
/** The units whose sums a link does not show, as a part of their explanation. */
export const withheldUnits = (units: readonly string[] | undefined): ExplainedPart[] =>
  units === undefined || units.length === 0
    ? []
    : [
        {
          name: withheldTerm,
          text: inAll((language) =>
            units.map((unit) => unitLabel(unit, language)).join(listMark(language)),
          ),
        },
      ];

/** Why a figure has no value. */
export const absences = explainTerms.absences;
