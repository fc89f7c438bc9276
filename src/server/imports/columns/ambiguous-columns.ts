import { stages } from '#domain/projects/stage.ts';
import { findDateOrder, parseDate } from '#server/imports/values/date.ts';
import { parseNumber } from '#server/imports/values/number.ts';
import { parseUnit } from '#server/imports/values/unit.ts';
import type { Cell } from '#server/imports/read/table.ts';
import { proposeStage } from '#server/imports/vocabulary/stage-proposals.ts';
import { dateFields, isMeasure } from '#server/imports/vocabulary/field-kinds.ts';
import { isField, type Field } from '#server/imports/vocabulary/synonyms.ts';
import { isPrefecture } from '#server/imports/context/zone-vocabulary.ts';
import { findCountry } from '#server/imports/vocabulary/countries.ts';
import {
  findMissingReason,
  findWordKey,
  isStatusWord,
  stageWords,
} from '#server/imports/vocabulary/words.ts';
import { findHints } from '#server/imports/headers/header-hints.ts';
import { normaliseHeader } from '#server/imports/headers/header-text.ts';
import { findHeaderMilestone } from '#server/imports/headers/milestone-words.ts';
import type { HeaderMatch, MatchedHeader } from '#server/imports/headers/match-header.ts';
import type { ColumnCells } from './shape.ts';

/**
 * Measures the share of cells that pass a test. Words for missing values such as null don't count.
 * @returns from 0 to 1; 0 without cells
 */
export function measureShare(cells: readonly Cell[], test: (text: string) => boolean): number {
  const values = cells.map(String).filter((text) => findMissingReason(text) === undefined);
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

const isStageWord = (text: string): boolean => findWordKey(stageWords, text) !== undefined;
const mayBeStage = (text: string): boolean =>
  isStageWord(text) || (stages as readonly string[]).includes(proposeStage(text) ?? '');
/**
 * Whether a column holds stage words: nearly all are known, or most of its short words are known or
 * similar to a known one.
 */
export const isStages = ({ cells }: ColumnCells): boolean =>
  measureShare(cells, isStageWord) >= 0.8 ||
  (measureShare(cells, mayBeStage) >= 0.6 && cells.every((cell) => String(cell).length <= 40));

/** Whether the cells are one word with different numbers: Phase 1, Phase II, 第二期. */
export function areParts({ cells }: ColumnCells): boolean {
  const words = cells.map((cell) =>
    String(cell)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\d+|(?<!\p{L})[ivx]+(?!\p{L})|[一二三四五六七八九十]/gu, '#')
      .trim(),
  );
  return words.length > 0 && words[0]?.includes('#') === true && new Set(words).size === 1;
}

/**
 * Decides by the cells which meaning an ambiguous header has.
 * @returns undefined if the cells do not decide it
 */
export function decideAmbiguous(
  match: HeaderMatch & { kind: 'ambiguous' },
  header: MatchedHeader,
  data: ColumnCells,
): Field | undefined {
  if (match.field === 'status') {
    const stage = measureShare(data.cells, mayBeStage);
    const status = measureShare(data.cells, isStatusWord);
    if (status >= 0.8) return 'status';
    if (isStages(data) && stage > status) return 'stage';
  }
  if (match.field === 'progress_text' && isStages(data)) return 'stage';
  if (match.field === 'country') {
    if (measureShare(data.cells, (t) => findCountry(t) !== undefined) >= 0.8) return 'country';
    if (measureShare(data.cells, isPrefecture) >= 0.8) return 'prefecture';
  }
  if (match.field === 'land_mu' && header.unit?.area !== undefined)
    return header.unitText !== undefined && /亩|公顷|km|畝/.test(header.unitText)
      ? 'land_mu'
      : undefined;
  return undefined;
}

interface ColumnMatch {
  readonly header: MatchedHeader;
  readonly data: ColumnCells;
}
const isNumeric = ({ data }: ColumnMatch): boolean =>
  measureShare(data.cells, (text) => parseNumber(text).kind === 'value') > 0.8;
/**
 * Whether another field competes for an ambiguous header: 投资额 is ambiguous only if another column
 * may also be an amount.
 */
export const hasRival = (field: Field, one: ColumnMatch, all: readonly ColumnMatch[]): boolean =>
  field !== 'total_investment' ||
  all.some((other) => {
    if (other === one || !isNumeric(other)) return false;
    const hints = findHints(other.header.words);
    return hints.has('amount') && !hints.has('never_money');
  });

const numeric: ReadonlySet<Field> = new Set<Field>([
  'land_mu',
  'floor_area_m2',
  'jobs_plan',
  'jobs_actual',
  'foreign_percent',
]);
/**
 * Finds the field of a column with a known header, unless its cells contradict it: Land is a
 * country if the cells are words.
 * @returns the given field unless the cells contradict it; undefined if they name no other
 */
export function findSynonymField(
  field: Field,
  key: string,
  { cells }: ColumnCells,
): Field | undefined {
  if (
    !numeric.has(field) ||
    cells.length === 0 ||
    measureShare(cells, (text) => /\p{Nd}/u.test(text)) >= 0.2
  )
    return field;
  const instead = normaliseHeader(key) === 'land' ? 'country' : undefined;
  return instead !== undefined && isField(instead) ? instead : undefined;
}

/** Whether cells do not contradict a field: amounts need numbers, and days need digits. */
export function mayHold(field: Field, { cells }: ColumnCells): boolean {
  const isNumber = (text: string): boolean =>
    parseNumber(text).kind === 'value' || /[万亿億円元]/.test(text);
  if (isMeasure(field) && measureShare(cells, isNumber) <= 0.5) return false;
  const isDate = (dateFields as readonly Field[]).includes(field);
  return !isDate || findDateOrder(cells).open || measureShare(cells, (t) => /\d/.test(t)) > 0.5;
}

/** Construction and Production are milestones in a column of dates. */
export function matchBareMilestone(
  { match, words }: MatchedHeader,
  { cells }: ColumnCells,
): HeaderMatch {
  if (match.kind !== 'none' && match.kind !== 'similar') return match;
  const milestone = findHeaderMilestone(words);
  const isDates = (): boolean =>
    measureShare(cells, (text) => parseDate(text).kind === 'date') >= 0.9;
  return milestone !== undefined && isDates()
    ? { kind: 'ambiguous', field: milestone.field, isMilestone: true }
    : match;
}

/** Headers of unit columns. 单位 also means department, so the cells decide. */
const unitHeaders = new Set(
  '单位；単位；unit；units；计量单位；金额单位；金額単位；投资单位；amountunit'.split('；'),
);
function isMoneyUnit(text: string): boolean {
  const unit = parseUnit(text);
  return unit !== undefined && (unit.power > 0 || unit.currency !== undefined);
}
/** Whether a column names the unit of each row's amounts. */
export const isUnitColumn = (header: string, { cells, filled }: ColumnCells): boolean =>
  unitHeaders.has(normaliseHeader(header)) && filled > 0 && measureShare(cells, isMoneyUnit) >= 0.8;
