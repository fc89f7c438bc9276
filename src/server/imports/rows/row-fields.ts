import { compact } from '#domain/values/compact.ts';
import { normaliseCode } from '#domain/values/reading/codes.ts';
import { type Amount, type Measure, measures } from '#domain/projects/project.ts';
import {
  applySection,
  listOpenParts,
  parseAmountCell,
  readInvestment,
} from '#server/imports/values/amount.ts';
import { convertFrom1904, isPlanned, parseDate } from '#server/imports/values/date.ts';
import { writeUsualDate } from '#server/imports/values/date-notation.ts';
import { parseDateRange } from '#server/imports/values/date-range.ts';
import { cleanText, cutText } from '#server/imports/read/cell-text.ts';
import type { Column } from '#server/imports/columns/column.ts';
import {
  factByField,
  milestoneByField,
  stageByDateField,
} from '#server/imports/vocabulary/fact-fields.ts';
import { numberFields } from '#domain/projects/fields.ts';
import { dateFields, isMeasure } from '#server/imports/vocabulary/field-kinds.ts';
import { isNameColumn, translationOf } from '#server/imports/vocabulary/name-fields.ts';
import type { Cell } from '#server/imports/read/table.ts';
import { limits } from '#server/imports/read/limits.ts';
import {
  parseAgreement,
  applyCompanion,
  findCompanions,
  parseDataStatus,
  isOwnField,
  parseOtherColumns,
  parseReasonCode,
  applyCompanionStatus,
} from '#server/imports/columns/own-columns.ts';
import { addStageDate, joinTexts, locateCell, cleanCellText, type RowDraft } from './row-draft.ts';
import { readNumberField } from './number-fields.ts';
import { countStageWord } from './stage-counts.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';
import { isTick, findMissingReason } from '#server/imports/vocabulary/words.ts';

/** Writes the value of a cell into the draft of its row, and reports a cell that can't be read. */
type Reader = (draft: RowDraft, column: Column, cell: Cell) => void;

const ends = /^(?:completion|op|full)_/;
const dateReader =
  (field: (typeof dateFields)[number]): Reader =>
  (draft, column, cell) => {
    const { context } = draft;
    const proves = stageByDateField[field];
    if (proves !== undefined && isTick(cell)) {
      draft.ticked.add(proves);
      return;
    }
    const serial = context.date1904 ? convertFrom1904(cell) : cell;
    const usualDate = writeUsualDate(serial, column.dates ?? {});
    const fiscalDate = context.fiscal.read(usualDate, draft.row.number);
    if (fiscalDate === undefined) return;
    const order = column.order ?? context.order;
    const range = parseDateRange(fiscalDate, order);
    // a start takes the first day of a range, an end takes the last
    const result =
      range === undefined ? parseDate(fiscalDate, order) : ends.test(field) ? range.to : range.from;
    if (range !== undefined) context.problems.add('date_range', locateCell(draft, column, cell));
    if (result.kind === 'missing') return;
    if (result.kind === 'ambiguous') {
      context.ambiguousDates.add(column.index);
      return;
    }
    if (result.kind === 'fault') {
      context.problems.add(
        result.fault === 'hashes' ? 'hashes' : `date_${result.fault}`,
        locateCell(draft, column, cell),
      );
      return;
    }
    const { date } = result;
    const isYear = result.precision === 'year';
    if (field === 'last_update') draft.facts.last_update = date;
    if (field === 'status_date') draft.stage = { ...draft.stage, status_date: date };
    if (field === 'stage_since') draft.stageSince = { date, isYear };
    const mile = milestoneByField[field];
    // "令和8年4月予定" in a column of actual dates is a planned date
    const isAhead = mile?.[1] === 'actual' && isPlanned(fiscalDate);
    if (mile !== undefined) {
      const [type, which] = mile;
      draft.milestones.set(type, {
        ...(draft.milestones.get(type) ?? { type }),
        [isAhead ? 'plan' : which]: date,
      });
      if (isYear && which === 'actual' && !isAhead) draft.yearMilestones.add(type);
    }
    const stage = isAhead ? undefined : proves;
    if (stage !== undefined) addStageDate(draft, stage, { date, isYear });
  };

