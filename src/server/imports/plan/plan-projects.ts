import { compact } from '#domain/values/compact.ts';
import { namingFields } from '#contract/imports/constants.ts';
import type { ImportAnswers, ImportColumn } from '#contract/imports/preview-schemas.ts';
import { groupUnusedRows } from '#domain/changes/unused-rows.ts';
import { defaultStageMapping } from '#domain/projects/stage.ts';
import { isIsoDate, type IsoDate } from '#domain/values/date.ts';
import {
  amountColumns,
  answeredAmounts,
  inColumnUnit,
  sharedWordsOf,
  tellOfFormats,
} from '#server/imports/columns/amount-columns.ts';
import { textAnswer } from '#server/imports/answers.ts';
import { FiscalYears } from '#server/imports/questions/ask-fiscal-year.ts';
import { askAmounts } from '#server/imports/questions/ask-amounts.ts';
import type { AmountColumn } from '#server/imports/values/amount.ts';
import type { DateOrder } from '#server/imports/values/date.ts';
import { codeRows } from '#server/imports/edition/assign-codes.ts';
import { assignColumns } from '#server/imports/columns/assign.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { matchHeader } from '#server/imports/headers/match-header.ts';
import { compareProjects } from '#server/imports/edition/compare-projects.ts';
import { Doubles, warnOfCodes } from '#server/imports/edition/duplicates.ts';
import { sectionUnits } from '#server/imports/rows/odd-rows.ts';
import { askAboutEdition, editionFacts } from '#server/imports/edition/edition-change.ts';
import { rowInSheet } from '#server/imports/structure/join-sheets.ts';
import { Leaving } from '#server/imports/edition/missing-projects.ts';
import { LedgerTally, registerChange } from './register-totals.ts';
import { SumTally } from './amount-sums.ts';
import {
  askAboutAmount,
  askAboutColumns,
  askAboutWords,
  tellOfReading,
} from '#server/imports/questions/ask-columns.ts';
import { otherProjects } from '#server/imports/edition/other-projects.ts';
import { askAboutRenamedColumns } from '#server/imports/edition/renamed-columns.ts';
import { readRows } from '#server/imports/rows/read-rows.ts';
import type { RowContext } from '#server/imports/rows/row-draft.ts';
import { importedColumns } from '#server/imports/rows/original-texts.ts';
import { Roundings } from '#server/imports/context/rounding-problems.ts';
import { fillDitto, fillDown } from '#server/imports/structure/fill-down.ts';
import { dayInRows } from '#server/imports/rows/register-day.ts';
import {
  checkTotals,
  rowsWithoutProject,
  sortRows,
  withUnnamedTotal,
} from '#server/imports/structure/rows.ts';
import {
  dateFields,
  isMeasure,
  textFields,
  wordFields,
} from '#server/imports/vocabulary/field-kinds.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';
import { Vocabulary } from '#server/imports/context/zone-vocabulary.ts';
import type { Planned, Work } from '#server/imports/context/import-context.ts';

/** The day of the data: answered, printed in the file, or what the rows tell. */
function asOf(work: Work, printed: IsoDate | undefined, day: IsoDate): IsoDate {
  const answer = textAnswer(work.request.answers, 'as_of');
  const given = answer !== undefined && isIsoDate(answer) ? answer : undefined;
  if (given === undefined && printed !== undefined) return printed;
  const text =
    printed !== undefined
      ? 'q_as_of'
      : day === work.request.known.today
        ? 'q_as_of_today'
        : 'q_as_of_newest';
  work.questions.ask('as_of', text, [work.questions.named(day)], { default: day });
  return given ?? day;
}

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

