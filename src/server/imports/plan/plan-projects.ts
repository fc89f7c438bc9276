import { compact } from '#domain/values/compact.ts';
import { findMainCurrency } from '#domain/values/reading/main-currency.ts';
import type { ImportColumn } from '#contract/imports/preview-schemas.ts';
import { groupUnusedRows } from '#domain/changes/unused-rows.ts';
import { defaultStageMapping } from '#domain/projects/stage.ts';
import { isInChina } from '#domain/zone/zone.ts';
import type { IsoDate } from '#domain/values/date.ts';
import {
  readAmountColumns,
  listAnsweredAmounts,
  noteFormatCurrencies,
} from '#server/imports/columns/amount-columns.ts';
import { parseCurrencyAnswer, readTextAnswer, readZoneCurrency } from '#server/imports/answers.ts';
import { FiscalYears } from '#server/imports/context/fiscal-years.ts';
import { askAmounts } from '#server/imports/questions/ask-amounts.ts';
import type { AmountColumn } from '#server/imports/values/amount.ts';
import type { AmountUnit } from '#server/imports/values/unit.ts';
import { assignCodes } from '#server/imports/edition/assign-codes.ts';
import type { Column } from '#server/imports/columns/column.ts';
import {
  compareProjects,
  type ProjectComparison,
} from '#server/imports/edition/compare-projects.ts';
import { Duplicates, warnAboutCodes } from '#server/imports/edition/duplicates.ts';
import { readSectionUnits } from '#server/imports/rows/odd-rows.ts';
import { askAboutEdition, summariseEdition } from '#server/imports/edition/edition-change.ts';
import { findSheetRow } from '#server/imports/structure/join-sheets.ts';
import { MissingProjects } from '#server/imports/edition/missing-projects.ts';
import { compareUnlisted } from './compare-unlisted.ts';
import { makeTallies, summariseRegisterChange } from './register-totals.ts';
import { SumTally } from './amount-sums.ts';
import {
  askAboutAmount,
  askAboutColumns,
  askAboutStage,
  askAboutWords,
  noteReading,
} from '#server/imports/questions/ask-columns.ts';
import type { CodedRow } from '#server/imports/edition/codes.ts';
import { TextSet } from '#server/imports/packing/text-set.ts';
import { readRows, type ReadRows } from '#server/imports/rows/read-rows.ts';
import type { RowContext } from '#server/imports/rows/row-draft.ts';
import { RowCurrencies } from '#server/imports/rows/row-currencies.ts';
import { findUnclearStages, type UnclearStage } from '#server/imports/rows/unclear-stages.ts';
import { listImportedColumns } from '#server/imports/rows/original-texts.ts';
import { Roundings } from '#server/imports/context/rounding-problems.ts';
import { findDayInRows } from '#server/imports/rows/register-day.ts';
import { listRowsWithoutProject, type SortedRows } from '#server/imports/structure/rows.ts';
import { Vocabulary } from '#server/imports/context/zone-vocabulary.ts';
import type { PlannedImport, ImportContext } from '#server/imports/context/import-context.ts';
import { checkPrintedTotals } from './printed-totals.ts';
import { settleDay } from './settle-day.ts';
import { readRegisterRows } from './register-rows.ts';

const previewColumn = (c: Column, amount: AmountColumn | undefined): ImportColumn => ({
  index: c.index,
  header: c.key,
  how: c.how,
  examples: c.examples,
  ...compact({
    field: c.field,
    unit: amount?.unitText === undefined ? undefined : amount.unitText,
    currency: amount?.currency === undefined ? undefined : amount.currency,
  }),
});

const previewColumns = (
  columns: readonly Column[],
  amounts: ReadonlyMap<number, AmountColumn>,
): ImportColumn[] =>
  columns
    .filter((c) => c.key !== '' || !c.empty)
    .map((c) => previewColumn(c, amounts.get(c.index)));

