import type { Indicator } from '#domain/zone/indicator.ts';
import { compact } from '#domain/values/compact.ts';
import { isCurrency } from '#domain/values/money.ts';
import { splitHeader } from '#server/imports/headers/header-text.ts';
import type { HeaderColumn } from '#server/imports/structure/table-header.ts';
import type { AmountUnit } from '#server/imports/values/unit.ts';
import {
  indicatorWords,
  findWordKey,
  normaliseWord,
  yearToDateWords,
} from '#server/imports/vocabulary/words.ts';

export interface IndicatorColumn {
  readonly index: number;
  readonly key: string;
  readonly indicator: string;
  readonly unit?: AmountUnit;
  readonly money: boolean;
  readonly monthOnly: boolean;
  /** Cumulative since construction began, not since January. */
  readonly sinceStart: boolean;
}

const ytd = new RegExp(yearToDateWords.map((w) => w.replace(/[-\s]/g, '[-\\s_]?')).join('|'), 'gi');
const sinceStart =
  /(?:自|从)?开工(?:以来|至今|至本月|后)?累计|历年累计|着工(?:以来|後)(?:の)?累計|since (?:start|inception|commencement)|(?:start|inception)[ -]to[ -]date/i;
const monthOnly = /本月|当月|当期|月間|単月|this month|month only|in month/i;

const perHead =
  /\bper (?:head|capita|person|worker|employee|hectare|km)|人均|一人当たり|一人あたり|1인당|par habitant|pro kopf|per cápita|地均|亩均|単位面積/i;

/** Finds the indicator that a header, or a label of the long form, names. */
export function findIndicator(
  column: HeaderColumn,
  indicators: readonly Indicator[],
): IndicatorColumn | undefined {
  // output per head is no output
  if (perHead.test(column.child)) return undefined;
  const split = splitHeader(column.child);
  const words = split.words
    .replace(sinceStart, ' ')
    .replace(ytd, ' ')
    .replace(monthOnly, ' ')
    .replace(/[_\s()（）]+/g, ' ')
    .trim();
  const key = normaliseWord(words);
  if (key === '') return undefined;
  const word = findWordKey(indicatorWords, words);
  const known =
    indicators.find((i) =>
      [i.id, ...Object.values(i.name)].some((w) => normaliseWord(w) === key),
    ) ??
    indicators.find(
      (i) => i.id === word || (word === 'output' && i.kind === 'annual_flow' && isCurrency(i.unit)),
    );
  const named = known?.id ?? word;
  if (named === undefined) return undefined;
  const money = known ? isCurrency(known.unit) : named === 'output';
  return {
    index: column.index,
    key: column.key,
    indicator: named,
    money,
    monthOnly: monthOnly.test(column.child),
    sinceStart: sinceStart.test(column.child),
    ...compact({ unit: split.unit?.amount ? split.unit.amount : undefined }),
  };
}

/**
 * The column of an indicator that the user chose, whatever its header says about month and year.
 */
export const createIndicatorColumn = (
  column: HeaderColumn,
  id: string,
  indicators: readonly Indicator[],
): IndicatorColumn => {
  const unit = splitHeader(column.child).unit?.amount;
  const known = indicators.find((i) => i.id === id);
  return {
    index: column.index,
    key: column.key,
    indicator: id,
    money: known !== undefined && isCurrency(known.unit),
    monthOnly: false,
    sinceStart: false,
    ...compact({ unit }),
  };
};
