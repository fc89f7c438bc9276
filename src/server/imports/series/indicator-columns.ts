import type { Indicator } from '#domain/zone/indicator.ts';
import { compact } from '#domain/values/compact.ts';
import { isCurrency } from '#domain/values/money.ts';
import { splitHeader } from '#server/imports/headers/header-text.ts';
import type { HeaderColumn } from '#server/imports/structure/table-header.ts';
import type { AmountUnit } from '#server/imports/values/unit.ts';
import { normaliseWord, yearToDateWords } from '#server/imports/vocabulary/words.ts';
import { isKnownUnit, splitCountUnit, type CountUnit } from './count-units.ts';
import type { IndicatorColumn } from './indicator-column.ts';
import { isNewKind, nameIndicator, type NewKind } from './new-indicators.ts';
import { findNamedIndicator, isOffered, type SeriesVocabulary } from './series-vocabulary.ts';

const ytd = new RegExp(yearToDateWords.map((w) => w.replace(/[-\s]/g, '[-\\s_]?')).join('|'), 'gi');
const sinceStart =
  /(?:自|从)?开工(?:以来|至今|至本月|后)?累计|历年累计|着工(?:以来|後)(?:の)?累計|since (?:start|inception|commencement)|(?:start|inception)[ -]to[ -]date/i;
const monthOnly = /本月|当月|当期|月間|単月|this month|month only|in month/i;

const perHead =
  /\bper (?:head|capita|person|worker|employee|hectare|km)|人均|一人当たり|一人あたり|1인당|par habitant|pro kopf|per cápita|地均|亩均|単位面積/i;
const compares =
  /同比|环比|増減|增减|增速|增幅|增长率?|前年同?[期月]?比|前月比|伸び率|\byoy\b|\bmom\b|y\/y|m\/m|year[ -](?:on|over)[ -]year|month[ -](?:on|over)[ -]month|growth|去年同[期月]|上年同[期月]|前年同[期月]|last year|previous year|same (?:month|period)/i;

/**
 * Whether a heading compares with another month or year. Such a column is computed and never
 * stored.
 */
export const isComparison = (heading: string): boolean => compares.test(heading);

/** A heading without its unit and without words for the month and the year to date. */
interface SeriesHeading {
  readonly words: string;
  readonly unit?: AmountUnit;
  readonly counted?: CountUnit;
  readonly isYearToDate: boolean;
  readonly isMonthOnly: boolean;
  readonly isSinceStart: boolean;
}
/** Reads the words, the unit and the span of a heading; without words it takes its parent's. */
export function readSeriesHeading({ child, parent }: HeaderColumn): SeriesHeading {
  const own = splitWords(child);
  const outer = own.words === '' && parent !== '' ? splitWords(parent) : undefined;
  const words = [child, outer === undefined ? '' : parent].join(' ');
  return {
    words: outer?.words ?? own.words,
    ...compact({ unit: own.unit ?? outer?.unit, counted: own.counted ?? outer?.counted }),
    isYearToDate: new RegExp(ytd.source, 'i').test(words),
    isMonthOnly: monthOnly.test(words),
    isSinceStart: sinceStart.test(words),
  };
}
/** Removes the words for a span of time, also inside the brackets of a unit: (mn, year to date). */
const removeSpan = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(sinceStart, ' ')
    .replace(ytd, ' ')
    .replace(monthOnly, ' ')
    .replace(/([([【〔])[\s,、;:·]+/g, '$1')
    .replace(/[\s,、;:·]+([)\]】〕])/g, '$1')
    .replace(/[([【〔][)\]】〕]/g, ' ')
    .replace(/[\s,、;:·]+$/, '');

function splitWords(headingText: string) {
  const heading = removeSpan(headingText);
  const split = splitHeader(heading);
  const countUnit = split.unit?.amount ? undefined : splitCountUnit(heading);
  // brackets such as those of 产值（规上） may be part of the name
  const isUnit = countUnit?.unit !== undefined && isKnownUnit(countUnit.unit);
  const words = (isUnit ? countUnit.words : split.words).replace(/[_\s()（）]+/g, ' ').trim();
  return {
    words,
    ...compact({
      unit: split.unit?.amount ? split.unit.amount : undefined,
      counted: isUnit ? countUnit.unit : undefined,
    }),
  };
}

function toColumn(
  column: HeaderColumn,
  indicator: Indicator,
  heading: SeriesHeading,
  isNew: boolean,
): IndicatorColumn {
  return {
    index: column.index,
    key: column.key,
    indicator: indicator.id,
    money: isCurrency(indicator.unit),
    monthOnly: heading.isMonthOnly,
    sinceStart: heading.isSinceStart,
    ...compact({
      unit: heading.unit,
      counted: heading.counted,
      created: isNew ? indicator : undefined,
    }),
  };
}

/**
 * Finds the indicator that a header, or a label of the long form, names.
 * @returns undefined for a comparison, a figure per head, or an unknown name
 */
export function findIndicator(
  column: HeaderColumn,
  vocabulary: SeriesVocabulary,
): IndicatorColumn | undefined {
  // output per head is not output
  if (perHead.test(column.child) || isComparison(column.child)) return undefined;
  const heading = readSeriesHeading(column);
  if (normaliseWord(heading.words) === '') return undefined;
  const indicator = findNamedIndicator(heading.words, vocabulary);
  if (indicator === undefined) return undefined;
  return toColumn(column, indicator, heading, isOffered(vocabulary, indicator.id));
}

/**
 * Makes the column of an indicator that the user chose, whatever its header says about month and
 * year.
 * @param to - the id of an indicator, or the kind of a new one with the name of the column
 * @returns undefined if no indicator has the id
 */
export function createIndicatorColumn(
  column: HeaderColumn,
  to: string,
  vocabulary: SeriesVocabulary,
): IndicatorColumn | undefined {
  const heading = { ...readSeriesHeading(column), isMonthOnly: false, isSinceStart: false };
  const { own, offered } = vocabulary;
  if (isNewKind(to)) return nameColumn(column, to, heading, vocabulary);
  const indicator = [...own, ...offered].find(({ id }) => id === to);
  return indicator && toColumn(column, indicator, heading, isOffered(vocabulary, to));
}

/**
 * Makes the column of a new indicator, or of the zone's own indicator if it has one of this name by
 * now.
 */
function nameColumn(
  column: HeaderColumn,
  kind: NewKind,
  heading: SeriesHeading,
  vocabulary: SeriesVocabulary,
): IndicatorColumn {
  const name = heading.words === '' ? column.key : heading.words;
  const ownIndicator = vocabulary.own.find((one) =>
    Object.values(one.name).some((word) => normaliseWord(word) === normaliseWord(name)),
  );
  const indicator = ownIndicator ?? nameIndicator(name, kind, heading, vocabulary);
  return toColumn(column, indicator, heading, ownIndicator === undefined);
}