function makeRowContext(
  context: ImportContext,
  columns: readonly Column[],
  amounts: ReadonlyMap<number, AmountColumn>,
  unitOf: (row: number) => AmountUnit | undefined,
  unclearStages: readonly UnclearStage[],
): RowContext {
  const { request, table, problems } = context;
  const order = readTextAnswer(request.answers, 'date_order');
  return {
    columns,
    problems,
    amounts,
    unitOf,
    date1904: table.date1904 === true,
    order: order === 'dmy' || order === 'mdy' ? order : undefined,
    vocabulary: new Vocabulary(request.register, request.answers, unclearStages),
    unknownWords: new Map(),
    stageCounts: new Map(),
    ambiguousDates: new Set(),
    fiscal: new FiscalYears(context),
    openAmounts: new Map(),
    namedCurrencies: new Set(),
    roundings: new Roundings(),
    rowCurrencies: new RowCurrencies(context),
  };
}

const plainVocabulary = ({ request }: ImportContext): Vocabulary =>
  new Vocabulary(request.register, request.answers);

/** Whether the zone of a register is known to be outside China, by its currency. */
function isZoneAbroad(
  { request: { register, answers } }: ImportContext,
  amounts: ReadonlyMap<number, AmountColumn>,
): boolean {
  const base_currency =
    (register.has_own ? register.base_currency : undefined) ??
    readZoneCurrency(answers) ??
    parseCurrencyAnswer(readTextAnswer(answers, 'currency')) ??
    [...amounts.values()].find(({ currency }) => currency !== undefined)?.currency;
  return base_currency !== undefined && !isInChina({ base_currency });
}

/** Asks about unclear columns and cells. */
function askAboutRows(
  context: ImportContext,
  rowContext: RowContext,
  { rows, samples, hasMarks: marked }: ReadRows,
  unclear: readonly UnclearStage[],
): void {
  const { request, questions } = context;
  const { columns, openAmounts } = rowContext;
  questions.isAbroad = isZoneAbroad(context, rowContext.amounts);
  for (const id of listAnsweredAmounts(columns, context))
    if (!openAmounts.has(id)) openAmounts.set(id, undefined);
  askAmounts(context, openAmounts, columns, rowContext.namedCurrencies);
  rowContext.rowCurrencies.ask(context, columns);
  if (
    rowContext.ambiguousDates.size > 0 ||
    readTextAnswer(request.answers, 'date_order') !== undefined
  )
    questions.ask('date_order', 'q_date_order', [
      questions.choice('dmy', 'c_dmy'),
      questions.choice('mdy', 'c_mdy'),
    ]);
  rowContext.fiscal.ask();
  noteReading(context, columns, marked);
  noteFormatCurrencies(columns, rowContext.amounts, context);
  askAboutColumns(context, columns, rows.count);
  askAboutAmount(context, columns);
  askAboutStage(context, columns);
  askAboutWords(context, rowContext.unknownWords, { samples, unclear });
}

/** Collects the codes of the file. A first register needs no set of a million codes. */
function collectNamed(knownCodes: TextSet, projects: Iterable<CodedRow>): TextSet | undefined {
  if (knownCodes.size === 0) return undefined;
  const codes = new TextSet();
  for (const { code } of projects) codes.add(code);
  return codes;
}

/**
 * Compares the rows with the register project by project. Sums the register before and after the
 * import.
 */
