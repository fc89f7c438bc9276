import { compact } from '#domain/values/compact.ts';
import type { DataStatus, MissingReason } from '#domain/values/data-status.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import { isCurrency, roundToMinor, toMajor } from '#domain/values/money.ts';
import { type Decimal, scaleByTen } from '#domain/values/decimal.ts';
import { unitFault } from '#domain/targets/value-doubts.ts';
import type { FiscalYears } from '#server/imports/questions/ask-fiscal-year.ts';
import { decimalSign, decimalText, parseNumber } from '#server/imports/values/number.ts';
import { parseUnit, type AmountUnit } from '#server/imports/values/unit.ts';
import { splitHeader } from '#server/imports/headers/header-text.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import type { Problems } from '#server/imports/context/problems.ts';
import type { HeaderColumn, TableHeader } from '#server/imports/structure/header.ts';
import { Roundings } from '#server/imports/context/rounding-problems.ts';
import { seriesParts, type SeriesMapping } from './series-mapping.ts';
import { readMonths } from './series-months.ts';
import {
  isYearHeader,
  periodKindOf,
  periodShare,
  type PeriodKind,
} from '#server/imports/values/period.ts';
import {
  inList,
  indicatorWords,
  keyOfWord,
  missingReason,
  normaliseWord,
  periodHeaders,
  yearToDateWords,
} from '#server/imports/vocabulary/words.ts';

export interface IndicatorColumn {
  readonly index: number;
  readonly key: string;
  readonly indicator: string;
  readonly unit?: AmountUnit;
  readonly money: boolean;
  readonly monthOnly: boolean;
  /** Since the start of works or over all years: no year to date. */
  readonly sinceStart: boolean;
}
/** Status, source and the reason for a missing value, as a row of the long form may give them. */
export interface SaidOfValue {
  readonly data_status?: DataStatus;
  /** The empty text: the file says that there is none. */
  readonly source?: string;
  readonly missing?: MissingReason;
  /** The indicator that the row is of, when it has no value. */
  readonly indicator?: string;
}
export interface SeriesLayout {
  readonly period: number;
  readonly periods: PeriodKind;
  readonly columns: readonly IndicatorColumn[];
  /** Set for one row per period and indicator: the rows as columns of indicators, and where they stood. */
  readonly long?: {
    readonly rows: readonly Row[];
    readonly label: number;
    readonly value: number;
    readonly unit?: number;
    /** What stands in the column of names, and the indicator that each means. */
    readonly labels: readonly { readonly text: string; readonly indicator?: string }[];
    readonly unknown: readonly Row[];
    /** What a row says beside its value, where the file has columns for it. */
    readonly said: (row: number) => SaidOfValue;
  };
}

const ytd = new RegExp(yearToDateWords.map((w) => w.replace(/[-\s]/g, '[-\\s_]?')).join('|'), 'gi');
const sinceStart =
  /(?:自|从)?开工(?:以来|至今|至本月|后)?累计|历年累计|着工(?:以来|後)(?:の)?累計|since (?:start|inception|commencement)|(?:start|inception)[ -]to[ -]date/i;
const monthOnly = /本月|当月|当期|月間|単月|this month|month only|in month/i;

const perHead =
  /\bper (?:head|capita|person|worker|employee|hectare|km)|人均|一人当たり|一人あたり|1인당|par habitant|pro kopf|per cápita|地均|亩均|単位面積/i;