const investments: ReadonlySet<Measure> = new Set([
  'total_investment',
  'contracted_amount',
  'paid_in',
  'fai_done_total',
]);
const isSameAmount = (a: Amount, b: Amount): boolean =>
  a.money?.minor === b.money?.minor && a.money?.currency === b.money?.currency;
/**
 * Whether a cell without an amount tells more than another one of the same field: 'confidential'
 * more than a blank cell in the column of another currency.
 */
const tellsMore = (before: Amount, { money, text, missing }: Amount): boolean =>
  money === undefined &&
  before.text !== undefined &&
  (text === undefined || before.missing !== 'not_reported' || missing === 'not_reported');
const amountReader =
  (field: Measure): Reader =>
  (draft, column, cell) => {
    const { row, context } = draft;
    const companion = findCompanions(context.columns).get(field);
    const of = applySection(context.amounts.get(column.index) ?? {}, context.unitOf(row.number));
    const ofRow = applyCompanion(of, companion, row);
    const read =
      companion?.isOwn === true
        ? ofRow
        : context.rowCurrencies.settle({ row, column, cell, ofColumn: of, ofRow });
    const result = parseAmountCell(cell, read);
    const { amount, fault, rounded } = investments.has(field) ? readInvestment(result) : result;
    if (rounded !== undefined && amount.money !== undefined)
      context.roundings.add(column, amount.money.currency, rounded);
    if (read.currency === undefined && amount.money !== undefined)
      context.namedCurrencies.add(amount.money.currency);
    // one question covers the whole column, so no single cell has a problem
    const open = listOpenParts(cell, read, fault);
    for (const part of open)
      if (!context.openAmounts.has(part))
        context.openAmounts.set(part, { row: row.number, value: cutText(cleanText(cell), 40) });
    const isOpen =
      open.includes('decimal_sign') ||
      (open.length > 0 && (of.currency === undefined || of.power === undefined));
    if (fault !== undefined && !isOpen)
      context.problems.add(
        fault === 'hashes' ? 'hashes' : `amount_${fault}`,
        locateCell(draft, column, cell),
      );
    if (companion?.isOwn === true) {
      const status = applyCompanionStatus(amount, companion, row);
      if (status !== undefined) draft.amounts[field] = status;
      return;
    }
    const before = draft.amounts[field];
    if (before?.money !== undefined) {
      // another column of the same field holds an amount
      if (amount.money !== undefined && !isSameAmount(before, amount))
        context.problems.add('amount_twice', locateCell(draft, column, cell));
      return;
    }
    if (before !== undefined && tellsMore(before, amount)) return;
    // a blank cell means a missing amount in planned investment, and nothing in a later rung of the
    // money ladder
    if (amount.money || amount.text !== undefined || field === 'total_investment')
      draft.amounts[field] = amount;
  };

const numberReader =
  (field: (typeof numberFields)[number]): Reader =>
  (draft, column, cell) =>
    readNumberField(field, draft, column, cell);

const stageReader =
  (field: 'stage' | 'status'): Reader =>
  (draft, column, cell) => {
    const word = cleanCellText(draft, column, cell, 200);
    if (word === '' || findMissingReason(word)) return;
    const read = draft.context.vocabulary.stage(word, field);
    countStageWord(draft.context, word, read);
    const { stage, word: unreadStage } = draft.stage;
    // beside an unread word of a stage, a status such as In progress gives no more than a proposal
    const hasStage =
      (stage !== undefined && stage !== 'unknown') || (unreadStage !== undefined && !read.isKnown);
    draft.stage = {
      ...draft.stage,
      ...compact({
        stage:
          read.stage === undefined || (field === 'status' && hasStage) ? undefined : read.stage,
        status: read.status,
        word: read.word,
      }),
    };
  };

