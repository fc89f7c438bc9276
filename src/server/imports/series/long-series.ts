import { compact } from '#domain/values/compact.ts';
import { parseNumber } from '#server/imports/values/number.ts';
import { cleanText } from '#server/imports/read/cell-text.ts';
import { parseUnit } from '#server/imports/values/unit.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import { findIndicator, createIndicatorColumn, isComparison } from './indicator-columns.ts';
import { indicatorHeaders, isInList } from '#server/imports/vocabulary/words.ts';
import { isKnownUnit, readCountUnit } from './count-units.ts';
import type { IndicatorColumn } from './indicator-column.ts';
import type { SeriesVocabulary } from './series-vocabulary.ts';
import { findLabelColumn, findRepeatedPeriod } from './long-form.ts';
import { findPeriodColumn, type RowDetails, type SeriesLayout } from './series-layout.ts';
import { parseDataStatus, parseMissingReason } from '#server/imports/columns/own-columns.ts';
import { findPeriodKind } from '#server/imports/values/period.ts';
import type { SeriesMapping } from './series-mapping.ts';
import type { HeaderColumn, TableHeader } from '#server/imports/structure/table-header.ts';

const unitHeader = /^(?:计量|計量)?(?:单位|単位)$|^units?$/i;
const statisticsLabel =
  /^(?:统计|統計|経済|经济)?(?:指标|指標)(?:名称|名)?$|^(?:indicators?|measures?|metrics?)(?: name)?$/i;
/** Headings over the names of projects, too. */
const projectHeaders = 'name；項目';
const isLabelHeader = (heading: string): boolean =>
  statisticsLabel.test(heading) ||
  (isInList(indicatorHeaders, heading) && !isInList(projectHeaders, heading));
/** Whether a column numbers the rows: 1, 2, 3. */
const numbersRows = (rows: readonly Row[], index: number): boolean =>
  rows.length > 2 && rows.every(({ cells }, at) => Number(cells[index]) === at + 1);
const mostly = (rows: readonly Row[], index: number, test: (cell: Cell) => boolean): boolean => {
  const filledCells = rows.flatMap((r) =>
    (r.cells[index] ?? '') === '' ? [] : [r.cells[index] ?? ''],
  );
  return filledCells.length > 0 && filledCells.filter(test).length / filledCells.length >= 0.8;
};

/** The columns of the long form. */
interface LongColumns {
  readonly label: HeaderColumn;
  readonly value: HeaderColumn;
  readonly unit: HeaderColumn | undefined;
  readonly status: number | undefined;
  readonly source: number | undefined;
  readonly missing: number | undefined;
}
type NameIndicator = (label: string, index: number) => IndicatorColumn | undefined;

/**
 * Makes the function that finds the indicator of a label: by the user's mapping, else by its words.
 */
const indicatorNamer =
  (vocabulary: SeriesVocabulary, mapping: SeriesMapping): NameIndicator =>
  (label, index) => {
    const column = { index, parent: '', child: label, key: label };
    const id = mapping.find(label);
    if (id === 'ignore') return undefined;
    return id === undefined
      ? findIndicator(column, vocabulary)
      : createIndicatorColumn(column, id, vocabulary);
  };

/** Finds the columns of names and values. @returns undefined if one of them is missing */
function findColumns(
  header: TableHeader,
  period: HeaderColumn,
  sample: readonly Row[],
  nameIndicator: NameIndicator,
  mapping: SeriesMapping,
): LongColumns | undefined {
  const findColumn = (part: string): HeaderColumn | undefined =>
    header.columns.find((c) => mapping.find(c.key) === part);
  const others = header.columns.filter((c) => c.index !== period.index);
  const open = others.filter((c) => mapping.find(c.key) === undefined);
  const label =
    findColumn('indicator') ??
    open.find((c) =>
      mostly(sample, c.index, (cell) => nameIndicator(String(cell), 0) !== undefined),
    ) ??
    open.find((c) => isLabelHeader(c.child.trim())) ??
    findLabelColumn(open, period, sample);
  const numbers = open.filter(
    (c) => c !== label && mostly(sample, c.index, (cell) => parseNumber(cell).kind === 'value'),
  );
  const value =
    findColumn('value') ?? numbers.find((c) => !numbersRows(sample, c.index)) ?? numbers[0];
  if (!label || !value) return undefined;
  const findIndex = (id: string): number | undefined =>
    others.find((c) => c.child.trim() === id)?.index;
  return {
    label,
    value,
    unit: findColumn('unit') ?? open.find((c) => unitHeader.test(c.child.trim())),
    status: findIndex('data_status'),
    source: findIndex('source'),
    // files of former versions have the second name
    missing: findIndex('missing_reason') ?? findIndex('missing'),
  };
}

