import type { MissingReason } from '#domain/values/data-status.ts';
import { type Decimal, scaleByTen } from '#domain/values/decimal.ts';
import { compact } from '#domain/values/compact.ts';
import { roundToMinor, toMajor } from '#domain/values/money.ts';
import { findUnitFault } from '#domain/targets/value-doubts.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import type { Problems } from '#server/imports/context/problems.ts';
import { Roundings } from '#server/imports/context/rounding-problems.ts';
import type { FiscalYears } from '#server/imports/context/fiscal-years.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import {
  findCommonSign,
  formatDecimal,
  parseNumber,
  type DecimalSign,
  type NumberSign,
  type ParsedNumber,
} from '#server/imports/values/number.ts';
import { findSeriesSign } from '#server/imports/columns/decimal-notation.ts';
import type { TableHeader } from '#server/imports/structure/table-header.ts';
import { parseUnit, type AmountUnit } from '#server/imports/values/unit.ts';
import { unitCurrency } from '#domain/values/reading/unit.ts';
import { findMissingReason } from '#server/imports/vocabulary/words.ts';
import { isKnownUnit } from './count-units.ts';
import type { IndicatorColumn } from './indicator-column.ts';
import type { RowDetails, SeriesLayout } from './series-layout.ts';
import { readMonths, type SeriesMonths } from './series-months.ts';

export interface SeriesContext {
  readonly sheet: AmountUnit | undefined;
  readonly currency?: string;
  readonly power?: number;
  readonly indicators: readonly Indicator[];
  /** The base currency of the zone. */
  readonly base: string;
  readonly problems: Problems;
  readonly fiscal: FiscalYears;
  readonly source: string;
  /** The titles and headings, which show the language of the file. */
  readonly header: Pick<TableHeader, 'titles' | 'columns'>;
}
export interface SeriesResult {
  readonly observations: readonly Observation[];
  /** Numbers of the rows without a readable month. */
  readonly monthless: readonly number[];
  readonly open: ReadonlySet<'currency' | 'unit'>;
}

/** Finds the problem that makes a column unreadable. @returns its key, or undefined */
function columnFault(
  column: IndicatorColumn,
  cumulation: Indicator['cumulation'] | undefined,
  begins: number | undefined,
): 'month_only' | 'since_start' | 'fiscal_flow' | undefined {
  if (column.monthOnly && cumulation === 'ytd') return 'month_only';
  if (column.sinceStart && cumulation !== 'since_start') return 'since_start';
  return begins !== undefined && begins > 1 && cumulation === 'ytd' ? 'fiscal_flow' : undefined;
}

/**
 * Finds the problem of a column in another currency than its indicator, since nothing is converted.
 */
function currencyFault(
  column: IndicatorColumn,
  indicator: Indicator | undefined,
  sheet: AmountUnit | undefined,
): 'other_currency' | undefined {
  const unit = column.unit ?? sheet;
  if (!column.money || indicator === undefined || unit === undefined) return undefined;
  const currency = unitCurrency(unit, indicator.unit);
  return currency === undefined || currency === indicator.unit ? undefined : 'other_currency';
}

/** Finds the problem of a column in another known unit than its indicator. */
const unitFault = (
  { counted, money }: IndicatorColumn,
  indicator: Indicator | undefined,
): 'other_unit' | undefined =>
  money || counted === undefined || indicator === undefined || !isKnownUnit(counted)
    ? undefined
    : counted.unit === indicator.unit
      ? undefined
      : 'other_unit';

/** Units of things that are counted whole. */
const countUnits: ReadonlySet<string> = new Set(['companies', 'jobs', 'items']);

