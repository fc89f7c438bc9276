import { seenCode } from '#domain/codes.ts';
import type { Amount, IsoDate, Measure, Milestone, MilestoneType, ProjectFacts } from '#domain/project.ts';
import type { Stage } from '#domain/stage.ts';
import type { DataStatus } from '#domain/data-status.ts';
import { parseAmountCell, type AmountColumn } from './cells/amount.ts';
import { fromBuddhist, isPlanned, parseDate, type DateOrder } from './cells/date.ts';
import { parseNumber, toDouble } from './cells/number.ts';
import { cleanText, cutText, hasControls } from './cells/text.ts';
import type { Column } from './columns/columns.ts';
import type { RowStage } from './events.ts';
import type { Cell, Row } from './files/table.ts';
import { limits } from './limits.ts';
import {
  agreementOf,
  companionColumn,
  companionsOf,
  dataStatusOf,
  isOwnField,
  otherColumns,
  reasonCodeOf,
  withCompanion,
} from './own-columns.ts';
import type { MessageKey } from './messages.ts';
import type { Problems } from './problems.ts';
import { factOf, milestoneOf, stageDateOf } from './fact-fields.ts';
import { dateFields, measureFields, numberFields } from './field-kinds.ts';
import { countStage, type StageCounts } from './stage-counts.ts';
import type { Field } from './synonyms.ts';
import type { Vocabulary } from './vocabulary.ts';
import { missingReason } from './words.ts';

/** What no header, line or cell says of some amounts, with the first cell that it is asked for; an answered question names none. */
export type OpenAmounts = Map<'currency' | 'unit', { readonly row: number; readonly value: string } | undefined>;

/** What the file leaves open and an answer or the sheet decides for all rows. */
export interface RowContext {
  readonly columns: readonly Column[];
  readonly amounts: ReadonlyMap<number, AmountColumn>;
  readonly order: DateOrder | undefined;
  readonly vocabulary: Vocabulary;
  readonly problems: Problems;
  /** Counts words of stage and status columns that nobody knows, with how often they stand there. */
  readonly unknownWords: Map<string, number>;
  readonly stageCounts: StageCounts;
  /** Columns that hold dates whose day and month can't be told apart. */
  readonly ambiguousDates: Set<number>;
  readonly openAmounts: OpenAmounts;
}
export interface RowRecord {
  readonly code?: string;
  readonly name?: string;
  readonly row: number;
  readonly facts: ProjectFacts;
  readonly stage: RowStage;
  readonly texts: Readonly<Record<string, string>>;
}

