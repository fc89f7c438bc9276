import { compact } from '#domain/values/compact.ts';
import { findAnswerDoubt, type AnswerDoubt } from '#domain/requests/answer-doubts.ts';
import { findMilestoneField, type MilestoneOutcome } from '#domain/requests/request.ts';
import { readPlainNumber } from '#domain/targets/entry/typed-value.ts';
import { monthJump } from '#domain/targets/value-doubts.ts';
import { addMonths, isIsoDate, type Month } from '#domain/values/date.ts';
import { addDecimal, compareDecimal, isDecimal, scaleByTen } from '#domain/values/decimal.ts';
import { readCellValue, type CellValueFault } from '#web/features/requests/cells/read-value.ts';
import type { Answer, OpenRequest } from '#contract/requests/schemas.ts';

type Cell = OpenRequest['cells'][number];

/** The typed content of one cell. `power`: that of the unit in which it was typed. */
export interface CellDraft {
  readonly text: string;
  readonly power: number;
  readonly outcome?: MilestoneOutcome;
  readonly note?: string;
  readonly is_provisional?: boolean;
  /** The value is right although it is doubtful; the note explains why. */
  readonly confirm?: boolean;
}
export type Drafts = Readonly<Record<string, CellDraft>>;

/** Whether a cell asks for the date of a milestone. */
export const isMilestone = ({ field }: Cell): boolean =>
  field !== undefined && findMilestoneField(field) !== undefined;

/** Makes the draft of a stored answer. */
export function storedDraft({ answer }: Cell, power: number): CellDraft {
  if (answer === undefined) return { text: '', power };
  const { value = '', outcome, note, is_provisional } = answer;
  const text = isDecimal(value) ? groupDigits(scaleByTen(value, -power)) : value;
  return { text, power, ...compact({ outcome, note, is_provisional }) };
}

/** Converts a draft to another unit; a text that is no number stays. */
export function inPower(draft: CellDraft, power: number): CellDraft {
  if (draft.power === power) return draft;
  const number = readPlainNumber(draft.text);
  return {
    ...draft,
    power,
    text: number === undefined ? draft.text : groupDigits(scaleByTen(number, draft.power - power)),
  };
}

/** Groups the digits of a typed number by thousands; another text stays. */
export function groupDigits(text: string): string {
  const number = readPlainNumber(text);
  if (number === undefined) return text;
  const [whole = '', fraction] = number.split('.');
  const groups = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/**
 * Reads the value of a draft as it is sent.
 * @returns an exact decimal or a day; undefined if the text is empty or no value
 */
export const draftValue = (cell: Cell, { text, power }: CellDraft): string | undefined => {
  const read = readCellValue(cell, text, power);
  return read.kind === 'value' ? read.value : undefined;
};

function indicatorDoubt(cell: Cell, month: Month, value: string): AnswerDoubt | undefined {
  const { last } = cell;
  if (last === undefined) return undefined;
  const isYear = cell.is_year_to_date === true;
  if (isYear && !month.endsWith('-01') && compareDecimal(value, last) < 0) return 'fell';
  const from = { period: addMonths(month, -1), value: last };
  const times = monthJump({ kind: isYear ? 'annual_flow' : 'stock' }, from, {
    period: month,
    value,
  });
  return times === undefined ? undefined : 'jump';
}

/**
 * Finds the doubt about a number, as far as the page can; the server checks the rest.
 * @returns undefined without a doubt
 */
export const cellDoubt = (cell: Cell, month: Month, value: string): AnswerDoubt | undefined =>
  cell.field === undefined
    ? indicatorDoubt(cell, month, value)
    : findAnswerDoubt(cell.field, month, value, cell.last);

/**
 * Proposes the repair of a doubtful number: the month was typed instead of the sum, or the number
 * has a digit too many or too few.
 * @returns undefined if there is no value to compare with
 */
export function likelyValue(cell: Cell, doubt: AnswerDoubt, value: string): string | undefined {
  const { last } = cell;
  if (last === undefined) return undefined;
  if (doubt === 'fell') return addDecimal(last, value);
  const repairedValue = scaleByTen(value, Number(value) > Number(last) ? -1 : 1);
  return cell.unit === 'jobs' ? repairedValue.split('.')[0] : repairedValue;
}

/** The parsed content of one cell. */
export type CellReading =
  | { readonly at: 'empty' | 'same' | 'fixed' | 'no_day' | 'no_note' }
  | { readonly at: 'no_value'; readonly why: CellValueFault }
  | { readonly at: 'doubt'; readonly doubt: AnswerDoubt; readonly likely?: string }
  | { readonly at: 'ready'; readonly answer: Answer };

const isStored = (cell: Cell, draft: CellDraft, storedState: CellDraft): boolean =>
  (draftValue(cell, draft) ?? draft.text.trim()) ===
    (draftValue(cell, storedState) ?? storedState.text) &&
  draft.outcome === storedState.outcome &&
  (draft.note ?? '') === (storedState.note ?? '') &&
  (draft.is_provisional ?? false) === (storedState.is_provisional ?? false);

const readNote = ({ note = '' }: CellDraft): { readonly note?: string } =>
  note.trim() === '' ? {} : { note: note.trim() };

function readMilestone(cell: Cell, draft: CellDraft): CellReading {
  const { outcome, text } = draft;
  if (outcome === undefined) return { at: 'empty' };
  if (outcome === 'not_yet')
    return { at: 'ready', answer: { key: cell.key, outcome, ...readNote(draft) } };
  return isIsoDate(text)
    ? { at: 'ready', answer: { key: cell.key, outcome, value: text, ...readNote(draft) } }
    : { at: 'no_day' };
}

/**
 * Parses the draft of a cell.
 * @param question the doubt that the server raised about this text
 */
export function readCell(
  cell: Cell,
  draft: CellDraft,
  month: Month,
  question?: { readonly text: string; readonly doubt: AnswerDoubt },
): CellReading {
  if (!cell.is_open) return { at: 'fixed' };
  const isReturned = cell.answer?.state === 'returned';
  if (
    cell.answer !== undefined &&
    !isReturned &&
    isStored(cell, draft, storedDraft(cell, draft.power))
  )
    return { at: 'same' };
  if (isMilestone(cell)) return readMilestone(cell, draft);
  const read = readCellValue(cell, draft.text, draft.power);
  if (read.kind === 'empty') return { at: 'empty' };
  if (read.kind === 'wrong') return { at: 'no_value', why: read.why };
  const { value } = read;
  const doubt =
    cellDoubt(cell, month, value) ?? (question?.text === draft.text ? question.doubt : undefined);
  if (doubt !== undefined && draft.confirm !== true)
    return { at: 'doubt', doubt, ...compact({ likely: likelyValue(cell, doubt, value) }) };
  if (doubt !== undefined && (draft.note ?? '').trim() === '') return { at: 'no_note' };
  return {
    at: 'ready',
    answer: {
      key: cell.key,
      value,
      ...readNote(draft),
      ...compact({
        is_provisional: draft.is_provisional === true ? true : undefined,
        confirm: doubt === undefined ? undefined : true,
      }),
    },
  };
}

/** The props of the field of a cell. */
export interface CellFieldProps {
  readonly id: string;
  readonly cell: Cell;
  readonly month: Month;
  readonly reading: CellReading;
  readonly draft: CellDraft;
  readonly onChange: (draft: CellDraft) => void;
  readonly isPressed: boolean;
}
