import { compact } from '#domain/values/compact.ts';
import { PackedProjects } from '#server/imports/context/packed-projects.ts';
import { groupUnusedRows } from '#domain/changes/unused-rows.ts';
import { monthEnd } from '#domain/values/date.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import { isSameValue } from '#server/projects/history/merge-facts.ts';
import { columnLetter, type Row } from '#server/imports/read/table.ts';
import { FiscalYears } from '#server/imports/context/fiscal-years.ts';
import { askAmounts } from '#server/imports/questions/ask-amounts.ts';
import { parseCurrencyAnswer, readTextAnswer, parseUnitPower } from '#server/imports/answers.ts';
import { askAboutJumps } from '#server/imports/series/value-jumps.ts';
import type { PlannedImport, ImportContext } from '#server/imports/context/import-context.ts';
import { summariseSeriesChange } from './register-totals.ts';
import { limits } from '#server/imports/read/limits.ts';
import { readSeries, type SeriesResult } from '#server/imports/series/observations.ts';
import type { SeriesLayout } from '#server/imports/series/series-layout.ts';
import { askAboutFalls } from '#server/imports/series/year-to-date-falls.ts';
import {
  askForIndicators,
  listSeriesChoices,
  listSeriesColumns,
  noteComparisons,
} from '#server/imports/series/series-columns.ts';
import { listCreated } from '#server/imports/series/new-indicators.ts';
import { readSeriesVocabulary } from '#server/imports/series/series-vocabulary.ts';
import { settlePeriods } from '#server/imports/series/quarter-values.ts';
import { isInList, totalWords } from '#server/imports/vocabulary/words.ts';
import { findSheetUnit } from '#server/imports/structure/titles/sheet-unit.ts';

const createKey = ({ indicator, period }: Observation): string => `${indicator} ${period}`;
type ObservationMap = ReadonlyMap<string, Observation>;

/** Reads the units from the lines above the table and from the answers. */
const readUnits = ({ header, request: { answers } }: ImportContext) => ({
  sheet: findSheetUnit(header.titles),
  currency: parseCurrencyAnswer(readTextAnswer(answers, 'currency')),
  power: parseUnitPower(readTextAnswer(answers, 'unit')),
});

/** Finds the currency that an answer, the lines above the table or a column says. */
function findSeriesCurrency(context: ImportContext, { columns }: SeriesLayout) {
  const { currency, sheet } = readUnits(context);
  const unitWithCurrency = [sheet, ...columns.map(({ unit }) => unit)].find((one) => one?.currency);
  return currency ?? unitWithCurrency?.currency;
}

/** Reads the values of the file, and asks for a missing unit, currency or fiscal year. */
function readValues(
  context: ImportContext,
  layout: SeriesLayout,
  rows: readonly Row[],
): SeriesResult {
  const { request, problems } = context;
  const fiscal = new FiscalYears(context);
  const { sheet, currency, power } = readUnits(context);
  const result = readSeries(rows, layout, {
    sheet,
    indicators: request.register.indicators,
    base: readSeriesVocabulary(request.register).currency,
    problems,
    fiscal,
    source: request.file,
    header: context.header,
    ...compact({ currency, power }),
  });
  const index = layout.long?.label ?? 0;
  for (const row of layout.long?.unknownRows ?? [])
    problems.add('indicator_unknown', {
      row: row.number,
      index,
      value: String(row.cells[index] ?? ''),
    });
  askAmounts(context, new Map([...result.open].map((id) => [id, undefined])));
  fiscal.ask();
  return result;
}

/** Counts the months of the file that are new, changed and unchanged. */
function countMonths(
  observations: readonly Observation[],
  changes: readonly Observation[],
  knownValues: ObservationMap,
) {
  const counts = { new: 0, changed: 0, unchanged: 0 };
  for (const period of new Set(observations.map((o) => o.period))) {
    const of = changes.filter((o) => o.period === period);
    if (of.length === 0) counts.unchanged += 1;
    else if (of.some((o) => knownValues.has(createKey(o)))) counts.changed += 1;
    else counts.new += 1;
  }
  return counts;
}