/** A register: its columns, rows and words, compared with the register known. */
export async function planProjects(work: Work, printed: IsoDate | undefined): Promise<Planned> {
  const { request, table, header, problems, questions } = work;
  const numbers = header.columns
    .filter((c) => matchHeader(c.parent, c.child).match.kind === 'row_number')
    .map((c) => c.index);
  // Totals and notes say nothing of what a column holds.
  const rowsToRead = sortRows(
    table.rows,
    header,
    { names: [], codes: [], numbers },
    table.merges,
  ).data;
  const assign = (answers: ImportAnswers, onUnknown: (value: string) => void): Column[] =>
    assignColumns(header, rowsToRead, answers, onUnknown, work.remembered);
  const assigned = assign(request.answers, (value) => problems.add('mapping_unknown', { value }));
  const renamed = askAboutRenamedColumns(work, assigned);
  const columns =
    renamed === undefined
      ? assigned
      : assign({ ...request.answers, mapping: renamed }, () => undefined);
  const indexOf = (field: Field): number[] =>
    columns.filter((c) => c.field === field).map((c) => c.index);
  const codes = indexOf('project_id');
  const names = namingFields.map(indexOf).find((of) => of.length > 0) ?? [];
  const measured = columns.filter((c) => isMeasure(c.field)).map((c) => c.index);
  const identity = { names, codes, numbers };
  const sorted = withUnnamedTotal(
    sortRows(table.rows, header, identity, table.merges),
    identity,
    measured,
  );
  const copied = (...of: readonly Field[]): ReadonlySet<number> => {
    const fields = new Set<Field>([...wordFields, ...textFields, ...of]);
    return new Set(
      columns.filter((c) => c.field !== undefined && fields.has(c.field)).map((c) => c.index),
    );
  };
  fillDown(sorted.data, table.merges, copied('project_id', 'project_name'));
  fillDitto(sorted.data, copied(...dateFields));
  const rowNumbers = new Set(columns.filter((c) => c.how === 'ignored').map((c) => c.index));
  const amounts = amountColumns(columns, work);
  const unitOf = sectionUnits(sorted, columns, work);
  const words = new Set<Field>([...wordFields, ...textFields, ...dateFields]);
  const worded = new Set(
    columns.flatMap((c) => (c.field !== undefined && words.has(c.field) ? c.index : [])),
  );
  const signs = new Map(
    columns.flatMap((c) => (c.sign === undefined ? [] : [[c.index, { sign: c.sign }] as const])),
  );
  const totals = checkTotals(
    sorted,
    header,
    (index) =>
      rowNumbers.has(index) || worded.has(index)
        ? 'left'
        : names.includes(index) || codes.includes(index)
          ? 'counted'
          : 'added',
    (cell, index, row) => inColumnUnit(cell, amounts.get(index) ?? signs.get(index), unitOf(row)),
    (row, index) => {
      const [section, column] = [unitOf(row), amounts.get(index)];
      return section === undefined || column?.power === undefined
        ? 0
        : section.power - column.power;
    },
  );
  for (const t of totals)
    if (!t.agrees)
      problems.add(
        'printed_total',
        { row: t.row, header: t.column, value: t.printed },
        { printed: t.printed, sum: t.sum },
      );
  const order = textAnswer(request.answers, 'date_order');
  const context: RowContext = {
    columns,
    problems,
    amounts,
    unitOf,
    date1904: table.date1904 === true,
    order: order === 'dmy' || order === 'mdy' ? (order satisfies DateOrder) : undefined,
    vocabulary: new Vocabulary(request.known, request.answers),
    unknownWords: new Map(),
    stageCounts: new Map(),
    ambiguousDates: new Set(),
    fiscal: new FiscalYears(work),
    openAmounts: new Map(),
    roundings: new Roundings(),
  };
  const dayOfRows = dayInRows(columns, sorted);
  const { rows, samples, marks, marked, unnamed, newest } = await readRows(sorted, context, work);
  for (const id of answeredAmounts(columns, work))
    if (!context.openAmounts.has(id)) context.openAmounts.set(id, undefined);
  askAmounts(work, context.openAmounts, sharedWordsOf(columns));
  if (context.ambiguousDates.size > 0 || order !== undefined)
    questions.ask('date_order', 'q_date_order', [
      questions.choice('dmy', 'c_dmy'),
      questions.choice('mdy', 'c_mdy'),
    ]);
  context.fiscal.ask();
  tellOfReading(work, columns, marked);
  tellOfFormats(columns, amounts, work);
  askAboutColumns(work, columns, rows.count);
  askAboutAmount(work, columns);
  askAboutWords(work, context.unknownWords, samples);
  const day = asOf(work, printed ?? dayOfRows, newest);
  const { kept, known, merged } = await codeRows(marks, work);
  const inFile = new Set(kept.map((one) => one.code));
  const mapping = request.known.stage_mapping ?? defaultStageMapping;
  const [before, after, totalled] = [
    new LedgerTally(day, mapping),
    new LedgerTally(day, mapping),
    new SumTally(),
  ];
  const leaving = new Leaving(work, day);
  const compared = await compareProjects(
    kept,
    {
      rows,
      columns,
      day,
      known: known.codes,
      leaving,
      onBefore: (record) => before.add(record),
      onAfter: (record) => {
        after.add(record);
        totalled.add(record);
      },
    },
    work,
  );
  totalled.checkMedian(work);
  context.roundings.warn(problems);
  warnOfCodes(kept, work);
  const doubles = new Doubles(kept);
  for await (const project of otherProjects(request.known.projects, known.codes, inFile)) {
    const left = leaving.without(project);
    if (left !== undefined) compared.projects.add(left);
    before.add(project);
    after.add(left?.record ?? project);
    doubles.other(project);
  }
  leaving.ask();
  doubles.warn(work);
  const sums = totalled.sums();
  const edition = editionFacts(columns, context.amounts, sums, kept.length);
  askAboutEdition(work, day, edition, compared.counts.new + compared.counts.changed === 0);
  return {
    edition,
    projects: compared.projects,
    columns: importedColumns(columns),
    observations: [],
    currency: sums.toSorted((a, b) => b.count - a.count)[0]?.currency ?? 'CNY',
    industries: totalled.industries(),
    choices: { fields: questions.fieldChoices(), stages: questions.stageChoices() },
    facts: {
      kind: 'projects',
      as_of: day,
      columns: columns
        .filter((c) => c.key !== '' || !c.empty)
        .map((c) => previewColumn(c, context.amounts.get(c.index))),
      rows: {
        total: sorted.data.length,
        ...compared.counts,
        rejected: unnamed.length,
        unused: groupUnusedRows(
          [
            ...unnamed.map((row) => ({ reason: 'unnamed' as const, row })),
            ...merged.map((row) => ({ reason: 'merged' as const, row })),
            ...rowsWithoutProject(sorted),
          ].map(({ reason, row }) => ({ reason, row: rowInSheet(work.parts, row) })),
        ),
      },
      sums,
      ledger: registerChange(known.codes.size === 0 ? undefined : before, after),
      printed_totals: totals,
      changes: compared.changes,
      ...leaving.preview(),
      samples: samples.rows(),
      stages: [...context.stageCounts.values()].sort((a, b) => b.count - a.count),
    },
  };
}