type Draft = { -readonly [K in keyof ProjectFacts]?: ProjectFacts[K] };
const isIn = <T extends Field>(list: readonly T[], field: Field): field is T => (list as readonly Field[]).includes(field);
/** Reads one row. Nothing that can't be read is lost silently: it becomes missing, with a problem naming its cell. */
export function readRow(row: Row, context: RowContext): Omit<RowRecord, 'texts'> {
  const { columns, problems, vocabulary } = context;
  const draft: Draft = {};
  const amounts: Partial<Record<Measure, Amount>> = {};
  const milestones = new Map<MilestoneType, Milestone>();
  const dates: Partial<Record<Stage, IsoDate>> = {};
  const extra: Record<string, string> = Object.create(null) as Record<string, string>;
  let code: string | undefined;
  let name: string | undefined;
  let stage: Partial<RowStage> = {};
  let since: IsoDate | undefined;
  let own: Readonly<Record<string, string>> = {};
  let status: DataStatus = 'reported';

  const at = (column: Column, cell: Cell): { row: number; index: number; header: string; value: string } => ({
    row: row.number,
    index: column.index,
    header: column.key,
    value: String(cell),
  });
  const text = (column: Column, cell: Cell, most: number = limits.textCharacters): string => {
    if (hasControls(cell)) problems.add('control_characters', at(column, cell));
    const clean = cleanText(cell);
    if (clean.length > most) problems.add('text_too_long', at(column, cell), { limit: most });
    return cutText(clean, most);
  };
  const join = (known: string | undefined, more: string): string =>
    known === undefined || known === '' || known === more ? more : cutText(`${known} · ${more}`, limits.textCharacters);

  const date = (column: Column, cell: Cell, field: (typeof dateFields)[number]): void => {
    const said = column.isBuddhist === true ? fromBuddhist(cell) : cell;
    const parsed = parseDate(said, column.order ?? context.order);
    if (parsed.kind === 'missing') return;
    if (parsed.kind === 'ambiguous') {
      context.ambiguousDates.add(column.index);
      return;
    }
    if (parsed.kind === 'fault') {
      problems.add(parsed.fault === 'hashes' ? 'hashes' : (`date_${parsed.fault}` as MessageKey), at(column, cell));
      return;
    }
    if (field === 'last_update') draft.last_update = parsed.date;
    if (field === 'status_date') stage = { ...stage, status_date: parsed.date };
    if (field === 'stage_since') since = parsed.date;
    const mile = milestoneOf[field];
    // 令和8年4月予定 among the days on which it happened is none of them
    const isAhead = mile?.[1] === 'actual' && isPlanned(said);
    if (mile) milestones.set(mile[0], { ...(milestones.get(mile[0]) ?? { type: mile[0] }), [isAhead ? 'plan' : mile[1]]: parsed.date });
    const of = isAhead ? undefined : stageDateOf[field];
    if (of) dates[of] = parsed.date;
  };
  const amount = (column: Column, cell: Cell, field: Measure): void => {
    const companion = companionsOf(columns).get(field);
    const of = context.amounts.get(column.index) ?? {};
    const read = companionColumn(of, companion, row);
    const parsed = parseAmountCell(cell, read);
    const unitless = parsed.fault === 'currency_unknown' || parsed.fault === 'unit_unknown';
    if (unitless) {
      const first = { row: row.number, value: cutText(cleanText(cell), 40) };
      if (of.currency === undefined && read.currency === undefined && !context.openAmounts.has('currency'))
        context.openAmounts.set('currency', first);
      if (read.power === undefined && !context.openAmounts.has('unit')) context.openAmounts.set('unit', first);
    }
    // What one question decides for the whole column is no problem of each cell.
    if (parsed.fault !== undefined && (!unitless || (of.currency !== undefined && of.power !== undefined)))
      problems.add(parsed.fault === 'hashes' ? 'hashes' : `amount_${parsed.fault}`, at(column, cell));
    if (companion?.isOwn === true) {
      const said = withCompanion(parsed.amount, companion, row);
      if (said !== undefined) amounts[field] = said;
      return;
    }
    // A blank cell of the ladder's later steps says nothing; of the total investment it says that it is missing.
    if (parsed.amount.money || parsed.amount.text !== undefined || field === 'total_investment') amounts[field] = parsed.amount;
  };
  const quantity = (column: Column, cell: Cell, field: (typeof numberFields)[number]): void => {
    if (typeof cell === 'string' && missingReason(cell)) return;
    const parsed = parseNumber(
      typeof cell === 'string' ? cell.replace(/\s*(?:人|名|명|亩|㎡|m2|社|家|persons?)$/i, '') : cell,
      column.sign,
    );
    if (parsed.kind !== 'value' || (parsed.percent && field !== 'foreign_percent')) {
      problems.add(/^#+$/.test(String(cell)) ? 'hashes' : 'number_not_a_number', at(column, cell));
      return;
    }
    let n = toDouble(parsed.value);
    if (field === 'land_mu') n *= column.land ?? 1;
    if (field === 'floor_area_m2') n *= column.floor ?? 1;
    if (n < 0) problems.add('number_negative', at(column, cell));
    else draft[field] = Number(n.toPrecision(12));
  };
  const stageWord = (column: Column, cell: Cell, field: 'stage' | 'status'): void => {
    const word = text(column, cell, 200);
    if (word === '' || missingReason(word)) return;
    const read = vocabulary.stage(word, field);
    if (!read.known) context.unknownWords.set(word, (context.unknownWords.get(word) ?? 0) + 1);
    stage = {
      ...stage,
      ...(read.stage === undefined || (field === 'status' && stage.stage !== undefined && stage.stage !== 'unknown')
        ? {}
        : { stage: read.stage }),
      ...(read.status === undefined ? {} : { status: read.status }),
      ...(read.word === undefined ? {} : { word: read.word }),
    };
    const shown = (read.stage === 'unknown' ? read.status : (read.stage ?? read.status)) ?? 'unknown';
    countStage(context.stageCounts, word, shown);
  };
  const word = (column: Column, cell: Cell, field: 'industry' | 'zone' | 'prefecture' | 'country' | 'site_mode'): void => {
    const said = text(column, cell, limits.nameCharacters);
    if (said === '' || missingReason(said)) return;
    if (field === 'site_mode') {
      const { mode } = vocabulary.siteMode(said);
      if (mode) draft.site_mode = mode;
      else extra[column.key] = said;
    } else draft[field] = join(draft[field], vocabulary[field](said));
  };

  for (const column of columns) {
    const cell = row.cells[column.index] ?? '';
    const { field } = column;
    if (column.how === 'ignored') continue;
    if (field !== undefined && isIn(measureFields, field)) amount(column, cell, field);
    else if (cell === '') continue;
    else if (field === 'project_id') code = seenCode(text(column, cell, 200));
    else if (field === 'project_name') name = join(name, text(column, cell, limits.nameCharacters));
    else if (field === undefined) {
      const kept = text(column, cell);
      if (kept !== '') extra[column.key] = kept;
    } else if (isIn(dateFields, field)) date(column, cell, field);
    else if (isIn(numberFields, field)) quantity(column, cell, field);
    else if (field === 'stage' || field === 'status') stageWord(column, cell, field);
    else if (field === 'industry' || field === 'zone' || field === 'prefecture' || field === 'country' || field === 'site_mode')
      word(column, cell, field);
    else if (field === 'data_status') status = dataStatusOf(cleanText(cell)) ?? status;
    else if (field === 'status_reason_code') stage = { ...stage, ...reasonCodeOf(cleanText(cell)) };
    else if (field === 'other_columns') own = otherColumns(cell);
    else if (field === 'currency' || isOwnField(field)) continue;
    else if (field === 'agreement_type') {
      const said = text(column, cell, limits.nameCharacters);
      const agreement = agreementOf(said);
      if (agreement !== undefined) draft.agreement_type = agreement;
      else if (said !== '' && !missingReason(said)) extra[column.key] = said;
    } else if (field === 'status_reason') stage = { ...stage, status_reason: text(column, cell) };
    else {
      const said = text(column, cell);
      const fact = factOf[field];
      if (said === '' || missingReason(said)) continue;
      if (fact) draft[fact] = join(draft[fact], said);
      else extra[column.key] = said;
    }
  }
  if (since !== undefined && stage.stage !== undefined && stage.stage !== 'unknown') dates[stage.stage] = since;
  Object.assign(extra, own);
  // A present stage without a date leaves no place for the dates of earlier ones: they stay with the record as they stood.
  if (stage.stage !== undefined && stage.stage !== 'unknown' && dates[stage.stage] === undefined) {
    for (const { field, key } of columns) {
      const of = field === undefined || milestoneOf[field] ? undefined : stageDateOf[field];
      const day = of === undefined ? undefined : dates[of];
      if (day !== undefined) extra[key] = day;
    }
  }
  if (code !== undefined && missingReason(code)) code = undefined;
  if (name !== undefined && (name === '' || missingReason(name))) name = undefined;
  const facts: ProjectFacts = {
    ...draft,
    name: name ?? code ?? '',
    amounts,
    milestones: [...milestones.values()],
    data_status: status,
    ...(Object.keys(extra).length === 0 ? {} : { extra: { ...extra } }),
  };
  return {
    ...(code === undefined ? {} : { code }),
    ...(name === undefined ? {} : { name }),
    row: row.number,
    facts,
    stage: { ...stage, dates },
  };
}