const listChanges = (
  changes: readonly Observation[],
  knownValues: ObservationMap,
  layout: SeriesLayout,
) => {
  const newValues = changes.filter((o) => knownValues.has(createKey(o)));
  return {
    has_more_changes: newValues.length > limits.changes,
    changes: newValues.slice(0, limits.changes).map((o) => {
      const before = knownValues.get(createKey(o));
      const column = layout.columns.find((l) => l.indicator === o.indicator);
      return {
        code: o.indicator,
        name: o.period,
        field: columnLetter(layout.long?.value ?? column?.index ?? 0),
        from: before?.value ?? before?.missing ?? '',
        to: o.value ?? o.missing ?? '',
      };
    }),
  };
};

/** Adds the indicators that the import creates to those of the zone. */
function addCreated(context: ImportContext, newIndicators: readonly Indicator[]): ImportContext {
  const { request } = context;
  const { register } = request;
  const indicators = [...register.indicators, ...newIndicators];
  return { ...context, request: { ...request, register: { ...register, indicators } } };
}

/** Whether a row of a table of months is a total: its period is the word for one. */
const isTotal =
  ({ period }: SeriesLayout) =>
  ({ cells }: Row): boolean =>
    isInList(totalWords, String(cells[period] ?? ''));

/**
 * Plans a file of months × indicators: the values that it adds to the own series and those that it
 * changes.
 */
export function planSeries(context: ImportContext, layout: SeriesLayout): PlannedImport {
  const newIndicators = listCreated(layout.columns, readUnits(context));
  askForIndicators(context, layout);
  noteComparisons(context);
  const seriesContext = addCreated(context, newIndicators);
  const { request, table, header, problems } = seriesContext;
  const dataRows = table.rows.slice(header.first);
  const totalRows = layout.long === undefined ? dataRows.filter(isTotal(layout)) : [];
  const rows = layout.long?.rows ?? dataRows.filter((row) => !totalRows.includes(row));
  const result = readValues(seriesContext, layout, rows);
  const knownValues = new Map(request.register.observations.map((o) => [createKey(o), o]));
  const observations = settlePeriods(seriesContext, layout, result.observations);
  if (table.isTransposed === true) problems.add('series_turned');
  const different = observations.filter((o) => !isSameValue(knownValues.get(createKey(o)), o));
  const changes = askAboutJumps(seriesContext, askAboutFalls(seriesContext, different));
  const last = observations
    .flatMap((o) => (o.value === undefined ? [] : [o.period]))
    .sort()
    .at(-1);
  const unknownRows = layout.long?.unknownRows ?? [];
  const unusedColumns = [
    ...result.monthless.map((row) => ({ reason: 'no_month' as const, row })),
    ...unknownRows.map(({ number }) => ({ reason: 'unknown_indicator' as const, row: number })),
  ];
  return {
    projects: new PackedProjects(undefined),
    columns: [],
    observations: changes,
    indicators: newIndicators,
    ...compact({ currency: findSeriesCurrency(seriesContext, layout) }),
    industries: [],
    choices: { fields: listSeriesChoices(context, newIndicators), stages: [] },
    facts: {
      kind: 'observations',
      ...compact({ as_of: last === undefined ? undefined : monthEnd(last) }),
      columns: listSeriesColumns(context, layout, dataRows),
      rows: {
        total: rows.length,
        ...countMonths(observations, changes, knownValues),
        rejected: unusedColumns.length,
        unused: groupUnusedRows([
          ...unusedColumns,
          ...totalRows.map(({ number }) => ({ reason: 'total' as const, row: number })),
        ]),
      },
      register_totals: summariseSeriesChange(request.register.observations, observations),
      created: newIndicators,
      sums: [],
      printed_totals: [],
      stages: [],
      samples: [],
      ...listChanges(changes, knownValues, layout),
    },
  };
}