/** Reads the columns of values one by one. */
class SeriesReader {
  readonly byKey = new Map<string, Observation>();
  readonly open = new Set<'currency' | 'unit'>();
  readonly roundings = new Roundings();
  private readonly rows: readonly Row[];
  private readonly layout: SeriesLayout;
  private readonly context: SeriesContext;
  private readonly months: SeriesMonths['months'];
  /** The decimal sign that the columns of values prove. */
  private readonly commonSign: DecimalSign | undefined;
  constructor(
    rows: readonly Row[],
    layout: SeriesLayout,
    context: SeriesContext,
    months: SeriesMonths['months'],
  ) {
    this.rows = rows;
    this.layout = layout;
    this.context = context;
    this.months = months;
    const indexes = [...new Set(layout.columns.map(({ index }) => index))];
    this.commonSign = findCommonSign(
      indexes.map((index) => rows.map((row) => row.cells[index] ?? '')),
    );
  }

  readColumn(column: IndicatorColumn, indicator: Indicator | undefined): void {
    const { long } = this.layout;
    const cells = this.rows.map((r) => r.cells[column.index] ?? '');
    const sign = this.findSign(cells, column, indicator);
    const filledCells = cells.flatMap((c, i) =>
      (c !== '' || long?.details(i).indicator === column.indicator) && this.months[i] !== undefined
        ? [i]
        : [],
    );
    const power = this.requireUnit(column, indicator);
    for (let i = filledCells[0] ?? 0; i <= (filledCells.at(-1) ?? -1); i += 1) {
      const cell = cells[i] ?? '';
      const details = long?.details(i) ?? {};
      const hasReason = details.missing !== undefined && details.indicator === column.indicator;
      if (this.months[i] === undefined || (long && cell === '' && !hasReason)) continue;
      this.readCell(i, cell, details, { column, indicator, sign, power });
    }
  }

  /** Finds the decimal sign of a column. Nobody counts a thousandth of a person or a company. */
  private findSign(
    cells: readonly Cell[],
    { unit, money, created, counted }: IndicatorColumn,
    indicator: Indicator | undefined,
  ): NumberSign | undefined {
    const { header, sheet, currency } = this.context;
    const usual = money ? ((unit ?? sheet)?.currency ?? currency ?? indicator?.unit) : undefined;
    const sign = findSeriesSign(cells, this.commonSign, header, usual);
    const isCount =
      countUnits.has((indicator ?? created)?.unit ?? '') && (counted?.power ?? 0) === 0;
    if (sign !== 'unproven' || !isCount) return sign;
    return cells.some((cell) => String(cell).includes(',')) ? '.' : ',';
  }

  /**
   * Notes the missing unit or currency of a money column.
   * @returns the power of ten of its unit
   */
  private requireUnit(
    column: IndicatorColumn,
    indicator: Indicator | undefined,
  ): number | undefined {
    const unit = column.unit ?? this.context.sheet;
    const power = unit?.power ?? this.context.power;
    if (column.money && power === undefined) this.open.add('unit');
    // a new indicator needs a currency from the file or an answer, unless it is that of the zone
    const { created } = column;
    const usual =
      created === undefined || created.unit === this.context.base ? indicator?.unit : undefined;
    const currency = unit === undefined ? undefined : unitCurrency(unit, indicator?.unit);
    if (column.money && (currency ?? this.context.currency ?? usual) === undefined)
      this.open.add('currency');
    return power;
  }

  private readCell(
    at: number,
    cell: Cell,
    details: RowDetails,
    of: {
      readonly column: IndicatorColumn;
      readonly indicator: Indicator | undefined;
      readonly sign: NumberSign | undefined;
      readonly power: number | undefined;
    },
  ): void {
    const { problems, source } = this.context;
    const { column } = of;
    const period = this.months[at] ?? '';
    const reason = reasonIn(cell, details);
    const read = reason ? {} : parseValue(cell, of.sign, of.indicator?.unit === 'percent');
    const place = {
      row: this.rows[at]?.number ?? 0,
      index: this.layout.long?.value ?? column.index,
      header: column.key,
      value: String(cell),
    };
    if (read.value === undefined && !reason)
      problems.add(
        /^#+$/.test(String(cell))
          ? 'hashes'
          : read.isUnsure === true
            ? 'number_unsure_separator'
            : 'number_not_a_number',
        place,
      );
    const key = `${column.indicator} ${period}`;
    if (this.byKey.has(key)) problems.add('same_period', place);
    const base = {
      indicator: column.indicator,
      period,
      data_status: details.data_status ?? ('reported' as const),
      ...compact({ source: details.source === '' ? undefined : (details.source ?? source) }),
      origin: 'own' as const,
      revision: 0,
    };
    if (read.value === undefined) {
      this.byKey.set(key, { ...base, missing: reason ?? 'not_reported' });
      return;
    }
    const power = column.money ? (read.unit?.power ?? of.power) : column.counted?.power;
    const value = scaleByTen(read.value, power ?? 0);
    this.byKey.set(key, {
      ...base,
      value: roundToCoins(value, column, of.indicator, this.roundings),
    });
  }
}