/** Makes the reader of a field whose words are entries of a list. */
const entryReader =
  (field: 'industry' | 'zone' | 'prefecture' | 'country'): Reader =>
  (draft, column, cell) => {
    const text = cleanCellText(draft, column, cell, limits.nameCharacters);
    if (text === '' || findMissingReason(text)) return;
    draft.facts[field] = joinTexts(draft.facts[field], draft.context.vocabulary[field](text));
  };

const readSiteMode: Reader = (draft, column, cell) => {
  const text = cleanCellText(draft, column, cell, limits.nameCharacters);
  if (text === '' || findMissingReason(text)) return;
  const { mode } = draft.context.vocabulary.siteMode(text);
  if (mode) draft.facts.site_mode = mode;
  else draft.extra[column.key] = text;
};
const readAgreement: Reader = (draft, column, cell) => {
  const text = cleanCellText(draft, column, cell, limits.nameCharacters);
  const agreement = parseAgreement(text);
  if (agreement !== undefined) draft.facts.agreement_type = agreement;
  else if (text !== '' && !findMissingReason(text)) draft.extra[column.key] = text;
};
const keepText: Reader = (draft, column, cell) => {
  const text = cleanCellText(draft, column, cell);
  if (text !== '') draft.extra[column.key] = text;
};
/** Stores a fact as text, or a value without a field under its header. */
const readText: Reader = (draft, column, cell) => {
  const text = cleanCellText(draft, column, cell);
  if (text === '' || findMissingReason(text)) return;
  const { field } = column;
  if (field !== undefined && isNameColumn(field)) {
    const [fact, language] = translationOf(field);
    const names = draft.facts[fact];
    const name = cutText(joinTexts(names?.[language], text), limits.nameCharacters);
    draft.facts[fact] = { ...names, [language]: name };
    return;
  }
  const fact = field === undefined ? undefined : factByField[field];
  if (fact === undefined) draft.extra[column.key] = text;
  else draft.facts[fact] = joinTexts(draft.facts[fact], text);
};

const createReaders = <F extends Field>(
  all: readonly F[],
  reader: (field: F) => Reader,
): Partial<Record<Field, Reader>> =>
  Object.fromEntries(all.map((field) => [field, reader(field)])) as Partial<Record<Field, Reader>>;
const readers: Readonly<Partial<Record<Field, Reader>>> = {
  ...createReaders(measures, amountReader),
  ...createReaders(dateFields, dateReader),
  ...createReaders(numberFields, numberReader),
  ...createReaders(['stage', 'status'], stageReader),
  ...createReaders(['industry', 'zone', 'prefecture', 'country'], entryReader),
  site_mode: readSiteMode,
  agreement_type: readAgreement,
  project_id: (draft, column, cell) =>
    (draft.code = normaliseCode(cleanCellText(draft, column, cell, 200))),
  project_name: (draft, column, cell) =>
    (draft.name = joinTexts(draft.name, cleanCellText(draft, column, cell, limits.nameCharacters))),
  data_status: (draft, _, cell) =>
    (draft.status = parseDataStatus(cleanText(cell)) ?? draft.status),
  status_reason: (draft, column, cell) =>
    (draft.stage = { ...draft.stage, status_reason: cleanCellText(draft, column, cell) }),
  status_reason_code: (draft, _, cell) =>
    (draft.stage = { ...draft.stage, ...parseReasonCode(cleanText(cell)) }),
  other_columns: (draft, _, cell) => (draft.own = parseOtherColumns(cell)),
};

/**
 * Reads one cell into the draft of its row. Ignores an empty cell, except in an amount column, in
 * which the amount is then missing.
 */
export const readCell: Reader = (draft, column, cell) => {
  const { field, how } = column;
  if (how === 'ignored') return;
  if (cell === '' && !isMeasure(field)) return;
  if (field === undefined) return keepText(draft, column, cell);
  const reader = readers[field];
  if (reader !== undefined) reader(draft, column, cell);
  // the reader of an amount also reads its currency, unit and status columns
  else if (field !== 'currency' && field !== 'amount_unit' && !isOwnField(field))
    readText(draft, column, cell);
};