/** Reads the status, source and reason that a row gives beside its value. */
function readDetails(
  row: Row | undefined,
  { label, status, source, missing }: LongColumns,
  nameIndicator: NameIndicator,
): RowDetails {
  const cell = (index: number | undefined): string =>
    index === undefined ? '' : cleanText(row?.cells[index] ?? '');
  const reason = parseMissingReason(cell(missing));
  const data_status = parseDataStatus(cell(status));
  const indicator =
    reason === undefined ? undefined : nameIndicator(cell(label.index), 0)?.indicator;
  return {
    ...compact({
      data_status,
      source: source === undefined ? undefined : cell(source),
      missing: indicator === undefined ? undefined : reason,
      indicator,
    }),
  };
}

/** Gives the column of a label the unit of its rows, where its words have none. */
function withUnit(column: IndicatorColumn, unitText: string): IndicatorColumn {
  if (unitText === '') return column;
  if (column.money) return { ...column, ...compact({ unit: column.unit ?? parseUnit(unitText) }) };
  const counted = column.counted ?? readCountUnit(unitText);
  return isKnownUnit(counted) ? { ...column, counted } : column;
}

/**
 * Converts the rows to rows with a column for each label and unit.
 * @returns the rows, and the columns of each label
 */
function widenRows(
  rows: readonly Row[],
  width: number,
  period: number,
  { label, value, unit }: LongColumns,
  nameIndicator: NameIndicator,
) {
  const columns = new Map<string, ReadonlyMap<string, IndicatorColumn | undefined>>();
  let next = width;
  const wide = rows.map((row): Row => {
    const text = String(row.cells[label.index] ?? '').trim();
    const unitText = unit === undefined ? '' : String(row.cells[unit.index] ?? '').trim();
    const ofLabel = columns.get(text) ?? new Map<string, IndicatorColumn | undefined>();
    if (!ofLabel.has(unitText)) {
      const named = nameIndicator(text, next);
      const column = named && withUnit(named, unitText);
      columns.set(text, new Map([...ofLabel, [unitText, column]]));
      next += 1;
    }
    const column = columns.get(text)?.get(unitText);
    const cells: Cell[] = Array.from({ length: next }, () => '');
    cells[period] = row.cells[period] ?? '';
    if (column !== undefined) cells[column.index] = row.cells[value.index] ?? '';
    return { ...row, cells };
  });
  return { wide, columns };
}

const listValues = (
  rows: readonly Row[],
  label: number,
  text: string,
  value: number,
): readonly string[] =>
  rows.flatMap(({ cells }) =>
    String(cells[label] ?? '').trim() === text ? [String(cells[value] ?? '')] : [],
  );

/**
 * Converts the long form, which has one row for each period and indicator, to columns of
 * indicators. Each row keeps its number and holds one value.
 * @returns undefined if no column names known indicators, or if none holds numbers
 */
export function findLongSeries(
  header: TableHeader,
  rows: readonly Row[],
  vocabulary: SeriesVocabulary,
  mapping: SeriesMapping,
): SeriesLayout | undefined {
  const sample = rows.slice(0, 200);
  const period =
    findPeriodColumn(header, sample, mapping) ?? findRepeatedPeriod(header.columns, sample);
  if (!period) return undefined;
  const nameIndicator = indicatorNamer(vocabulary, mapping);
  const roles = findColumns(header, period, sample, nameIndicator, mapping);
  if (roles === undefined) return undefined;
  const { wide, columns } = widenRows(
    rows,
    header.columns.length,
    period.index,
    roles,
    nameIndicator,
  );
  const { label, value, unit } = roles;
  const firstOf = (text: string): IndicatorColumn | undefined =>
    [...(columns.get(text)?.values() ?? [])][0];
  const texts = [...columns.keys()];
  return {
    period: period.index,
    periods: findPeriodKind(sample, period.index),
    columns: [...columns.values()].flatMap((ofLabel) =>
      [...ofLabel.values()].filter((c) => c !== undefined),
    ),
    unnamed: texts.flatMap((key) =>
      firstOf(key) !== undefined ||
      key === '' ||
      mapping.find(key) !== undefined ||
      isComparison(key)
        ? []
        : [{ key, values: listValues(rows, label.index, key, value.index), isYearToDate: false }],
    ),
    long: {
      rows: wide,
      label: label.index,
      value: value.index,
      ...compact({ unit: unit?.index }),
      labels: texts.map((text) => ({ text, ...compact({ indicator: firstOf(text)?.indicator }) })),
      details: (row) => readDetails(rows[row], roles, nameIndicator),
      unknownRows: rows.filter(
        (r) => firstOf(String(r.cells[label.index] ?? '').trim()) === undefined,
      ),
    },
  };
}
