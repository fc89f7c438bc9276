import type { Month } from '#domain/values/date.ts';
import type { Cell, Row, Table } from '#server/imports/read/table.ts';
import { parseMonth } from '#server/imports/values/period.ts';
import { parseUnit } from '#server/imports/values/unit.ts';
import { indicatorHeaders, normaliseWord } from '#server/imports/vocabulary/words.ts';
import { readBaselineYear, readYearColumn, type YearColumn } from './year-columns.ts';

/** The fields that a column of a table of targets can hold. */
export const targetFields = [
  'id',
  'indicator',
  'period',
  'comparator',
  'value',
  'unit',
  'deadline',
  'baseline_date',
  'baseline',
  'source',
  'source_date',
  'owner',
  'unit_in_charge',
] as const;
export type TargetField = (typeof targetFields)[number];

/** The headings of each field, in Chinese, Japanese and English, with the ids of our own files. */
const headings: Readonly<Record<TargetField, readonly string[]>> = {
  id: ['id', 'target id', '目标编号', '目標id', 'target_id'],
  indicator: indicatorHeaders.split('；'),
  period: [
    'period',
    'year',
    'target year',
    '期间',
    '年度',
    '年份',
    '目标期间',
    '目标年度',
    '期間',
    '対象期間',
    '対象年',
    '年',
  ],
  comparator: [
    'comparator',
    'condition',
    '达标条件',
    '比较符',
    '比较方式',
    '条件',
    '達成の条件',
    '達成条件',
    '比較',
    '条件式',
  ],
  value: [
    'value',
    'target',
    'target value',
    'goal',
    '目标',
    '目标值',
    '目标数',
    '全年目标',
    '年度目标',
    '目標',
    '目標値',
    '目標数値',
    '年度目標',
  ],
  unit: [
    'unit',
    'units',
    '单位',
    '计量单位',
    '単位',
    'unité',
    'unidad',
    'unidade',
    'einheit',
    'jednostka',
    'jednotka',
    'birim',
    'единица измерения',
    'đơn vị',
    'الوحدة',
    '단위',
  ],
  deadline: [
    'deadline',
    'due',
    'by',
    '期限',
    '期限日',
    '截止日期',
    '完成时限',
    '完成期限',
    '達成期限',
  ],
  baseline_date: ['baseline date', 'baseline_date', '基期日期', '基準日', '基準値の日付'],
  baseline: ['baseline', '基期值', '基数', '基準値'],
  source: ['source', 'document', '来源', '依据', '文件依据', '出典', '根拠'],
  source_date: ['source date', 'source_date', '来源日期', '文件日期', '出典の日付'],
  owner: ['owner', 'person in charge', '责任人', '担当者'],
  unit_in_charge: [
    'unit in charge',
    'unit_in_charge',
    'responsible unit',
    'department',
    '责任单位',
    '牵头单位',
    '担当部署',
    '担当課',
  ],
};
const fieldOf = new Map(
  targetFields.flatMap((field) => headings[field].map((word) => [normaliseWord(word), field])),
);

/** Matches a heading with a unit in brackets at its end: 目标值（亿元）. */
const bracketPattern = /^(.*?)\s*[(（[【]([^()（）[\]【】]{1,40})[)）\]】]\s*$/u;

/** The columns of a table of targets by field. */
export interface TargetColumns {
  /** The index of the heading in the rows of the table. */
  readonly at: number;
  readonly fields: ReadonlyMap<TargetField, number>;
  /** The unit in the heading of the values. */
  readonly unit?: string;
  /** Columns of planned values with the month at whose end they are planned. */
  readonly plan: readonly { readonly index: number; readonly month: Month }[];
  /** Columns of a wide table, whose headings are the years of the targets. */
  readonly years: readonly YearColumn[];
  /** The year in the heading of the baseline. */
  readonly baselineYear?: string;
  /** Headings of columns that are not used. */
  readonly unused: readonly string[];
}

const planWords = /^(?:plan(?:ned)?|checkpoint|计划|应达|进度目标|計画(?:値)?)[\s:：]*/iu;
const planEnd = /\s*(?:plan(?:ned)?|checkpoint|计划|应达|进度目标|计划值|計画(?:値)?|末)$/iu;

