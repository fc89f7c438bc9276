import { removeNoise } from '#domain/values/decimal.ts';
import type { Qualifier } from '#domain/values/money.ts';
import { takeQualifiers } from '#domain/values/reading/amount.ts';
import type { Column } from '#server/imports/columns/column.ts';
import type { Cell } from '#server/imports/read/table.ts';
import {
  normaliseNumberText,
  parseNumber,
  removeCounter,
  toDouble,
  type ParsedNumber,
} from '#server/imports/values/number.ts';
import { splitAreaUnit, squareMetre, toLand } from '#server/imports/values/area.ts';
import type { numberFields } from '#domain/projects/fields.ts';
import { findMissingReason } from '#server/imports/vocabulary/words.ts';
import { locateCell, type RowDraft } from './row-draft.ts';

type NumberField = (typeof numberFields)[number];

/** Takes the qualifier off a number of people or an area. More than 50 % is no exact share. */
const readQualifier = (
  field: NumberField,
  cell: Cell,
): { readonly rest: Cell; readonly qualifier?: Qualifier } =>
  typeof cell === 'number' || field === 'foreign_percent'
    ? { rest: cell }
    : takeQualifiers(normaliseNumberText(cell));

const isCount = (field: NumberField): boolean => field === 'jobs_plan' || field === 'jobs_actual';
const isArea = (field: NumberField): boolean => field === 'land_mu' || field === 'floor_area_m2';

/** Under Chinese headers, land without a unit is in 亩. */
const isChinese = (header: string): boolean =>
  /\p{Script=Han}/u.test(header) && !/[\u3040-\u30ff\uac00-\ud7af]|敷地|緑地/.test(header);

/**
 * Chooses the unit of an area, in m²: by its cell, else by its header. Land below a Chinese header
 * is in 亩, floors are in m².
 * @returns undefined if nothing tells the unit of land
 */
function chooseAreaUnit(
  field: NumberField,
  column: Column,
  own: number | undefined,
): number | undefined {
  const unit = own ?? column.area;
  if (unit !== undefined) return unit;
  return field === 'floor_area_m2'
    ? squareMetre
    : isChinese(column.key)
      ? squareMetre / toLand
      : undefined;
}

/**
 * Resolves 1.250 and 1,250 by the kind of number: people have no fractions, square metres no
 * thousandths, and shares are at most 100 %.
 */
function decideSeparator(
  read: ParsedNumber,
  rest: Cell,
  field: NumberField,
  area: number | undefined,
): ParsedNumber {
  if (read.kind !== 'value' || !read.unsure) return read;
  const [mark, other] = String(rest).includes(',') ? ([',', '.'] as const) : (['.', ','] as const);
  if (isCount(field) || area === squareMetre) return parseNumber(rest, other);
  return field === 'foreign_percent' ? parseNumber(rest, mark) : read;
}

/** Writes the number of a cell into the draft of its row, and reports a cell that can't be read. */
export function readNumberField(
  field: NumberField,
  draft: RowDraft,
  column: Column,
  cell: Cell,
): void {
  const { problems } = draft.context;
  const place = locateCell(draft, column, cell);
  if (typeof cell === 'string' && findMissingReason(cell)) return;
  const own = isArea(field) ? splitAreaUnit(cell) : { rest: cell };
  const area = isArea(field) ? chooseAreaUnit(field, column, own.unit) : undefined;
  const { rest, qualifier } = readQualifier(field, removeCounter(own.rest));
  const result = decideSeparator(parseNumber(rest, column.sign), rest, field, area);
  if (result.kind !== 'value' || (result.percent && field !== 'foreign_percent')) {
    problems.add(/^#+$/.test(String(cell)) ? 'hashes' : 'number_not_a_number', place);
    return;
  }
  if (result.unsure) problems.add('number_unsure_separator', place);
  else if (isArea(field) && area === undefined) problems.add('number_without_unit', place);
  else {
    const n = toDouble(result.value) * (area ?? 1) * (field === 'land_mu' ? toLand : 1);
    if (n < 0) problems.add('number_negative', place);
    else draft.facts[field] = removeNoise(n);
    if (qualifier !== undefined) problems.add('number_about', place);
  }
}