const reasonIn = (cell: Cell, { missing }: RowDetails): MissingReason | undefined => {
  if (cell === '' && missing !== undefined) return missing;
  return typeof cell === 'string' ? findMissingReason(cell) : undefined;
};

/**
 * Reads the values by month. A blank between the first and last value of a series is a missing
 * value. Other blanks are ignored.
 */
export function readSeries(
  rows: readonly Row[],
  layout: SeriesLayout,
  context: SeriesContext,
): SeriesResult {
  const { months, monthless, begins } = readMonths(rows, layout, context);
  const reader = new SeriesReader(rows, layout, context, months);
  for (const column of layout.columns) {
    const indicator = context.indicators.find((i) => i.id === column.indicator);
    const fault =
      columnFault(column, indicator?.cumulation, begins) ??
      currencyFault(column, indicator, context.sheet) ??
      unitFault(column, indicator);
    const place = { index: column.index, header: column.key };
    const unit = indicator?.unit ?? '';
    if (fault === undefined) reader.readColumn(column, indicator);
    else context.problems.add(fault, place, { header: column.key, currency: unit });
  }
  reader.roundings.warn(context.problems);
  return { observations: [...reader.byKey.values()], monthless, open: reader.open };
}

/**
 * Rounds an amount half to even to the minor unit of its indicator's currency. Other numbers stay
 * unchanged.
 */
function roundToCoins(
  value: Decimal,
  column: IndicatorColumn,
  indicator: Indicator | undefined,
  roundings: Roundings,
): Decimal {
  if (indicator === undefined || findUnitFault(indicator, value) !== 'too_fine') return value;
  const { money, difference } = roundToMinor(value, indicator.unit);
  roundings.add(column, indicator.unit, difference);
  return toMajor(money);
}

/**
 * The most characters of a number. Longer texts hold no number, and the patterns below would be
 * slow on them.
 */
const longestNumber = 100;
/** Reads the number of a cell, with a unit in the cell itself: 1.7亿元. */
function parseValue(
  cell: Cell,
  sign: NumberSign | undefined,
  isShare: boolean,
): { readonly value?: string; readonly unit?: AmountUnit; readonly isUnsure?: true } {
  if (typeof cell === 'string' && cell.length > longestNumber) return {};
  const plain = parseNumber(
    typeof cell === 'string' ? cell.replace(/\s*(?:家|社|人|个|名)$/, '') : cell,
    sign,
  );
  const isOpen = (number: ParsedNumber): boolean =>
    sign === 'unproven' && number.kind === 'value' && number.unsure;
  if (plain.kind === 'value' && (isShare || !plain.percent))
    return isOpen(plain) ? { isUnsure: true } : { value: formatDecimal(plain.value) };
  const m =
    typeof cell === 'string' ? /^([\d.,\s]+)\s*(\D+)$/.exec(cell.normalize('NFKC').trim()) : null;
  const unit = m?.[2] === undefined ? undefined : parseUnit(m[2]);
  const number = m?.[1] === undefined ? undefined : parseNumber(m[1], sign);
  if (unit === undefined || number?.kind !== 'value') return {};
  return isOpen(number) ? { isUnsure: true } : { value: formatDecimal(number.value), unit };
}