async function compareRegister(
  context: ImportContext,
  rowContext: RowContext,
  { rows, marks }: ReadRows,
  day: IsoDate,
) {
  const { request, problems } = context;
  const { projects, knownCodes, merged } = await assignCodes(marks, context);
  const mapping = request.register.stage_mapping ?? defaultStageMapping;
  const tallies = makeTallies(day, mapping);
  const sums = new SumTally();
  const missing = new MissingProjects(context, day);
  const comparison: ProjectComparison = await compareProjects(
    projects,
    {
      rows,
      columns: rowContext.columns,
      day,
      knownCodes: knownCodes.codes,
      missing,
      onBefore: (record) => tallies.before.add(record),
      onListed: (record) => tallies.listed.add(record),
      onAfter: (record) => {
        tallies.after.add(record);
        sums.add(record);
      },
    },
    context,
  );
  sums.checkMedian(context);
  rowContext.roundings.warn(problems);
  warnAboutCodes(projects, context);
  const duplicates = new Duplicates(projects);
  const named = collectNamed(knownCodes.codes, projects);
  if (named !== undefined)
    await compareUnlisted(knownCodes.codes, {
      register: request.register.projects,
      projects: comparison.projects,
      day,
      missing,
      duplicates,
      tallies,
      named,
    });
  missing.ask();
  duplicates.warn(context);
  const former = named === undefined ? undefined : tallies.before;
  const register_totals = summariseRegisterChange(former, tallies.after);
  return {
    compared: comparison,
    effect: { projects: comparison.projects, ...compact({ named }) },
    merged,
    missing,
    sums,
    register_totals,
    count: projects.length,
  };
}

/** Lists the rows that give no project, each with the reason. */
const unusedRows = (
  { parts }: ImportContext,
  sortedRows: SortedRows,
  unnamedRows: readonly number[],
  mergedRows: readonly number[],
) =>
  groupUnusedRows(
    [
      ...unnamedRows.map((row) => ({ reason: 'unnamed' as const, row })),
      ...mergedRows.map((row) => ({ reason: 'merged' as const, row })),
      ...listRowsWithoutProject(sortedRows),
    ].map(({ reason, row }) => ({ reason, row: findSheetRow(parts, row) })),
  );

/** Plans a register: reads its columns, rows and words, and compares it with the known register. */
export async function planProjects(context: ImportContext): Promise<PlannedImport> {
  const { questions } = context;
  const register = readRegisterRows(context);
  const { columns, sorted } = register;
  const amounts = readAmountColumns(columns, context);
  const unitOf = readSectionUnits(sorted, columns, context);
  const totals = checkPrintedTotals(context, register, amounts, unitOf);
  const unclear = findUnclearStages(columns, sorted.data, plainVocabulary(context));
  const rowContext = makeRowContext(context, columns, amounts, unitOf, unclear);
  // reading the rows empties their cells
  const dayOfRows = findDayInRows(columns, sorted);
  const read = await readRows(sorted, rowContext, context);
  askAboutRows(context, rowContext, read, unclear);
  const { day, from, ask } = settleDay(context, { printed: dayOfRows, newest: read.newest });
  const comparison = await compareRegister(context, rowContext, read, day);
  const { compared, merged, missing, register_totals, count } = comparison;
  const sums = comparison.sums.sums();
  const edition = summariseEdition(columns, amounts, sums, count);
  const isUnchanged = compared.counts.new + compared.counts.changed === 0;
  ask(!isUnchanged);
  askAboutEdition(context, day, edition, isUnchanged);
  return {
    edition,
    ...comparison.effect,
    columns: listImportedColumns(columns),
    observations: [],
    indicators: [],
    ...compact({
      currency:
        findMainCurrency(sums)?.currency ??
        parseCurrencyAnswer(readTextAnswer(context.request.answers, 'currency')),
    }),
    industries: comparison.sums.industries(),
    dayOrigin: from,
    choices: { fields: questions.fieldChoices(columns), stages: questions.stageChoices() },
    facts: {
      kind: 'projects',
      as_of: day,
      columns: previewColumns(columns, amounts),
      rows: {
        total: read.total,
        ...compared.counts,
        rejected: read.unnamed.length,
        unused: unusedRows(context, sorted, read.unnamed, merged),
      },
      sums,
      register_totals,
      created: [],
      printed_totals: totals,
      changes: compared.changes,
      has_more_changes: compared.hasMoreChanges,
      ...missing.preview(),
      samples: read.samples.rows(),
      stages: [...rowContext.stageCounts.values()].sort((a, b) => b.count - a.count),
    },
  };
}
