import { compact } from '#domain/values/compact.ts';
import { normaliseCode } from '#domain/values/reading/codes.ts';
import type { Amount, Measure } from '#domain/projects/project.ts';
import {
  inSection,
  openParts,
  parseAmountCell,
  readInvestment,
} from '#server/imports/values/amount.ts';
import { from1904, fromBuddhist, isPlanned, parseDate } from '#server/imports/values/date.ts';
import { parseDateRange } from '#server/imports/values/date-range.ts';
import { parseNumber, toDouble } from '#server/imports/values/number.ts';
import { cleanText, cutText } from '#server/imports/read/cell-text.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { factOf, milestoneOf, stageDateOf } from '#server/imports/vocabulary/fact-fields.ts';
import { dateFields, measureFields, numberFields } from '#server/imports/vocabulary/field-kinds.ts';
import type { Cell } from '#server/imports/read/table.ts';
import { limits } from '#server/imports/read/limits.ts';
import {
  agreementOf,
  companionColumn,
  companionsOf,
  dataStatusOf,
  isOwnField,
  otherColumns,
  reasonCodeOf,
  withCompanion,
} from '#server/imports/columns/own-columns.ts';
import { joined, placeOf, textOf, type RowDraft } from './row-draft.ts';
import { countStage } from './stage-counts.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';
import { isTick, missingReason } from '#server/imports/vocabulary/words.ts';

/** Writes the value of a cell into the draft of its row; reports a cell that can't be read. */
type Reader = (draft: RowDraft, column: Column, cell: Cell) => void;

const ends = /^(?:completion|op|full)_/;
const dateReader =
  (field: (typeof dateFields)[number]): Reader =>
  (draft, column, cell) => {
    const { context } = draft;
    const proves = stageDateOf[field];
    if (proves !== undefined && isTick(cell)) {
      draft.ticked.add(proves);
      return;
    }
    const counted =
      column.isBuddhist === true ? fromBuddhist(cell) : context.date1904 ? from1904(cell) : cell;
    const said = context.fiscal.read(counted, draft.row.number);
    if (said === undefined) return;
    const order = column.order ?? context.order;
    const range = parseDateRange(said, order);
    // a start takes the first day of a range, an end takes the last
    const parsed =
      range === undefined ? parseDate(said, order) : ends.test(field) ? range.to : range.from;
    if (range !== undefined) context.problems.add('date_range', placeOf(draft, column, cell));
    if (parsed.kind === 'missing') return;
    if (parsed.kind === 'ambiguous') {
      context.ambiguousDates.add(column.index);
      return;
    }
    if (parsed.kind === 'fault') {
      context.problems.add(
        parsed.fault === 'hashes' ? 'hashes' : `date_${parsed.fault}`,
        placeOf(draft, column, cell),
      );
      return;
    }
    const { date } = parsed;
    if (field === 'last_update') draft.facts.last_update = date;
    if (field === 'status_date') draft.stage = { ...draft.stage, status_date: date };
    if (field === 'stage_since') draft.stageSince = date;
    const mile = milestoneOf[field];
    // "令和8年4月予定" in a column of actual dates is a plan
    const isAhead = mile?.[1] === 'actual' && isPlanned(said);
    if (mile !== undefined) {
      const [type, which] = mile;
      draft.milestones.set(type, {
        ...(draft.milestones.get(type) ?? { type }),
        [isAhead ? 'plan' : which]: date,
      });
    }
    const stage = isAhead ? undefined : proves;
    if (stage !== undefined) draft.dates[stage] = date;
  };

const investments: ReadonlySet<Measure> = new Set([
  'total_investment',
  'contracted_amount',
  'paid_in',
  'fai_done_total',
]);
const isSameAmount = (a: Amount, b: Amount): boolean =>
  a.money?.minor === b.money?.minor && a.money?.currency === b.money?.currency;
const amountReader =
  (field: Measure): Reader =>
  (draft, column, cell) => {
    const { row, context } = draft;
    const companion = companionsOf(context.columns).get(field);
    const of = inSection(context.amounts.get(column.index) ?? {}, context.unitOf(row.number));
    const read = companionColumn(of, companion, row);
    const parsed = parseAmountCell(cell, read);
    const { amount, fault, rounded } = investments.has(field) ? readInvestment(parsed) : parsed;
    if (rounded !== undefined && amount.money !== undefined)
      context.roundings.add(column, amount.money.currency, rounded);
    // One question covers the whole column, so no single cell has a problem.
    const open = openParts(cell, read, fault);
    for (const part of open)
      if (!context.openAmounts.has(part))
        context.openAmounts.set(part, { row: row.number, value: cutText(cleanText(cell), 40) });
    const isAsked =
      open.includes('decimal_sign') ||
      (open.length > 0 && (of.currency === undefined || of.power === undefined));
    if (fault !== undefined && !isAsked)
      context.problems.add(
        fault === 'hashes' ? 'hashes' : `amount_${fault}`,
        placeOf(draft, column, cell),
      );
    if (companion?.isOwn === true) {
      const said = withCompanion(amount, companion, row);
      if (said !== undefined) draft.amounts[field] = said;
      return;
    }
    const before = draft.amounts[field];
    if (before?.money !== undefined) {
      // another column of the same field holds an amount
      if (amount.money !== undefined && !isSameAmount(before, amount))
        context.problems.add('amount_twice', placeOf(draft, column, cell));
      return;
    }
    // A blank in a later step of the investment ladder means nothing; in total investment it means
    // that the amount is missing.
    if (amount.money || amount.text !== undefined || field === 'total_investment')
      draft.amounts[field] = amount;
  };