/** Parses the month of a heading such as 2026-03, 计划 2026年3月 or Plan Mar 2026. */
const planMonth = (heading: string): Month | undefined =>
  parseMonth(heading.replace(planWords, '').replace(planEnd, '').trim());

const toText = (cell: Cell | undefined): string =>
  String(cell ?? '')
    .replace(/\s+/g, ' ')
    .trim();

interface ReadColumns {
  readonly fields: Map<TargetField, number>;
  readonly plan: { index: number; month: Month }[];
  readonly years: YearColumn[];
  readonly unused: string[];
  unit?: string;
  baselineYear?: string;
}

/** Reads one heading into the columns. */
function readHeading(columns: ReadColumns, heading: string, index: number): void {
  const { fields, plan, years, unused } = columns;
  const [, base = heading, inside = ''] = bracketPattern.exec(heading) ?? [];
  const field = fieldOf.get(normaliseWord(heading)) ?? fieldOf.get(normaliseWord(base));
  if (field !== undefined && !fields.has(field)) {
    fields.set(field, index);
    if (field === 'value' && parseUnit(inside) !== undefined) columns.unit = inside;
    return;
  }
  const month = planMonth(heading);
  const baselineYear = readBaselineYear(heading);
  const year = readYearColumn(heading, index);
  if (baselineYear !== undefined && !fields.has('baseline')) {
    fields.set('baseline', index);
    columns.baselineYear = baselineYear;
  } else if (year !== undefined) years.push(year);
  else if (month !== undefined) plan.push({ index, month });
  else unused.push(heading);
}

/**
 * Finds the shape of a table: in a wide one the column that is headed Target names the indicators; in
 * a long one with a column of values, headings of years are not used.
 */
function findShape(columns: ReadColumns): void {
  const { fields, years, unused } = columns;
  const value = fields.get('value');
  if (years.length > 0 && value !== undefined && !fields.has('indicator') && !fields.has('id')) {
    fields.delete('value');
    fields.set('indicator', value);
  } else if (value !== undefined || fields.has('period')) {
    unused.push(...years.map(({ heading }) => heading));
    years.length = 0;
  }
}

function readColumns(row: Row, at: number): TargetColumns {
  const columns: ReadColumns = { fields: new Map(), plan: [], years: [], unused: [] };
  for (const [index, cell] of row.cells.entries()) {
    const heading = toText(cell);
    if (heading !== '') readHeading(columns, heading, index);
  }
  findShape(columns);
  return { at, ...columns };
}

/** The number of rows in which a heading is searched. */
const searchRows = 15;

/** Adds the years of a second heading row, whose first row names the fields above them. */
function addYearsBelow(columns: TargetColumns, below: TargetColumns | undefined): TargetColumns {
  if (below === undefined || columns.years.length > 0 || columns.fields.has('period'))
    return columns;
  const { fields: more, plan, unused, years } = below;
  if (years.length === 0 || more.size + plan.length + unused.length > 0) return columns;
  const fields = new Map([...columns.fields].filter(([field]) => field !== 'value'));
  return { ...columns, at: below.at, fields, years };
}

/** Counts what the headings name. @returns the number of fields; the years of a wide table are one */
export const countNamedColumns = ({ fields, years }: TargetColumns): number =>
  fields.size + (years.length > 0 ? 1 : 0);

/**
 * Finds the heading of a table of targets: the row that names the most fields.
 * @returns undefined if no row near the top names a value, or years, with an indicator or an id
 */
export function findTargetColumns({ rows }: Pick<Table, 'rows'>): TargetColumns | undefined {
  const rowsRead = rows.slice(0, searchRows).map(readColumns);
  const readings = rowsRead.map((columns, at) => addYearsBelow(columns, rowsRead[at + 1]));
  const [best] = readings.toSorted((a, b) => countNamedColumns(b) - countNamedColumns(a));
  if (best === undefined) return undefined;
  const { fields, years } = best;
  const hasValues = fields.has('value') || years.length > 0;
  return hasValues && (fields.has('indicator') || fields.has('id')) ? best : undefined;
}