/** The indicator that a header, or a label of the long form, names. */
export function indicatorOf(
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
  const word = keyOfWord(indicatorWords, words);
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

/** The column that is said to hold the months, else the one that does: four of five cells are months, and its header says so or it is the first. */
export function periodColumn(
  header: TableHeader,
  sample: readonly Row[],
  mapping: SeriesMapping,
): HeaderColumn | undefined {
  const share = (c: HeaderColumn): number => periodShare(sample, c.index, 'month');
  const areYears = (c: HeaderColumn): boolean => periodShare(sample, c.index, 'year') >= 0.8;
  const open = header.columns.filter((c) => mapping.of(c.key) === undefined);
  return (
    header.columns.find((c) => mapping.of(c.key) === 'period') ??
    open.find((c) => share(c) >= 0.8 && (inList(periodHeaders, c.child) || c.index === 0)) ??
    open.find(
      (c) =>
        areYears(c) && (isYearHeader(c.child) || (inList(periodHeaders, c.child) && c.index === 0)),
    ) ??
    (mapping.told ? open.find((c) => share(c) >= 0.8 || areYears(c)) : undefined)
  );
}

/** An indicator that the user named: what its header says of month and year is overruled. */
export const namedIndicator = (
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

/** The layout month × indicators, when the file has it: a column of months and at least one known indicator, or when the user says so. */
export function findSeries(
  header: TableHeader,
  rows: readonly Row[],
  indicators: readonly Indicator[],
  mapping: SeriesMapping,
): SeriesLayout | undefined {
  if (
    header.columns.some((c) => mapping.of(c.key) === 'indicator' || mapping.of(c.key) === 'value')
  )
    return undefined;
  const period = periodColumn(header, rows.slice(0, 60), mapping);
  if (!period) return undefined;
  const others = header.columns.filter((c) => c.index !== period.index);
  const columns = others.flatMap((c) => {
    const said = mapping.of(c.key);
    if (said === undefined) return indicatorOf(c, indicators) ?? [];
    return (seriesParts as readonly string[]).includes(said)
      ? []
      : [namedIndicator(c, said, indicators)];
  });
  const told = mapping.told || header.columns.some(({ key }) => mapping.tells(key));
  return told || (columns.length > 0 && columns.length >= (header.columns.length - 1) / 2)
    ? { period: period.index, periods: periodKindOf(rows.slice(0, 200), period.index), columns }
    : undefined;
}

export interface SeriesContext {
  readonly sheet: AmountUnit | undefined;
  readonly currency?: string;
  readonly power?: number;
  readonly indicators: readonly Indicator[];
  readonly problems: Problems;
  readonly fiscal: FiscalYears;
  readonly source: string;
}
export interface SeriesResult {
  readonly observations: readonly Observation[];
  /** Numbers of the rows whose month could not be read. */
  readonly monthless: readonly number[];
  readonly open: ReadonlySet<'currency' | 'unit'>;
}

/** Values by month. Blank cells between a series' first and last value are missing; those before and after say nothing. */
export function readSeries(
  rows: readonly Row[],
  layout: SeriesLayout,
  context: SeriesContext,
): SeriesResult {
  const byKey = new Map<string, Observation>();
  const open = new Set<'currency' | 'unit'>();
  const roundings = new Roundings();
  const { months, monthless, begins } = readMonths(rows, layout, context);
  for (const column of layout.columns) {
    const indicator = context.indicators.find((i) => i.id === column.indicator);
    if (column.monthOnly && indicator?.cumulation === 'ytd') {
      context.problems.add(
        'month_only',
        { index: column.index, header: column.key },
        { header: column.key },
      );
      continue;
    }
    if (column.sinceStart && indicator?.cumulation !== 'since_start') {
      context.problems.add(
        'since_start',
        { index: column.index, header: column.key },
        { header: column.key },
      );
      continue;
    }
    if (begins !== undefined && begins > 1 && indicator?.cumulation === 'ytd') {
      context.problems.add(
        'fiscal_flow',
        { index: column.index, header: column.key },
        { header: column.key },
      );
      continue;
    }
    const cells = rows.map((r) => r.cells[column.index] ?? '');
    const sign = decimalSign(cells);
    const filled = cells.flatMap((c, i) =>
      (c !== '' || layout.long?.said(i).indicator === column.indicator) && months[i] !== undefined
        ? [i]
        : [],
    );
    const unit = column.unit ?? context.sheet;
    const power = unit?.power ?? context.power;
    if (column.money && power === undefined) open.add('unit');
    if (column.money && (unit?.currency ?? context.currency ?? indicator?.unit) === undefined)
      open.add('currency');
    for (let i = filled[0] ?? 0; i <= (filled.at(-1) ?? -1); i += 1) {
      const month = months[i];
      const cell = cells[i] ?? '';
      const said = layout.long?.said(i) ?? {};
      const reasoned = said.missing !== undefined && said.indicator === column.indicator;
      if (month === undefined || (layout.long && cell === '' && !reasoned)) continue;
      const place = {
        row: rows[i]?.number ?? 0,
        index: layout.long?.value ?? column.index,
        header: column.key,
        value: String(cell),
      };
      const base = {
        indicator: column.indicator,
        period: month,
        data_status: said.data_status ?? ('reported' as const),
        ...compact({ source: said.source === '' ? undefined : (said.source ?? context.source) }),
        origin: 'own' as const,
        revision: 0,
      };
      const reason =
        cell === '' && said.missing !== undefined
          ? said.missing
          : typeof cell === 'string'
            ? missingReason(cell)
            : undefined;
      const { value, unit: own } = reason
        ? { value: undefined, unit: undefined }
        : numberOf(cell, sign);
      if (value === undefined && !reason)
        context.problems.add(/^#+$/.test(String(cell)) ? 'hashes' : 'number_not_a_number', place);
      if (byKey.has(`${column.indicator} ${month}`)) context.problems.add('same_period', place);
      const written =
        value === undefined
          ? undefined
          : column.money
            ? scaleByTen(value, own?.power ?? power ?? 0)
            : value;
      const scaled =
        written === undefined ? undefined : wholeCoins(written, column, indicator, roundings);
      byKey.set(
        `${column.indicator} ${month}`,
        scaled === undefined
          ? { ...base, missing: reason ?? 'not_reported' }
          : { ...base, value: scaled },
      );
    }
  }
  roundings.warn(context.problems);
  return { observations: [...byKey.values()], monthless, open };
}

/** An amount in whole coins of its indicator's currency, rounded half to even where it is finer; any other number as it is. */
function wholeCoins(
  value: Decimal,
  column: IndicatorColumn,
  indicator: Indicator | undefined,
  roundings: Roundings,
): Decimal {
  if (indicator === undefined || unitFault(indicator, value) !== 'too_fine') return value;
  const { money, difference } = roundToMinor(value, indicator.unit);
  roundings.add(column, indicator.unit, difference);
  return toMajor(money);
}

/** No number with its unit is longer, and a longer text would be looked at for hours. */
const longestNumber = 100;
/** The number of a cell, with a unit that the cell names itself: 1.7亿元. */
function numberOf(
  cell: Cell,
  sign: '.' | ',' | undefined,
): { readonly value?: string; readonly unit?: AmountUnit } {
  if (typeof cell === 'string' && cell.length > longestNumber) return {};
  const plain = parseNumber(
    typeof cell === 'string' ? cell.replace(/\s*(?:家|社|人|个|名)$/, '') : cell,
    sign,
  );
  if (plain.kind === 'value' && !plain.percent) return { value: decimalText(plain.value) };
  const m =
    typeof cell === 'string' ? /^([\d.,\s]+)\s*(\D+)$/.exec(cell.normalize('NFKC').trim()) : null;
  const unit = m?.[2] === undefined ? undefined : parseUnit(m[2]);
  const number = m?.[1] === undefined ? undefined : parseNumber(m[1], sign);
  return unit && number?.kind === 'value' ? { value: decimalText(number.value), unit } : {};
}