const countedThings = /\s*(?:人|名|명|亩|㎡|m2|社|家|persons?)$/i;
const numberReader =
  (field: (typeof numberFields)[number]): Reader =>
  (draft, column, cell) => {
    const { problems } = draft.context;
    if (typeof cell === 'string' && missingReason(cell)) return;
    const parsed = parseNumber(
      typeof cell === 'string' ? cell.replace(countedThings, '') : cell,
      column.sign,
    );
    if (parsed.kind !== 'value' || (parsed.percent && field !== 'foreign_percent')) {
      problems.add(
        /^#+$/.test(String(cell)) ? 'hashes' : 'number_not_a_number',
        placeOf(draft, column, cell),
      );
      return;
    }
    let n = toDouble(parsed.value);
    if (field === 'land_mu') n *= column.land ?? 1;
    if (field === 'floor_area_m2') n *= column.floor ?? 1;
    if (n < 0) problems.add('number_negative', placeOf(draft, column, cell));
    else draft.facts[field] = Number(n.toPrecision(12));
  };

const stageReader =
  (field: 'stage' | 'status'): Reader =>
  (draft, column, cell) => {
    const word = textOf(draft, column, cell, 200);
    if (word === '' || missingReason(word)) return;
    const { vocabulary, unknownWords, stageCounts } = draft.context;
    const read = vocabulary.stage(word, field);
    if (!read.known) unknownWords.set(word, (unknownWords.get(word) ?? 0) + 1);
    const isSaid = draft.stage.stage !== undefined && draft.stage.stage !== 'unknown';
    draft.stage = {
      ...draft.stage,
      ...compact({
        stage: read.stage === undefined || (field === 'status' && isSaid) ? undefined : read.stage,
        status: read.status,
        word: read.word,
      }),
    };
    const shown =
      (read.stage === 'unknown' ? read.status : (read.stage ?? read.status)) ?? 'unknown';
    countStage(stageCounts, word, shown);
  };

/** Creates the reader of a field whose words are entries of a list. */
const entryReader =
  (field: 'industry' | 'zone' | 'prefecture' | 'country'): Reader =>
  (draft, column, cell) => {
    const said = textOf(draft, column, cell, limits.nameCharacters);
    if (said === '' || missingReason(said)) return;
    draft.facts[field] = joined(draft.facts[field], draft.context.vocabulary[field](said));
  };

const readSiteMode: Reader = (draft, column, cell) => {
  const said = textOf(draft, column, cell, limits.nameCharacters);
  if (said === '' || missingReason(said)) return;
  const { mode } = draft.context.vocabulary.siteMode(said);
  if (mode) draft.facts.site_mode = mode;
  else draft.extra[column.key] = said;
};
const readAgreement: Reader = (draft, column, cell) => {
  const said = textOf(draft, column, cell, limits.nameCharacters);
  const agreement = agreementOf(said);
  if (agreement !== undefined) draft.facts.agreement_type = agreement;
  else if (said !== '' && !missingReason(said)) draft.extra[column.key] = said;
};
const keepText: Reader = (draft, column, cell) => {
  const kept = textOf(draft, column, cell);
  if (kept !== '') draft.extra[column.key] = kept;
};
/** Keeps a fact as text, or a value without a field under its header. */
const readText: Reader = (draft, column, cell) => {
  const said = textOf(draft, column, cell);
  if (said === '' || missingReason(said)) return;
  const fact = column.field === undefined ? undefined : factOf[column.field];
  if (fact === undefined) draft.extra[column.key] = said;
  else draft.facts[fact] = joined(draft.facts[fact], said);
};

const each = <F extends Field>(
  all: readonly F[],
  reader: (field: F) => Reader,
): Partial<Record<Field, Reader>> =>
  Object.fromEntries(all.map((field) => [field, reader(field)])) as Partial<Record<Field, Reader>>;
const readers: Readonly<Partial<Record<Field, Reader>>> = {
  ...each(measureFields, amountReader),
  ...each(dateFields, dateReader),
  ...each(numberFields, numberReader),
  ...each(['stage', 'status'], stageReader),
  ...each(['industry', 'zone', 'prefecture', 'country'], entryReader),
  site_mode: readSiteMode,
  agreement_type: readAgreement,
  project_id: (draft, column, cell) =>
    (draft.code = normaliseCode(textOf(draft, column, cell, 200))),
  project_name: (draft, column, cell) =>
    (draft.name = joined(draft.name, textOf(draft, column, cell, limits.nameCharacters))),
  data_status: (draft, _, cell) => (draft.status = dataStatusOf(cleanText(cell)) ?? draft.status),
  status_reason: (draft, column, cell) =>
    (draft.stage = { ...draft.stage, status_reason: textOf(draft, column, cell) }),
  status_reason_code: (draft, _, cell) =>
    (draft.stage = { ...draft.stage, ...reasonCodeOf(cleanText(cell)) }),
  other_columns: (draft, _, cell) => (draft.own = otherColumns(cell)),
};

/**
 * Reads one cell into the draft of its row. Ignores an empty cell, except in an amount column:
 * there the amount is missing.
 */
export const readCell: Reader = (draft, column, cell) => {
  const { field, how } = column;
  if (how === 'ignored') return;
  if (cell === '' && !(measureFields as readonly (Field | undefined)[]).includes(field)) return;
  if (field === undefined) return keepText(draft, column, cell);
  const reader = readers[field];
  if (reader !== undefined) reader(draft, column, cell);
  // the reader of an amount also reads its currency, unit and status columns
  else if (field !== 'currency' && field !== 'amount_unit' && !isOwnField(field))
    readText(draft, column, cell);
};
