import type { DataStatus } from '#domain/values/data-status.ts';
import type {
  Amount,
  Measure,
  Milestone,
  MilestoneType,
  ProjectFacts,
} from '#domain/projects/project.ts';
import type { Currency } from '#domain/values/money.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Stage } from '#domain/projects/stage.ts';
import type { FiscalYears } from '#server/imports/context/fiscal-years.ts';
import type { AmountColumn, OpenPart } from '#server/imports/values/amount.ts';
import type { DateOrder } from '#server/imports/values/date.ts';
import type { AmountUnit } from '#server/imports/values/unit.ts';
import { cleanText, cutText, hasControls } from '#server/imports/read/cell-text.ts';
import type { Column } from '#server/imports/columns/column.ts';
import type { RowStage } from './stage-events.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import { limits } from '#server/imports/read/limits.ts';
import type { Problems } from '#server/imports/context/problems.ts';
import type { Roundings } from '#server/imports/context/rounding-problems.ts';
import type { RowCurrencies } from './row-currencies.ts';
import type { StageCounts } from './stage-counts.ts';
import type { Vocabulary } from '#server/imports/context/zone-vocabulary.ts';

/**
 * The properties of amounts that neither header, line nor cell gives, each with the first such
 * cell. There is no cell once an answer gives the property.
 */
export type OpenAmounts = Map<
  OpenPart,
  { readonly row: number; readonly value: string } | undefined
>;

/** Decisions for all rows that an answer or the sheet makes. */
export interface RowContext {
  readonly columns: readonly Column[];
  readonly amounts: ReadonlyMap<number, AmountColumn>;
  /** Returns the unit of money in the heading above a row. */
  readonly unitOf: (row: number) => AmountUnit | undefined;
  /** Whether serial day numbers count from 1904, as the workbook says. */
  readonly date1904: boolean;
  readonly order: DateOrder | undefined;
  readonly vocabulary: Vocabulary;
  readonly problems: Problems;
  /** Counts unknown words in stage and status columns. */
  readonly unknownWords: Map<string, number>;
  readonly stageCounts: StageCounts;
  /** Columns of dates whose order of day and month is unclear. */
  readonly ambiguousDates: Set<number>;
  readonly fiscal: FiscalYears;
  readonly openAmounts: OpenAmounts;
  /** Currencies that cells of amounts name themselves, in columns without a currency. */
  readonly namedCurrencies: Set<Currency>;
  readonly roundings: Roundings;
  readonly rowCurrencies: RowCurrencies;
}

/** The values that the cells of one row have given so far. */
export interface RowDraft {
  readonly row: Row;
  readonly context: RowContext;
  readonly facts: { -readonly [K in keyof ProjectFacts]?: ProjectFacts[K] };
  readonly amounts: Partial<Record<Measure, Amount>>;
  readonly milestones: Map<MilestoneType, Milestone>;
  readonly dates: Partial<Record<Stage, IsoDate>>;
  /** Stages of which the row gives the year alone. */
  readonly years: Set<Stage>;
  /** Milestones of whose actual date the row gives the year alone. */
  readonly yearMilestones: Set<MilestoneType>;
  /** Stages that a mark shows as reached. */
  readonly ticked: Set<Stage>;
  /** Values without a field, by header. */
  readonly extra: Record<string, string>;
  /** The same values from the single column of our own export. */
  own?: Readonly<Record<string, string>>;
  code?: string;
  name?: string;
  stage: Partial<RowStage>;
  stageSince?: { readonly date: IsoDate; readonly isYear: boolean };
  status: DataStatus;
}
/** Begins the draft of a row, without facts. */
export const createDraft = (row: Row, context: RowContext): RowDraft => ({
  row,
  context,
  facts: {},
  amounts: {},
  milestones: new Map(),
  dates: {},
  years: new Set(),
  yearMilestones: new Set(),
  ticked: new Set(),
  // a header may be called __proto__
  extra: Object.create(null) as Record<string, string>,
  stage: {},
  status: 'reported',
});

/** Writes the day of a stage into a draft. */
export function addStageDate(
  { dates, years }: Pick<RowDraft, 'dates' | 'years'>,
  stage: Stage,
  { date, isYear }: { readonly date: IsoDate; readonly isYear: boolean },
): void {
  dates[stage] = date;
  if (isYear) years.add(stage);
  else years.delete(stage);
}

/** Makes the place of a cell for a problem. */
export const locateCell = (draft: RowDraft, column: Column, cell: Cell) => ({
  row: draft.row.number,
  index: column.index,
  header: column.key,
  value: String(cell),
});

/**
 * Returns the text of a cell without characters that no export can hold. Reports a text that was
 * cut.
 */
export function cleanCellText(
  draft: RowDraft,
  column: Column,
  cell: Cell,
  most: number = limits.textCharacters,
): string {
  const { problems } = draft.context;
  if (hasControls(cell)) problems.add('control_characters', locateCell(draft, column, cell));
  const clean = cleanText(cell);
  if (clean.length > most)
    problems.add('text_too_long', locateCell(draft, column, cell), { limit: most });
  return cutText(clean, most);
}

/** Joins the texts of several columns for one field. */
export const joinTexts = (knownText: string | undefined, more: string): string =>
  knownText === undefined || knownText === '' || knownText === more
    ? more
    : cutText(`${knownText} · ${more}`, limits.textCharacters);
